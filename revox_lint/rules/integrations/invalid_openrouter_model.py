"""A model ID that OpenRouter cannot have: not `author/slug`, with a variant behind `:` at most.

The call would fail as soon as the model is asked. OpenRouter's documentation writes IDs as
`openai/gpt-4.1`, with variants as in `meta-llama/llama-3.3-70b-instruct:free`. Other software
puts `openrouter/` in front to say which service to use; to OpenRouter itself that is an
author, who has only models of its own, such as `openrouter/auto`.

Accepted as well: an author with `~` in front, which leads to the latest model of a family, and
presets, `@preset/name`, alone or behind a model. IDs are written in small letters; one with
capitals is a warning, for OpenRouter may find the model all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revox_lint import edit
from revox_lint.diagnostic import Applicability, Finding, Severity
from revox_lint.document import Document

SEVERITY = Severity.ERROR
FIX = Applicability.SAFE

# The authors of model families that are often written without one, as of
# https://openrouter.ai/models.
AUTHORS = {
    "gpt": "openai",
    "chatgpt": "openai",
    "o1": "openai",
    "o3": "openai",
    "o4": "openai",
    "claude": "anthropic",
    "gemini": "google",
    "gemma": "google",
    "llama": "meta-llama",
    "mistral": "mistralai",
    "mixtral": "mistralai",
    "ministral": "mistralai",
    "codestral": "mistralai",
    "deepseek": "deepseek",
    "qwen": "qwen",
    "grok": "x-ai",
    "command": "cohere",
    "kimi": "moonshotai",
    "glm": "z-ai",
    "nova": "amazon",
    "sonar": "perplexity",
}

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


def check(document: Document) -> Iterator[Finding]:
    model = document.string("llm_model", "openrouter_model_id")
    if model is None or not model.text.strip():
        return
    if document.value("llm_model", "type") == "dedicated-instance":
        return  # The field has no business there: another rule's subject.
    text = model.text
    if re.fullmatch(_ID, text) and not _without_author(text):
        return
    if re.fullmatch(_ID, text.lower()) and not _without_author(text):
        yield Finding(
            model,
            f"the OpenRouter model ID {_shown(text)} has capital letters; "
            f"OpenRouter writes IDs small, as in `{text.lower()}`",
            help="copy the ID from openrouter.ai/models",
            severity=Severity.WARNING,
        )
        return
    prefix = re.match(_PREFIX, text, re.IGNORECASE)
    if prefix is not None and re.fullmatch(_ID, text[prefix.end() :]):
        right = text[prefix.end() :]
        yield Finding(
            model,
            f"the OpenRouter model ID {_shown(text)} begins with `{prefix[0]}`; "
            f"to OpenRouter the model is called `{right}`",
            help=f"write `{right}`",
            fix=edit.replace_part(
                model,
                document.within(model, 0, prefix.end()),
                "",
                f"Write the ID as {right}",
                FIX,
            ),
        )
        return
    meant = _meant(text)
    yield Finding(
        model,
        f"the OpenRouter model ID {_shown(text)} {_problem(text)}; "
        "it must be `author/slug`, such as `openai/gpt-4.1`",
        help=f"did you mean `{meant}`?" if meant else "copy the ID from openrouter.ai/models",
    )


_SLUG = r"[a-z0-9][a-z0-9._-]*"
_PRESET = r"@preset/[a-z0-9][a-z0-9_-]*"
_ID = rf"(?:~?{_SLUG}/{_SLUG}(?::[a-z0-9][a-z0-9._-]*)*(?:{_PRESET})?|{_PRESET})"
_PREFIX = r"(?:https?://)?(?:www\.)?openrouter(?:\.ai)?(?:/models)?[/:]"


def _without_author(text: str) -> str:
    """The slug in `openrouter/gpt-4.1`, where the service stands for the author."""
    service, _, slug = text.partition("/")
    return slug if service == "openrouter" and "/" not in slug and _author(slug) else ""


def _author(slug: str) -> str:
    family = re.match(r"o[134](?![a-z0-9])|[a-z]+", slug.lower())
    return AUTHORS.get(family[0], "") if family is not None else ""


def _meant(text: str) -> str:
    """The ID that `text` is short for, where that is plain, else empty."""
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
        return "names no author"
    if _without_author(text):
        return "names the service in the author's place"
    if text.strip("/").count("/") > 1:
        return "has more than two parts"
    return "is none that OpenRouter can have"


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return f"`{line if len(line) <= 60 else line[:59] + '…'}`"
