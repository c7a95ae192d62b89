"""A value of the wrong type.

`"0.9"` in quotes is a string instead of a number, `yes` is a string instead of a boolean, one
window is a mapping instead of a list: the API refuses each. The types are those of the contract;
a plain value has the type that it has in YAML 1.2.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from revox_lint import edit
from revox_lint.contract.contract import Json, Path, Violation
from revox_lint.contract.data import Meant
from revox_lint.contract.elements import scalars
from revox_lint.contract.meant import (
    Shown,
    around_list,
    example,
    kind_meant,
    leave_out,
    shown_plain,
    value_meant,
)
from revox_lint.contract.wording import PLURALS, TYPES, field_in_words, listed, types_in_words
from revox_lint.diagnostic import Applicability, Finding, Fix, Severity, Where
from revox_lint.document import Document
from revox_lint.syntax.node import Mapping, Node, Scalar, Sequence
from revox_lint.syntax.tree import ProblemKind
from revox_lint.text.file_path import instead, names_file, text_itself

SEVERITY = Severity.ERROR
FIX = Applicability.UNSAFE

SUPERSEDES = ("duplicate-key",)

_LONG = 40
_SHOWN = 3

BAD = """\
name: Reception
prompt: You answer the phone of a dental practice.
voice:
  provider: cartesia
  id: a0e99841-438c-4a64-b679-ae501e7d6091
  speed: "0.9"  # error
"""

GOOD = """\
name: Reception
prompt: You answer the phone of a dental practice.
voice:
  provider: cartesia
  id: a0e99841-438c-4a64-b679-ae501e7d6091
  speed: 0.9
