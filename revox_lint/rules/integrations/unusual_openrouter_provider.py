"""An OpenRouter provider that is not a slug, but a display name or a model.

OpenRouter identifies providers by slugs: lower-case letters, digits and hyphens, such as
`google-vertex`. With another name it finds no provider, and the call may have no model. Its
documentation of provider routing also has slugs of one endpoint, with a quantization, a speed
or a region behind a slash: `deepinfra/turbo`, `google-vertex/us-east5`. Those are valid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.facts.openrouter import SLUGS

SEVERITY = Severity.WARNING

BAD = """\
llm_model:
  type: openrouter
  openrouter_model_id: google/gemini-2.5-flash
  openrouter_provider: Google Vertex  # error
"""

GOOD = """\
llm_model:
  type: openrouter
  openrouter_model_id: google/gemini-2.5-flash
  openrouter_provider: google-vertex
"""


# An endpoint's part behind the slash: speed, quantization, region.
_ENDPOINT = (
    r"(?:turbo|base|fast|flex|priority|standard|fp(?:4|6|8|16|32)|bf16|int[48]|nvfp4|mxfp4"
    r"|global|us|eu|europe|asia|[a-z]+-(?:[a-z]+-?)+[0-9]?)"
)
_SLUG = rf"[a-z0-9]+(?:-[a-z0-9]+)*(?:/{_ENDPOINT})?"


def check(document: Document) -> Iterator[Finding]:
    provider = document.string(*document.roles.openrouter_provider)
    if provider is None or not provider.text.strip() or re.fullmatch(_SLUG, provider.text):
        return
    if document.value(*document.roles.model_type) == "dedicated-instance":
        return  # A field of the other variant, reported as such.
    slug = _slug(provider.text)
    guess = f", did you mean `{slug}`?" if slug else ""
    yield Finding(
        provider,
        f"OpenRouter provider {document.quoted(provider.text)} {_problem(provider.text)}{guess}",
        help=f"write `{slug}`" if slug else "copy the slug from openrouter.ai/providers",
    )


def _problem(text: str) -> str:
    if "{{" in text or "}}" in text:
        return "has a placeholder in it"
    if "/" in text:
        return "looks like a model or a URL"
    if text != text.strip():
        return "has white space around it"
    if "," in text:
        return "is more than one provider"
    return "looks like a display name"


def _slug(text: str) -> str:
    if "{{" in text or "," in text:
        return ""
    name = " ".join(text.lower().split())
    slug = SLUGS.get(name) or re.sub(r"[\s_]+", "-", name.partition("/")[0].strip())
    return slug if re.fullmatch(_SLUG, slug) else ""
