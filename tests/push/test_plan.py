"""The plan: one row of its table after the other, and what is and is not a change."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revox_lint.environment import Environment
from revox_lint.push.environment import Target
from revox_lint.push.lock import LockEntry
from revox_lint.push.payload import (
    ABSENT,
    Change,
    came_back_different,
    canonical,
    changes,
    digest,
    merged,
    without_credentials,
)
from revox_lint.push.plan import Action, Definition, make_plan
from revox_lint.push.scope import Scope


def definition(key: str, name: str = "", **fields: Any) -> Definition:
    return Definition(key, {"name": name or key.upper(), "prompt": "p", **fields}, "0.1")


def entry(of: Definition, id_: str | None, **more: Any) -> LockEntry:
    return LockEntry(
        state="pending" if id_ is None else "created",
        id=id_,
        hash=digest(of.payload),
        name=of.name,
        contract="0.1",
        time="t",
        sent=of.payload,
        **more,
    )


SCOPE = Scope(Target(Environment(), "https://www.getrevox.com/api", ""), Path.cwd() / "lock")
A, B = definition("a"), definition("b")
A2 = definition("a", first_sentence="Hi")


def planned(
    definitions: list[Definition],
    entries: Mapping[str, LockEntry],
    gone: str = "",
    recreate: bool = False,
) -> list[tuple[str, str, str | None]]:
    steps = make_plan(
        definitions, entries, lambda key: key in gone.split(), SCOPE, recreate=recreate
    )
    return [(step.key, str(step.action), step.former_key) for step in steps]


def test_the_table() -> None:
    assert planned([A], {}) == [("a", "create", None)]
    assert planned([A], {"a": entry(A, "1")}) == [("a", "skip", None)]
    assert planned([A2], {"a": entry(A, "1")}) == [("a", "changed", None)]
    assert planned([A2], {"a": entry(A, "1")}, recreate=True) == [("a", "recreate", None)]
    assert planned([A], {"a": entry(A, "1")}, recreate=True) == [("a", "skip", None)]
    for recreate in (False, True):
        assert planned([A], {"a": entry(A, None)}, recreate=recreate) == [("a", "pending", None)]
        assert planned([A2], {"a": entry(A, None)}, recreate=recreate) == [("a", "pending", None)]


def test_a_renamed_file_is_a_new_key_and_no_request() -> None:
    moved = definition("b", "A")
    assert planned([moved], {"a": entry(A, "1")}, gone="a") == [("b", "rename", "a")]
    assert planned([moved], {"a": entry(A, None)}, gone="a") == [("b", "pending", "a")]


def test_a_copy_is_no_rename() -> None:
    copy = definition("b", "A")
    assert planned([copy], {"a": entry(A, "1")}) == [("b", "name taken", None)]
    # Two files with what one had: one of them is it, the other has its name.
    assert planned([copy, definition("c", "A")], {"a": entry(A, "1")}, gone="a") == [
        ("b", "rename", "a"),
        ("c", "name taken", None),
    ]


def test_a_file_renamed_and_changed_at_once_is_not_created_beside_its_assistant() -> None:
    moved = definition("b", "A", first_sentence="Hi")
    assert planned([moved], {"a": entry(A, "1")}, gone="a") == [("b", "name taken", None)]


def test_a_name_is_given_once_in_an_environment() -> None:
    twin = definition("b", "A")
    assert planned([A, twin], {}) == [("a", "name taken", None), ("b", "name taken", None)]
    assert planned([A, twin], {"a": entry(A, "1")}) == [
        ("a", "skip", None),
        ("b", "name taken", None),
    ]
    assert planned([A, twin], {"a": entry(A, None)}) == [
        ("a", "pending", None),
        ("b", "name taken", None),
    ]
    # The definition is gone, its assistant is not.
    assert planned([twin], {"a": entry(A2, "1")}, gone="a") == [("b", "name taken", None)]
    # The file has a new name in it; the assistant at Revox still has the old one.
    renamed = definition("a", "C")
    changed_twin = definition("b", "A", first_sentence="Hi")
    assert planned([renamed, changed_twin], {"a": entry(A, "1")}) == [
        ("a", "changed", None),
        ("b", "name taken", None),
    ]
    # What was created is in another file now, and this one is new.
    assert planned([renamed, twin], {"a": entry(A, "1")}) == [
        ("a", "create", None),
        ("b", "rename", "a"),
    ]


def test_files_renamed_in_a_row_and_swapped() -> None:
    lock = {"a": entry(A, "1"), "b": entry(B, "2")}
    assert planned([definition("a", "B"), definition("b", "A")], lock) == [
        ("a", "rename", "b"),
        ("b", "rename", "a"),
    ]
    row = [definition("a", "NEW"), definition("b", "A"), definition("c", "B")]
    assert planned(row, lock) == [("a", "create", None), ("b", "rename", "a"), ("c", "rename", "b")]
    over_a_deleted_one = [definition("b", "A")]
    assert planned(over_a_deleted_one, lock, gone="a") == [("b", "rename", "a")]


@given(st.permutations(range(6)), st.sets(st.integers(0, 5)), st.integers(0, 3))
def test_unchanged_definitions_need_no_request_wherever_they_are(
    order: list[int], deleted: set[int], shift: int
) -> None:
    lock = {f"f{n}": entry(definition(f"f{n}", f"N{n}"), str(n)) for n in range(6)}
    moved = {n: f"f{at + shift}" for at, n in enumerate(order) if n not in deleted}
    there = set(moved.values())
    definitions = [definition(key, f"N{n}") for n, key in moved.items()]
    gone = " ".join(key for key in lock if key not in there)
    for n, (key, action, former) in zip(moved, planned(definitions, lock, gone), strict=True):
        expected = ("skip", None) if key == f"f{n}" else ("rename", f"f{n}")
        assert (action, former) == expected


def test_recreating_a_definition_does_not_collide_with_itself() -> None:
    assert planned([A2, B], {"a": entry(A, "1"), "b": entry(B, "2")}, recreate=True) == [
        ("a", "recreate", None),
        ("b", "skip", None),
    ]


def test_definitions_that_are_gone_stay_out_of_the_plan() -> None:
    assert planned([B], {"a": entry(A, "1")}, gone="a") == [("b", "create", None)]


def test_the_reasons_name_ids_and_what_to_do() -> None:
    steps = make_plan(
        [A2, B, definition("c", "D")],
        {"a": entry(A, "1"), "b": entry(B, None), "d": entry(definition("d", x=1), "4")},
        lambda key: key == "d",
        SCOPE,
    )
    assert [step.reason for step in steps] == [
        "changed, and the API cannot update it; `--recreate` creates a new one beside it",
        (
            "an earlier push may have created it (t); look for `B` at Revox: if it is there, run"
            " `revox-lint push adopt b ID`, else `revox-lint push forget b`"
        ),
        "`d` is in the lock under the same name, `D` (4); write it as `d` again, or"
        " change the name if it is another; only if that assistant is not at Revox, run"
        " `revox-lint push forget d`",
    ]
    assert [step.action for step in steps] == [Action.CHANGED, Action.PENDING, Action.NAME_TAKEN]


# --- payloads --------------------------------------------------------------------------


def test_what_is_no_change_has_one_hash() -> None:
    assert canonical({"b": 1.0, "a": ["é", None, True]}) == b'{"a":["\\u00e9",null,true],"b":1}'
    assert digest({"a": 1, "b": 2}) == digest({"b": 2.0, "a": 1})


@pytest.mark.parametrize(
    ("one", "other"),
    [({"a": None}, {}), ({"a": True}, {"a": 1}), ({"a": "1"}, {"a": 1}), ({"a": ""}, {"a": None})],
)
def test_what_is_a_change_has_another_hash(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert digest(one) != digest(other)


def test_overrides_go_field_by_field_into_mappings_and_replace_everything_else() -> None:
    payload = {"voice": {"id": "v", "speed": 1}, "faq_items": [1], "webhook_url": "x"}
    overrides = {"voice": {"speed": 2}, "faq_items": [], "calendly": {"a": 1}}
    assert merged(payload, overrides) == {
        "voice": {"id": "v", "speed": 2},
        "faq_items": [],
        "webhook_url": "x",
        "calendly": {"a": 1},
    }
    assert payload["voice"] == {"id": "v", "speed": 1}


def test_changes_have_pointers() -> None:
    before = {"a": 1, "gone": None, "x/y": {"~": [1, 2]}, "same": 1.0}
    after = {"a": "1", "x/y": {"~": [1, 3, 4]}, "same": 1, "new": None}
    assert list(changes(before, after)) == [
        Change("/a", 1, "1"),
        Change("/x~1y/~0/1", 2, 3),
        Change("/x~1y/~0/2", ABSENT, 4),
        Change("/new", ABSENT, None),
        Change("/gone", None, ABSENT),
    ]


def test_what_came_back_different() -> None:
    sent = {
        "a": 1,
        "same": 1,
        "left_out": 2,
        "faq_items": [{"question": "q"}],
        "voice": {"speed": 1.5},
        "list": [1],
        "null": None,
        "flag": True,
    }
    received = {
        "a": 2,
        "same": 1.0,
        "more": 1,
        "faq_items": [{"question": "q", "id": "7"}],
        "voice": {"speed": 1.0, "id": "v"},
        "list": [1, 2],
        "null": "x",
        "flag": 1,
    }
    assert list(came_back_different(sent, received)) == [
        Change("/a", 1, 2),
        Change("/voice/speed", 1.5, 1.0),
        Change("/list", [1], [1, 2]),
        Change("/null", None, "x"),
        Change("/flag", True, 1),
    ]


def test_credentials_in_urls_are_told_apart_and_not_kept() -> None:
    payload = {
        "webhook_url": "https://joe:swordfish@hooks.acme.com/a?token=s3cr3t&x=1#part",
        "prompt": "Ask for a=b at https://acme.com?x=1",
    }
    kept = without_credentials(payload)
    assert kept == {
        "webhook_url": (
            "https://sha256-24c84751@hooks.acme.com/a?token=sha256-4e738ca5&x=sha256-6b86b273#part"
        ),
        "prompt": "Ask for a=b at https://acme.com?x=1",
    }