"""


def check(document: Document) -> Iterator[Finding]:
    wrong = [one for one in document.violations if one.keyword == "type"]
    lists = Counter((one.path[:-1], one.expected) for one in wrong if _is_element(one))
    told: set[Path] = set()
    for violation in wrong:
        node = document.find(*violation.path)
        outer = violation.path[:-1]
        if node is None or outer in told:
            continue
        if _is_element(violation) and lists[outer, violation.expected] > 1:
            told.add(outer)
            yield _elements(document, violation, [one for one in wrong if one.path[:-1] == outer])
            continue
        wanted = types_in_words(violation.expected)
        yield Finding(
            node,
            f"{field_in_words(violation.path)} must be {wanted}, not {_found(document, node)}",
            help=_help(document, violation, node, wanted),
            fix=_fix(document, violation, node),
            covers=_repeated(document, violation, node),
        )


def _repeated(document: Document, violation: Violation, node: Node) -> tuple[Where, ...]:
    """Return the fields that are there again because a list was written as one mapping."""
    if not isinstance(node, Mapping) or violation.expected[0] != "array" or violation.path[1:]:
        return ()
    repeated = document.problems(ProblemKind.DUPLICATE_KEY)
    spans = ((one.where, document.span(one.where)) for one in repeated)
    return tuple(where for where, span in spans if node.span.start <= span.start < node.span.end)


def _is_element(violation: Violation) -> bool:
    return isinstance(violation.path[-1], int)


def _elements(document: Document, first: Violation, wrong: list[Violation]) -> Finding:
    """Return the one finding about several elements of a list that have the wrong type."""
    outer = first.path[:-1]
    within = document.find(*outer)
    nodes = [node for one in wrong if (node := document.find(*one.path)) is not None]
    scalar = [one for one in nodes if isinstance(one, Scalar) and one.value is not None]
    whole = isinstance(nodes[0], Scalar) and nodes[0].value is not None
    strings = "string" in first.expected
    flow = isinstance(within, Sequence) and within.flow
    fixes = (_fix(document, first, one) for one in nodes)
    items = _whole_list(document, first, within) if flow or (strings and not whole) else []
    kind = PLURALS[first.expected[0]]
    if items:
        help = f"write `{Meant(items).written(as_json=document.in_json)}`"
    elif strings and whole:
        help = "quote each of them"
    else:
        help = _help(document, first, nodes[0], types_in_words(first.expected))
        if help.startswith("write `"):
            help += ", and the others alike"
    shown = [document.quoted(one) for one in scalar[:_SHOWN]] + ["…"] * (len(scalar) > _SHOWN)
    return Finding(
        within if items and within is not None else nodes[0],
        f"{len(wrong)} elements of {field_in_words(outer)} "
        + (f"are not {kind}: {', '.join(shown)}" if whole else f"must be {kind}, not ")
        + ("" if whole else _plural(nodes[0])),
        help=help,
        fix=edit.together(fixes, "Quote the values", FIX) if strings else None,
        covers=tuple(nodes),
    )


def _whole_list(document: Document, first: Violation, within: Node | None) -> list[Json]:
    """Return a whole list as it is meant, or nothing where it is too long or not clear."""
    if not isinstance(within, Sequence):
        return []
    if "string" in first.expected:
        return [document.shown(text) for text in scalars(within)]
    items = within.items if len(within.items) <= _SHOWN else ()
    meant = [value_meant(document.contract, first.path, one, document.shown) for one in items]
    if any(isinstance(one, Mapping) or names_file(one, url=False) for one in items):
        return []
    return [] if None in meant else [one.value for one in meant if one is not None]


def _plural(node: Node) -> str:
    if isinstance(node, Scalar):
        return "empty"
    return PLURALS["object" if isinstance(node, Mapping) else "array"]


def _found(document: Document, node: Node) -> str:
    if isinstance(node, Mapping):
        return TYPES["object"]
    if isinstance(node, Sequence):
        return TYPES["array"]
    if not isinstance(node, Scalar) or node.value is None:
        written = document.source.text[node.span.start : node.span.end].strip()
        return f"null ({document.quoted(node)})" if written else "empty"
    value = document.quoted(node)
    if isinstance(node.value, bool):
        return f"the boolean {value}"
    if isinstance(node.value, str):
        return f"the string {value}"
    return f"the number {value}"


def _meant(document: Document, violation: Violation, node: Node, shown: Shown) -> Meant | None:
    if isinstance(node, Scalar) and node.tagged:
        return None
    return value_meant(document.contract, violation.path, node, shown)


def _in_file(document: Document, path: Path, node: Node) -> str | None:
    """Return the help about a value that stands for a file with it, as `{$ref: prompt.md}` does."""
    if any(path == text.path for text in document.roles.texts):
        return text_itself(str(path[-1]), as_json=document.in_json) if names_file(node) else None
    return instead("the value itself") if names_file(node, url=False) else None


def _help(document: Document, violation: Violation, node: Node, wanted: str) -> str:
    help = _in_file(document, violation.path, node)
    help = (
        help or _written_as_text(document, violation, node) or _wrapped(document, violation, node)
    )
    if help:
        return help
    meant = _meant(document, violation, node, document.shown)
    if meant is not None and meant.value is None:
        return _needed(document, violation.path) or leave_out(document.contract, violation.path)
    if meant is not None:
        return f"write `{meant.written(as_json=document.in_json)}`"
    if isinstance(node, Scalar) and node.tagged:
        return "remove the tag, or change the value to fit it"
    if isinstance(node, (Mapping, Sequence)):
        return _structure(document, violation, node) or f"write {wanted}"
    values = document.contract.values(violation.path)
    if values:
        mapping = document.find(*violation.path[:-1])
        kind = kind_meant(document.contract, violation.path[:-1], mapping)
        return f"write {listed(values if kind is None else (kind,))}"
    if violation.path == document.roles.transfer_numbers and isinstance(node, Scalar):
        from revox_lint.text import phone

        if help := phone.read(node.text).help:
            return help
    if (shape := example(document.contract, violation.path)) is None:
        return f"write {wanted}"
    return f"write {shape[0]}, such as `{Meant(shape[1]).written(as_json=document.in_json)}`"


def _written_as_text(document: Document, violation: Violation, node: Node) -> str | None:
    """Return how to write a list or a mapping that a `|` has made the text of its field."""
    if not isinstance(node, Scalar) or node.style not in ("|", ">") or node.tagged:
        return None
    begin = re.match(r"\s*(- +)?(?:([\w-]+):(?:\s|$))?", node.text)
    dash, key = (begin[1], begin[2]) if begin is not None else (None, None)
    path, contract = violation.path, document.contract
    if "array" in violation.expected:
        inner = contract.fields((*path, 0))
        structured = dash is not None and (not inner or key in inner)
    else:
        structured = dash is None and key in contract.fields(path)
    if not structured:
        return None
    written = document.source.text[node.span.start : node.span.end].splitlines()[0]
    behind = "the dash" if isinstance(path[-1], int) else f"`{path[-1]}:`"
    return f"remove the `{written.partition('#')[0].strip()}` behind {behind}"


def _wrapped(document: Document, violation: Violation, node: Node) -> str | None:
    """Return how to write a list that is the only field of a mapping in its place."""
    path = violation.path
    if "array" not in violation.expected or not isinstance(node, Mapping) or len(node) != 1:
        return None
    entry = node.entries[0]
    items = entry.value.items if isinstance(entry.value, Sequence) else ()
    element = (*path, 0)
    if not items or entry.name in document.contract.fields(element):
        return None
    if isinstance(items[0], Mapping) is not ("object" in document.contract.types(element)):
        return None
    name = document.quoted(entry.name)
    if node.flow or document.in_json:
        return f"remove {name} and the braces around its list"
    if isinstance(entry.value, Sequence) and entry.value.flow:
        return f"remove `{name[1:-1]}:` in front of the list"
    return f"remove the line `{name[1:-1]}:`: the list belongs directly below `{path[-1]}:`"


def _needed(document: Document, path: Path) -> str | None:
    """Return what to write in a field that may be null, but not beside what is given there."""
    roles = document.roles
    is_enum = document.value(*path[:-1], "type") == "enum"
    if is_enum and path[-1] == roles.field("output_options"):
        return "list the possible values, such as `[low, high]`"
    if path == roles.first_sentence and document.value(*roles.first_sentence_mode) == "static":
        return "write what to say, or remove it and write `first_sentence_mode: none`"
    return None


def _structure(document: Document, violation: Violation, node: Mapping | Sequence) -> str | None:
    """Return how to turn a list or a mapping as it is written into what the contract takes."""
    path, expected = violation.path, violation.expected
    flow = node.flow or document.in_json
    if "array" in expected and isinstance(node, Mapping):
        if any(isinstance(entry.value, (Mapping, Sequence)) for entry in node):
            return "write a list: `- ` before each of its elements" if not flow else None
        if flow:
            return "put it in brackets: `[{…}]`"
        return "write a list: `- ` before the first field, and indent the others"
    if "object" in expected and isinstance(node, Sequence) and node.items:
        if (around := around_list(document.contract, path, node)) is not None:
            return f"write `{around.written(as_json=document.in_json)}`"
        return _one_mapping(document, path, node, flow=flow)
    if "string" in expected and any(path == role.path for role in document.roles.texts):
        if document.in_json:
            return "write one string, with `\\n` between its lines"
        return None if flow else f"write `{path[-1]}: |` above the text"
    return None


def _one_mapping(document: Document, path: Path, node: Sequence, *, flow: bool) -> str | None:
    """Return how to write the mapping that is wanted, of which a list was made."""
    if len(node.items) == 1:
        which = "second `-`" if isinstance(path[-1], int) else "`-`"
        return (
            "remove the brackets around it"
            if flow
            else f"replace the {which} with a space, so that the fields line up"
        )
    entries = [one for item in node.items if isinstance(item, Mapping) for one in item]
    if len({one.name for one in entries}) < len(entries) or len(entries) > len(node.items):
        return "keep one element" + (
            ", without the brackets" if flow else ", with a space instead of its `-`"
        )
    if not flow:
        return "replace each `-` with a space"
    given = {one.name: shown_plain(one.value, document.shown) for one in entries}
    return f"write `{Meant(given).written(as_json=document.in_json)}`"


def _fix(document: Document, violation: Violation, node: Node) -> Fix | None:
    if not isinstance(node, Scalar) or node.value is None or node.style in ("|", ">"):
        return None
    meant = _meant(document, violation, node, str)
    if meant is None or not meant.sure or _in_file(document, violation.path, node) is not None:
        return None
    if meant.value is None and _needed(document, violation.path):
        return None
    if isinstance(meant.value, str) and meant.value == node.text:
        fix = edit.quote(document.source, node)
        return None if fix is None else fix._replace(applicability=FIX)
    written = meant.written(as_json=document.in_json)
    title = f"Write {written}" if len(written) < _LONG else "Write what is meant"
    return edit.replace(node, written, title, FIX)
