"""A test file's text as a `Suite`: read strictly, with every mistake at its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from revox_lint import workspace
from revox_lint.harness.discover import MARK, TOP_KEYS
from revox_lint.harness.expectations import kinds
from revox_lint.harness.reading import (
    CollectionError,
    InputError,
    Reader,
    check_number,
    entries,
    meant_keys,
)
from revox_lint.harness.shape import report_shape
from revox_lint.harness.suite import Case, Expectation, Given, Rates, Suite
from revox_lint.schedule.model import DAYS, OUTCOMES, Assumptions
from revox_lint.syntax.node import Mapping, Node, Scalar, plain
from revox_lint.syntax.parse import parse
from revox_lint.syntax.quote import quote
from revox_lint.syntax.source import Source
from revox_lint.syntax.span import Span
from revox_lint.syntax.tree import ProblemKind
from revox_lint.text.suggest import suggest

VERSION = 1
GIVEN_KEYS = ("recipient", "at", "vars", "payload", "outcomes")
ASSUME_CHOICES: dict[str, tuple[str, ...]] = {
    "outside_window": ("next_opening", "next_day"),
    "max_retry_attempts": ("all_attempts", "retries_only"),
    "window_end": ("excluded", "included"),
    "repeated_hour": ("open_twice", "open_once"),
    "retry_delay_of": ("failed_window", "first_window"),
}
ASSUME_KEYS = tuple(Assumptions.__slots__)
TAG_PATTERN = "^[A-Za-z][A-Za-z0-9_-]*$"
RESERVED_TAGS = frozenset(
    {"skip", "skipif", "xfail", "parametrize", "usefixtures", "filterwarnings"}
    | {"and", "or", "not", "xdist_group"}
)
"""Words that mean something else to pytest, as marks or in `-m`."""


_EMPTY = f"write `{MARK}: {VERSION}`, and tests below `tests:`"


def read_file(path: Path, name: str) -> tuple[Source, Suite | None, list[CollectionError]]:
    """Read the test file at `path`, to be called `name`; one that cannot be read is an error."""
    try:
        source = Source.from_bytes(name, workspace.read_file(path))
    except workspace.UnreadableError as error:
        source = Source(name, "")
        message = f"cannot read the test file: {error}"
        return source, None, [CollectionError(source, Span(0, 0), message)]
    return source, *read_suite(source)


def read_suite(source: Source) -> tuple[Suite | None, list[CollectionError]]:
    """Read a test file. There is a suite exactly when there are no errors."""
    reader = Reader(source)
    for span, message, help, _ in source.misencodings:
        reader.error(span, message, help)
    parsed = parse(source, integer_keys=True)
    readable = not reader.errors
    for tree in parsed.trees:
        for problem in tree.problems:
            reader.error(problem.span, problem.message, problem.help, problem.related)
            readable = readable and problem.kind is not ProblemKind.SYNTAX
    if len(parsed.trees) > 1:
        reader.error(
            Span(parsed.trees[1].span.start, parsed.trees[1].span.start + 3),
            "a test file holds one document: put further tests into a file of their own",
        )
    suite = None
    root = parsed.trees[0].root
    if root is None:
        reader.error(
            Span(0, min(1, len(source.text))), "the file is empty: it should hold tests", _EMPTY
        )
    elif not isinstance(root, Mapping):
        reader.wrong_kind(root, "a test file", "a mapping with `revox_test: 1`")
    elif readable:
        suite = _suite(reader, root)
        if MARK in root:
            report_shape(reader, root)
    return (None if reader.errors else suite), sorted(reader.errors, key=lambda one: one.span)


def _suite(reader: Reader, root: Mapping) -> Suite | None:
    version = root.get(MARK)
    if version is None:
        meant = next((one.key for one in root if suggest(one.name, (MARK,))), None)
        reader.error(
            meant or (root.entries[0].key if root.entries else root),
            "the file has no `revox_test: 1` at its top: it is not a test file"
            if meant is None
            else f"unknown key {quote(meant.text)}, did you mean `{MARK}`?",
            f"write `{MARK}: {VERSION}`",
        )
        return None
    number = version.value.value if isinstance(version.value, Scalar) else None
    if type(number) is int and number != VERSION:
        reader.error(version.value, f"version {number} of the test format is not known")
    found = {entry.name: entry.value for entry in entries(root)}
    assume = _assume(reader, found["assume"]) if "assume" in found else Assumptions()
    rates = _rates(reader, found["rates"]) if "rates" in found else None
    defaults = Given()
    present = meant_keys(root, TOP_KEYS) & {"rates"}
    if "defaults" in found:
        mapping = reader.mapping(found["defaults"])
        if mapping is not None:
            defaults = _given(reader, mapping, Given())
            present |= meant_keys(mapping, GIVEN_KEYS)
    contract = _contract(reader, found["contract"]) if "contract" in found else None
    assistant, document = _assistant(reader, found.get("assistant"))
    cases: list[Case] = []
    if "tests" in found:
        names: dict[str, Node] = {}
        for item in reader.items(found["tests"]):
            case = _case(reader, item, defaults, names, present)
            if case is not None:
                cases.append(case)
    return Suite(
        source=reader.source,
        assistant=assistant,
        cases=tuple(cases),
        document=document,
        assistant_span=found["assistant"].span if "assistant" in found else version.key.span,
        contract=contract,
        assume=assume,
        rates=rates,
    )


def _assistant(reader: Reader, node: Node | None) -> tuple[str, int | None]:
    """Return the path under `assistant`, beside the test file; "" when its name has to tell."""
    if node is None:
        return "", None
    wanted = "the path of a definition, from this file's folder"
    text = reader.text(node)
    if text is None:
        return "", None
    path, hash_sign, number = text.rpartition("#")
    if not hash_sign:
        return text, None
    if not path or not number.isascii() or not number.isdigit() or not 0 < int(number[:9]) < 10**6:
        reader.error(
            node, f"`assistant` should be {wanted}, with `#2` for its second document: `{text}`"
        )
        return "", None
    return path, int(number) - 1


def _contract(reader: Reader, node: Node) -> str | None:
    from revox_lint.contract.contract import VERSIONS, UnknownContract, version_meant

    if isinstance(node, Scalar) and isinstance(node.value, float):
        # Its text, not the number: 0.1 and 0.10 are two versions.
        text: str | None = node.text
    else:
        text = reader.text(node)
    if text is not None and text not in VERSIONS:
        close = version_meant(text)
        help = f'write `"{VERSIONS[-1] if close is None else close}"`'
        reader.error(node, str(UnknownContract(text)), help)
        return None
    return text


def _rates(reader: Reader, node: Node) -> Rates | None:
    mapping = reader.mapping(node)
    found = {} if mapping is None else {entry.name: entry.value for entry in entries(mapping)}
    amount = reader.number(found["per_minute"], "per_minute") if "per_minute" in found else None
    currency = reader.text(found["currency"]) if "currency" in found else ""
    return None if amount is None or currency is None else Rates(amount, currency)


def _assume(reader: Reader, node: Node) -> Assumptions:
    mapping = reader.mapping(node)
    chosen: dict[str, Any] = {}
    for entry in entries(mapping) if mapping is not None else ():
        name, value = entry.name, entry.value
        if name == "days":
            days = _words(reader, value, "days", DAYS)
            chosen[name] = frozenset(DAYS.index(day) for day in days)
        elif name == "final_outcomes":
            chosen[name] = frozenset(_words(reader, value, name, OUTCOMES))
        elif name == "failed_call_seconds":
            chosen[name] = int(reader.number(value, name) or 0)
        elif name in ASSUME_CHOICES:
            word = reader.one_of(value, ASSUME_CHOICES[name])
            if word is not None:
                chosen[name] = word
    return Assumptions(**chosen)


def _words(reader: Reader, node: Node, name: str, choices: tuple[str, ...]) -> list[str]:
    words: dict[str, Node] = {}
    for item in reader.items(node):
        word = reader.one_of(item, choices)
        if word is not None and word in words:
            reader.error(
                item,
                f"`{word}` is given twice in `{name}`",
                related=(("first given here", words[word].span),),
            )
        elif word is not None:
            words[word] = item
    return list(words)


# --- given ----------------------------------------------------------------------------------


def _given(reader: Reader, mapping: Mapping, defaults: Given) -> Given:
    """Return what a mapping gives, over the defaults: `vars` are joined, all else replaces."""
    recipient, at = defaults.recipient, defaults.at
    values, payload, outcomes = dict(defaults.vars), defaults.payload, defaults.outcomes
    nodes = dict(defaults.nodes)
    for entry in entries(mapping):
        name, node = entry.name, entry.value
        nodes[name] = node
        if name == "recipient":
            recipient = _recipient(reader, node)
        elif name == "at":
            at = reader.instant(node, "at")
        elif name == "vars":
            values.update(_vars(reader, node))
            if isinstance(node, Mapping):
                nodes |= {f"vars/{one.name}": one.key for one in node}
        elif name == "payload":
            payload = _payload(reader, node)
        elif name == "outcomes":
            outcomes = _outcomes(reader, node)
    return Given(recipient, at, values, payload, outcomes, nodes)


def _recipient(reader: Reader, node: Node) -> str | None:
    text = reader.text(node)
    try:
        if text is not None:
            check_number(text, "recipient")
    except InputError as error:
        reader.error(node, str(error), error.help)
        return None
    return text


def _vars(reader: Reader, node: Node) -> dict[str, str]:
    mapping = reader.mapping(node)
    return {
        entry.name: entry.value.text
        for entry in (entries(mapping) if mapping is not None else ())
        if isinstance(entry.value, Scalar)
    }


def _payload(reader: Reader, node: Node) -> dict[str, Any] | None:
    mapping = reader.mapping(node)
    value = plain(mapping) if mapping is not None else None
    return value if isinstance(value, dict) else None


def _outcomes(reader: Reader, node: Node) -> tuple[str, ...]:
    words = [reader.one_of(item, OUTCOMES) for item in reader.items(node)]
    return tuple(word for word in words if word is not None)


# --- a test ----------------------------------------------------------------------------------


def _case(
    reader: Reader, node: Node, defaults: Given, names: dict[str, Node], present: frozenset[str]
) -> Case | None:
    """One test. `present` are the keys of `given`, and `rates`, that the whole file gives."""
    mapping = reader.mapping(node)
    if mapping is None:
        return None
    found = {entry.name: entry for entry in entries(mapping)}
    start = (mapping.entries[0].key if mapping.entries else mapping).span
    name = ""
    if "name" in found:
        name = _name(reader, found["name"].value, names)
        start = found["name"].value.span
    tags = _tags(reader, found["tags"].value) if "tags" in found else ()
    skip = None
    if "skip" in found:
        skip = reader.text(found["skip"].value)
    given = defaults
    if "given" in found:
        situation = reader.mapping(found["given"].value)
        if situation is not None:
            given = _given(reader, situation, defaults)
            present |= meant_keys(situation, GIVEN_KEYS)
    expectations: list[Expectation] = []
    if "expect" in found:
        expectations = _expect(reader, found["expect"].value, present)
    return Case(name, start, given, tuple(expectations), tags, skip)


def _name(reader: Reader, node: Node, names: dict[str, Node]) -> str:
    name = reader.text(node)
    if name is None:
        return ""
    if any(ord(char) < 32 for char in name):
        reader.error(node, "`name` should be on one line")
    elif name in names:
        reader.error(
            node,
            f"the name {quote(name)} is given to two tests of this file",
            related=(("first given here", names[name].span),),
        )
    names.setdefault(name, node)
    return name


def _tags(reader: Reader, node: Node) -> tuple[str, ...]:
    import re

    tags: dict[str, Node] = {}
    for item in reader.items(node):
        tag = reader.text(item)
        if tag is None:
            continue
        if not re.match(TAG_PATTERN, tag) or tag in RESERVED_TAGS:
            why = " (pytest gives it a meaning)" if tag in RESERVED_TAGS else ""
            reader.error(
                item,
                f"a tag is a word of letters, digits, `_` and `-`: {quote(tag)} cannot be one{why}",
            )
        elif tag in tags:
            reader.error(
                item,
                f"`{tag}` is given twice in `tags`",
                related=(("first given here", tags[tag].span),),
            )
        else:
            tags[tag] = item
    return tuple(tags)


def _expect(reader: Reader, node: Node, present: frozenset[str]) -> list[Expectation]:
    known = kinds()
    mapping = reader.mapping(node)
    if mapping is None:
        return []
    expectations = []
    for entry in entries(mapping):
        kind = known.get(entry.name)
        if kind is None:
            continue
        value = kind.read(reader, entry.value)
        lacking = kind.needs - present
        if "at" in lacking:
            reader.error(entry.key, f"`{kind.name}` needs an instant to start from: give `at`")
        if "payload" in lacking:
            reader.error(entry.key, f"`{kind.name}` needs data to judge: give `payload`")
        if "recipient" in lacking:
            reader.error(
                entry.key, f"`{kind.name}` needs somebody whose clock it is: give `recipient`"
            )
        if "rates" in lacking:
            reader.error(
                entry.key,
                f"`{kind.name}` needs prices: give `rates: {{per_minute: 0.10, currency: EUR}}`",
            )
        expectations.append(Expectation(kind.name, value, entry.key.span, entry.value.span))
    return expectations
