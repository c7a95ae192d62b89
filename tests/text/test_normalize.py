"""Parts of words are found wherever they stand, whatever the case and however often."""

from __future__ import annotations

import pytest

from revox_lint.text.normalize import present


@pytest.mark.parametrize(
    ("stems", "text", "found"),
    [
        (("transf", "durch"), "Transfer the call. TRANSFER it.", ["transf"]),
        (("put ", "hang up"), "Put it through", ["put "]),
        (("fer the",), "transfer the\ncall", ["fer the"]),
        (("the call",), "transfer the\ncall", []),
        (("strasse",), "Die Straße", ["strasse"]),
        (("a",), "", []),
    ],
)
def test_present(stems: tuple[str, ...], text: str, found: list[str]) -> None:
    assert present(stems, text) == found
