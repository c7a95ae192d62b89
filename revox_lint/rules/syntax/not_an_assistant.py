"""A document that is a list, a scalar, empty, or the file of another tool.

An assistant is a mapping with at least `name` and `prompt`. A list, a lone string or an empty
document, such as after a last `---`, defines nothing. A mapping without a field that is like one of
an assistant, such as a `package.json`, is reported once, not field by field; so is a definition
that is wrapped in another field, as in an API response.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.contract.suggest import GUESSES, mapping_with_field, suggest_field
from revox_lint.contract.wording import listed
from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.facts.synonyms import FIELDS
from revox_lint.syntax.node import Broken, Entry, Mapping, Node, Scalar, Sequence
from revox_lint.syntax.span import Span
from revox_lint.syntax.tree import ProblemKind

SEVERITY = Severity.ERROR
SUPERSEDES = ("missing-field", "unknown-field")

BAD = """\
- name: Sales  # error
- name: Support
"""

GOOD = """\
name: Sales
"""

_SHOWN = 3
_WORDS = {Sequence: "a list", Scalar: "a single value"}


def check(document: Document) -> Iterator[Finding]:
    root = document.tree.root
    wrapper = _wrapper(document, root) if isinstance(root, Mapping) else None
    if isinstance(root, Mapping) and wrapper is not None:
        name = document.quoted(wrapper.name)
        keyed = [one for one in root.entries[:GUESSES] if _defines(document, one.value)]
        inner = wrapper.value.entries if isinstance(wrapper.value, Mapping) else ()
        several = len(keyed) > 1 or wrapper not in keyed
        said = f"{name} wraps the definition, which has its fields at the top level"
        if len(keyed) > 1:
            names = listed((one.name for one in keyed[:_SHOWN]), "and")
            said = f"{names} are definitions, expected one with its fields at the top level"
        elif several:
            kind = "has definitions by name" if inner else "is a list of definitions"
            said = f"{name} {kind}, expected one with its fields at the top level"
        yield Finding(
            wrapper.key,
            said,
            help=_one_each(document)
            if several
            else f"move the fields below {name} to the top level, and remove {name}",
            covers=tuple(entry.key for entry in root),
        )
    elif isinstance(root, Mapping) and _of_another_tool(document, root):
        keys = [entry.key for entry in root]
        yield Finding(
            keys[0],
            "the document has no field of an assistant",
            help="write an assistant, or `exclude` the file in the configuration",
            covers=tuple(keys[1:]),
        )
    if isinstance(root, (Broken, Mapping)):
        return
    if root is None:
        if document.tree.blanks or any(True for _ in document.problems(ProblemKind.SYNTAX)):
            return
        start = document.extent.start
        text = document.source.text
        mark = Span(start, start + 3) if text.startswith("---", start) else Span(start, start)
        yield Finding(
            mark,
            "empty document, expected a mapping with `name` and `prompt`",
            help="write an assistant, or remove the document",
        )
        return
    if isinstance(root, Sequence) and _is_list_of_fields(document, root):
        yield Finding(
            root,
            "the document is a list of fields, expected a mapping with `name` and `prompt`",
            help='write one mapping: `{"name": "…", "prompt": "…"}`'
            if document.in_json
            else "remove the `- ` in front of each field",
        )
        return
    yield Finding(
        root,
        f"the document is {_WORDS.get(type(root), 'a value')}, expected a mapping with `name` and "
        "`prompt`",
        help=_form(document) if isinstance(root, Scalar) else _one_each(document),
    )


def _is_list_of_fields(document: Document, root: Sequence) -> bool:
    """Return whether each element of a list is one field of an assistant."""
    known = document.contract.fields(())
    names = [
        item.entries[0].name
        for item in root.items[:GUESSES]
        if isinstance(item, Mapping) and len(item.entries) == 1
    ]
    return 1 < len(names) == len(set(names) & set(known)) == len(root.items[:GUESSES])


def _form(document: Document) -> str:
    return (
        'write `{"name": "…", "prompt": "…"}`' if document.in_json else "write `key: value` lines"
    )


def _one_each(document: Document) -> str:
    if document.in_json:
        return "write one assistant per file"
    return "write one assistant per document, separated by lines with `---`"


def _wrapper(document: Document, root: Mapping) -> Entry | None:
    """Return the field of an API response, or of a list, that has the whole definition in it."""
    known = document.contract.fields(())
    if str(document.roles.prompt[-1]) in root:
        return None
    for entry in root.entries[:GUESSES]:
        inner = entry.value
        elements = inner.items if isinstance(inner, Sequence) else ()
        if isinstance(inner, Mapping) and len(inner.entries) > 1:
            elements = tuple(one.value for one in inner.entries)
        several = bool(elements) and _defines(document, elements[0])
        if entry.name not in known and (several or _defines(document, inner)):
            return entry
    return None


def _defines(document: Document, node: Node) -> bool:
    return isinstance(node, Mapping) and str(document.roles.prompt[-1]) in node


def _of_another_tool(document: Document, root: Mapping) -> bool:
    """Return whether no field of a document is one of an assistant, or meant to be one."""
    known = document.contract.fields(())
    names = [entry.name for entry in root][:GUESSES]
    unknown = [name for name in names if name not in known]
    # `name` is a field of many files; beside it, a single other one may be a mistake.
    if len(names) - len(unknown) > (document.contract.roles.name[-1] in names and len(unknown) > 1):
        return False
    return bool(unknown) and not any(_is_near(document, root, name) for name in unknown)


def _is_near(document: Document, root: Mapping, name: str) -> bool:
    """Return whether a name is one of an API response, or was meant for a field."""
    contract = document.contract
    if name.lower() in FIELDS[str(contract.roles.name[-1])]:
        return False  # every other file has a `title`
    return (
        contract.server_only((name,))
        or bool(contract.lifecycle((name,)))
        or mapping_with_field(contract, (), name) is not None
        or suggest_field(contract, (), name, contract.fields(()), root) is not None
    )
