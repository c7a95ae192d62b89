"""What the contract refuses is an error: `push` refuses no definition that `check` lets pass."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings

from revox_lint import lint_text
from revox_lint.contract import contract
from revox_lint.diagnostic import Severity
from revox_lint.document import documents
from revox_lint.syntax.parse import parse
from revox_lint.syntax.source import Source
from tests.corpus.mutated import definitions

_KINDS = ("[yes, no]", "[09:00, 12:30]", "[0600, 0700]", "[1, 2]", "[1.5, true]", "[{x: 1}, [a]]")
_LISTS = {
    "options": "structured_output_config: [{name: a, type: enum, required: true, "
    "description: What they want., enum_options: …}]",
    "outputs": "structured_output_config: …",
    "questions": "faq_items: …",
    "windows": "call_retry_config: {max_retry_attempts: 2, calling_windows: …}",
    "a name": "voice: {provider: cartesia, id: …}",
}


def _refused_has_an_error(text: str, path: str) -> None:
    found = lint_text(text, path=path)
    source = Source(path, text)
    for one in documents(source, parse(source), contract.load(contract.LATEST)):
        if one.violations:
            own = [each for each in found if each.document == one.index]
            assert any(each.severity is Severity.ERROR for each in own), text


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(definitions())
def test_what_the_contract_refuses_is_an_error(definition: tuple[str, str]) -> None:
    _refused_has_an_error(*definition)


@pytest.mark.parametrize("given", _LISTS.values(), ids=_LISTS)
def test_elements_with_different_mistakes(given: str) -> None:
    head = "name: Reception\nprompt: You answer.\nwebhook_url: https://hooks.northwind.io/calls\n"
    for first, second in product(_KINDS, repeat=2):
        both = first.replace("]", f", {second[1:]}") if first != second else first
        _refused_has_an_error(head + given.replace("…", both), "a.yaml")
        lines = "".join(f"\n  - {one}" for one in both[1:-1].split(", "))
        if given.endswith(": …"):
            _refused_has_an_error(head + given.replace(" …", lines), "a.yaml")
