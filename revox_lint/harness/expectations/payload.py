"""Expectations about the definition as it would be sent: single values, or a whole snapshot."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from revox_lint.harness.expectations.expectation import ExpectationKind, Mismatch, Situation
from revox_lint.harness.reading import entries
from revox_lint.syntax.node import plain
from revox_lint.syntax.span import Span
from revox_lint.text.suggest import suggest
from revox_lint.workspace import SNAPSHOT_SUFFIX

if TYPE_CHECKING:
    from pathlib import Path

    from revox_lint.harness.reading import Reader
    from revox_lint.syntax.node import Node


class _Value(NamedTuple):
    pointer: str
    value: Any
    span: Span


_ABSENT = object()


def _read_payload(reader: Reader, node: Node) -> tuple[_Value, ...] | None:
    mapping = reader.mapping(node)
    if mapping is None:
        return None
    before = len(reader.errors)
    values = []
    for entry in entries(mapping):
        pointer = entry.name
        if not pointer.startswith("/") or "~" in pointer.replace("~0", "").replace("~1", ""):
            reader.error(
                entry.key,
                f"`{pointer}` is not a JSON pointer, such as `/voice/speed`",
            )
            continue
        values.append(_Value(pointer, plain(entry.value), entry.value.span))
    return tuple(values) if len(reader.errors) == before else None


def _at(pointer: str, value: Any) -> Any:
    for part in pointer[1:].split("/"):
        value = _step(_name(part), value)
    return value


def _name(part: str) -> str:
    return part.replace("~1", "/").replace("~0", "~")


def _step(name: str, value: Any) -> Any:
    """Return what `value` has under a name or an index, or `_ABSENT`."""
    if isinstance(value, dict) and name in value:
        return value[name]
    if isinstance(value, list) and _is_index(name) and int(name) < len(value):
        return value[int(name)]
    return _ABSENT


def _near(pointer: str, value: Any) -> tuple[str, ...]:
    """Return a line for the first part of a pointer that leads nowhere but is nearly a key."""
    for name in map(_name, pointer[1:].split("/")):
        found = _step(name, value)
        if found is _ABSENT:
            close = suggest(name, value if isinstance(value, dict) else (), least=0.6)
            return () if close is None else (f"there is no `{name}`, did you mean `{close}`?",)
        value = found
    return ()


def _is_index(name: str) -> bool:
    return name.isascii() and name.isdigit() and len(name) < 7 and (name == "0" or name[0] != "0")


def same(one: Any, other: Any) -> bool:
    """Return whether two values are equal as JSON: `true` is not `1`, and `1` is `1.0`."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


def _judge_payload(
    situation: Situation, expected: tuple[_Value, ...], span: Span
) -> Iterator[Mismatch]:
    for pointer, value, place in expected:
        found = _at(pointer, situation.subject.values)
        if found is _ABSENT:
            yield Mismatch(
                f"payload {pointer}",
                place,
                _json(value),
                "nothing: it is not there",
                _near(pointer, situation.subject.values),
            )
        elif not same(found, value):
            yield Mismatch(f"payload {pointer}", place, _json(value), _json(found))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


# --- snapshots ----------------------------------------------------------------------------


def _read_snapshot(reader: Reader, node: Node) -> str | None:
    wanted = f"the path of a `{SNAPSHOT_SUFFIX}` file beside the test file, or below it"
    name = reader.text(node)
    if name is None:
        return None
    path = PurePosixPath(name.replace("\\", "/"))
    outside = path.is_absolute() or ".." in path.parts or ":" in path.parts[0]
    if outside or path.suffix != ".json" or "\0" in name:
        reader.error(node, f"`payload_snapshot` should be {wanted}, not `{name}`")
        return None
    if not path.name.endswith(SNAPSHOT_SUFFIX):
        # Under another name it would be linted and pushed as an assistant.
        reader.error(
            node,
            f"`payload_snapshot` should end in `{SNAPSHOT_SUFFIX}`, not `{name}`",
            f"rename the file and write `{path.with_suffix(SNAPSHOT_SUFFIX)}`",
        )
        return None
    return str(path)


def snapshot_text(values: Any) -> str:
    """Return a definition as the text of its snapshot: sorted JSON, one value a line."""
    return json.dumps(values, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _judge_snapshot(situation: Situation, expected: str, span: Span) -> Iterator[Mismatch]:
    path = situation.folder / expected
    text = snapshot_text(situation.subject.values)
    if situation.update_snapshots:
        before = path.read_bytes() if path.is_file() else None
        problem = _write(situation.folder, path, text)
        if problem is None and before != text.encode():
            situation.written.append(expected)
        if problem is not None:
            yield Mismatch("payload_snapshot", span, f"`{expected}` written", problem)
        return
    try:
        stored = path.read_text(encoding="utf-8")
        known = json.loads(stored)
    except FileNotFoundError:
        detail = ("`--update-snapshots` writes it",)
        yield Mismatch("payload_snapshot", span, f"the file `{expected}`", "no such file", detail)
        return
    except (OSError, ValueError, RecursionError) as error:
        found = f"a file that cannot be read: {type(error).__name__}"
        yield Mismatch("payload_snapshot", span, f"the file `{expected}`", found)
        return
    if not same(known, situation.subject.values):
        lines = difflib.unified_diff(
            snapshot_text(known).splitlines(),
            text.splitlines(),
            "snapshot",
            "now",
            lineterm="",
            n=1,
        )
        changed = [line for line in lines if not line.startswith(("---", "+++"))]
        more = (f"… {len(changed) - 20} more lines",) if len(changed) > 20 else ()
        yield Mismatch(
            "payload_snapshot",
            span,
            f"what `{expected}` holds",
            "a different definition",
            (*changed[:20], *more, "`--update-snapshots` takes the definition as it is now"),
        )


def _write(folder: Path, path: Path, text: str) -> str | None:
    """Write a snapshot, only below the test file's folder; answers what kept it from that."""
    try:
        if not path.resolve().is_relative_to(folder.resolve()) or path.is_symlink():
            return "a path that leads out of the test file's folder"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_bytes() != text.encode():
            path.write_bytes(text.encode())
    except (OSError, RuntimeError, UnicodeEncodeError) as error:
        return f"a file that cannot be written: {type(error).__name__}"
    return None


KINDS = (
    ExpectationKind(
        "payload",
        "Values of the definition as it would be sent, by JSON pointer.",
        {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": "^/"},
            "additionalProperties": True,
        },
        _read_payload,
        _judge_payload,
    ),
    ExpectationKind(
        "payload_snapshot",
        f"A `{SNAPSHOT_SUFFIX}` file with the whole definition; `--update-snapshots` writes it.",
        {"type": "string", "pattern": "\\.snapshot\\.json$"},
        _read_snapshot,
        _judge_snapshot,
    ),
)
