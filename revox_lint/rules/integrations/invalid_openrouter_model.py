"""A model ID that OpenRouter cannot have: not `author/slug` with an optional `:variant`.

The call fails as soon as the model is asked. OpenRouter's documentation writes IDs as
`openai/gpt-4.1`, with variants as in `meta-llama/llama-3.3-70b-instruct:free`. Other software
puts `openrouter/` in front to choose the service; to OpenRouter itself that is an author, with only
its own models, such as `openrouter/auto`.

Also valid: an author with `~` in front, which leads to the latest model of a family, and presets,
`@preset/name`, alone or behind a model. IDs are lower case; one with capital letters is a warning,
because OpenRouter may find the model all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revox_lint import edit
from revox_lint.diagnostic import Applicability, Finding, Severity
from revox_lint.document import Document
from revox_lint.facts.openrouter import AUTHORS

SEVERITY = Severity.ERROR
FIX = Applicability.SAFE

BAD = """\
llm_model:
  type: openrouter
  openrouter_model_id: openrouter/openai/gpt-4.1  # error
  openrouter_provider: openai
"""

GOOD = """\
llm_model:
  type: openrouter
  openrouter_model_id: openai/gpt-4.1
  openrouter_provider: openai
"""


_SLUG = r"[a-z0-9][a-z0-9._-]*"
_PRESET = r"@preset/[a-z0-9][a-z0-9_-]*"
_ID = rf"(?:~?{_SLUG}/{_SLUG}(?::[a-z0-9][a-z0-9._-]*)*(?:{_PRESET})?|{_PRESET})"
_PREFIX = r"(?:https?://)?(?:www\.)?openrouter(?:\.ai)?(?:/models)?[/:]"


def check(document: Document) -> Iterator[Finding]:
    model = document.string(*document.roles.openrouter_model)
    if model is None or not model.text.strip():
        return
    if document.value(*document.roles.model_type) == "dedicated-instance":
        return  # A field of the other variant, reported as such.
    text, subject = model.text, f"OpenRouter model {document.quoted(model.text)}"
    misses_author = _without_author(text)
    if re.fullmatch(_ID, text) and not misses_author:
        return
    prefix = re.match(_PREFIX, text, re.IGNORECASE)
    severity, fix, right = None, None, ""
    if re.fullmatch(_ID, text.lower()) and not misses_author:
        severity, right = Severity.WARNING, text.lower()
        message = f"{subject} has capital letters"
    elif prefix is not None and re.fullmatch(_ID, text[prefix.end() :]):
        right = text[prefix.end() :]
        message = f"{subject} starts with {document.quoted(prefix[0])}"
        part = document.within(model, 0, prefix.end())
        fix = edit.replace_part(model, part, "", f"Write the ID as {right}", FIX)
    else:
        right = _meant(text)
        guess = f", did you mean {document.quoted(right)}?" if right else ""
        message = f"{subject} {_problem(text)}{guess}"
    help = f"write {document.quoted(right)}" if right else _HELP
    yield Finding(model, message, help=help, severity=severity, fix=fix)


_HELP = "write `author/slug`, such as `openai/gpt-4.1`, as listed at openrouter.ai/models"


def _without_author(text: str) -> str:
    """The slug in `openrouter/gpt-4.1`, where the service is written instead of the author."""
    service, _, slug = text.partition("/")
    return slug if service == "openrouter" and "/" not in slug and _author(slug) else ""


def _author(slug: str) -> str:
    family = re.match(r"o[134](?![a-z0-9])|[a-z]+", slug.lower())
    return AUTHORS.get(family[0], "") if family is not None else ""


def _meant(text: str) -> str:
    """The ID that `text` is short for, or "" where that is unclear."""
    slug = (_without_author(text) or text).lower()
    if "/" in slug:
        return ""
    author = _author(slug)
    right = f"{author}/{slug}" if author else slug.replace(":", "/", 1)
    return right if re.fullmatch(_ID, right) else ""


def _problem(text: str) -> str:
    if "{{" in text or "}}" in text:
        return "has a placeholder in it"
    if re.search(r"\s", text):
        return "has white space in it"
    if "/" not in text:
        return "has no author"
    if _without_author(text):
        return "has the service instead of the author"
    if text.strip("/").count("/") > 1:
        return "has more than two parts"
    return "is not a possible ID"
