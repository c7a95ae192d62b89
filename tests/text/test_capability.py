"""What a prompt tells the agent to do: sentences with each finding between `>` and `<`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from revox_lint.text import capability
from revox_lint.text.capability import Mention

KINDS: dict[str, Callable[[str], Iterator[Mention]]] = {
    "transfers": capability.transfers,
    "key_presses": capability.key_presses,
    "bookings": capability.bookings,
}


def _cases() -> Iterator[tuple[str, str]]:
    kind = ""
    path = Path(__file__).with_name("capability.txt")
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            kind = line[2:]
        else:
            yield kind, line.replace("\\n", "\n")


@pytest.mark.parametrize(("kind", "marked"), tuple(_cases()))
def test_the_sentences_of_four_languages(kind: str, marked: str) -> None:
    text = marked.replace(">", "").replace("<", "")
    found = text
    for start, end in reversed(list(KINDS[kind](text))):
        found = f"{found[:start]}>{found[start:end]}<{found[end:]}"
    assert found == marked


def test_of_a_line_made_by_a_machine_only_the_first_twenty_are_read() -> None:
    line = "Transfer the call. " * 30
    assert [one.start for one in capability.transfers(line)] == [19 * n for n in range(20)]
    assert len(list(capability.transfers(line + "\nTransfer the call."))) == 21
