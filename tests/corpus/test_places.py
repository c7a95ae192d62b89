"""In definitions with anything wrong in them, a diagnostic marks what its message names."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Final

import yaml
from hypothesis import HealthCheck, given, settings

from revox_lint import lint_text
from revox_lint.diagnostic import Diagnostic
from revox_lint.syntax.quote import excerpt
from tests.corpus.mutated import definitions

ABOUT_SOMETHING_ELSE: Final = {
    "missing-field": "the mapping that lacks it",
    "outputs-without-webhook": "the field that has no receiver",
    "undescribed-output": "the first key of the output",
    "enum-without-options": "the type, or the list that is empty",
    "implicit-sentence-mode": "the field whose mode is missing",
    "long-opening": "a sentence, in seconds",
    "long-voicemail": "a message, in seconds",
    "long-faq-answer": "an answer, in characters",
    "unreachable-webhook": "the host, in small letters",
    "repeated-voicemail": "a message, in attempts",
    "transfer-never-mentioned": "what the prompt lacks",
    "sentence-never-spoken": "the delay, with its unit",
}
"""Rules whose message is not about the text that is marked, but about what it means."""


def shortened(text: str) -> str:
    """Return a text as a message shows it: on one line, of 60 characters at most."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59] + "…"


def forms(marked: str) -> set[str]:
    """Return how a message may show what is marked: as written, or as the string that it is."""
    shown = {shortened(marked), excerpt(marked)}
    if marked[:1] in ('"', "'", "|", ">"):
        with suppress(yaml.YAMLError):
            text = str(yaml.safe_load(marked))
            shown |= {shortened(text), excerpt(text)}
    return {form.rstrip("…") for form in shown}


def everything(diagnostic: Diagnostic) -> tuple[object, ...]:
    """Return all that a report could show of a diagnostic."""
    related = [(one.message, one.span) for one in diagnostic.related]
    one = diagnostic
    return (one.rule, one.severity, one.message, one.span, one.pointer, one.help, related, one.fix)


def names_it(diagnostic: Diagnostic, marked: str) -> bool:
    """Return whether a text in backticks is in what is marked, or what is marked is in one.

    A list, a mapping, null, blank text and white space have no name.
    """
    if not marked.strip("\"' \t\n|>-~") or marked[0] in "[{" or marked.lower() == "null":
        return True
    if re.search(r"\bnot a (?:list|mapping)|\bis a list\b", diagnostic.message):
        return True
    named = [one.rstrip("…") for one in re.findall(r"`([^`]+)`", diagnostic.message)]
    return any(form in one or one in form for form in forms(marked) for one in named if one)


@settings(
    max_examples=400,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(definitions())
def test_a_message_names_what_is_marked(definition: tuple[str, str]) -> None:
    text, path = definition
    body = text.removeprefix("\ufeff")
    found = lint_text(text, path=path)
    for one in found:
        marked = body[one.span.start : one.span.end]
        where = (one.rule, one.message, marked)
        assert 0 <= one.span.start < one.span.end <= len(body), where
        assert "\n" not in one.message and "\r" not in one.message, where
        assert one.rule in ABOUT_SOMETHING_ELSE or names_it(one, marked), where
        for related in one.related:
            assert 0 <= related.span.start < related.span.end <= len(body), where
    again = lint_text(text, path=path)
    assert [everything(one) for one in again] == [everything(one) for one in found]
    assert [one.span for one in found] == sorted(one.span for one in found)
