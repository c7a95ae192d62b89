"""An OpenRouter provider written as its display name or as a model, not as its slug.

OpenRouter knows providers by slugs: small letters, digits and hyphens, such as
`google-vertex`. With another name it finds no provider, and the call may have no model. Its
documentation of provider routing also has slugs of one endpoint, with a quantization, a speed
or a region behind a slash: `deepinfra/turbo`, `google-vertex/us-east5`. Those are accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document

SEVERITY = Severity.WARNING

# Slugs that do not follow from the display name, as of https://openrouter.ai/providers.
SLUGS = {
    "alibaba cloud": "alibaba",
    "alibaba cloud int.": "alibaba",
    "aws": "amazon-bedrock",
    "aws bedrock": "amazon-bedrock",
    "bedrock": "amazon-bedrock",
    "azure openai": "azure",
    "microsoft azure": "azure",
    "google ai": "google-ai-studio",
    "google gemini": "google-ai-studio",
    "google vertex ai": "google-vertex",
    "vertex ai": "google-vertex",
    "mistral ai": "mistral",
    "moonshot ai": "moonshotai",
    "nebius ai studio": "nebius",
    "nebius token factory": "nebius",
    "open ai": "openai",
    "together ai": "together",
    "together.ai": "together",
    "x ai": "xai",
    "x.ai": "xai",
    "z.ai": "z-ai",
}

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


def check(document: Document) -> Iterator[Finding]:
    provider = document.string("llm_model", "openrouter_provider")
    if provider is None or not provider.text.strip():
        return
    if document.value("llm_model", "type") == "dedicated-instance":
        return  # The field has no business there: another rule's subject.
    text = provider.text
    if re.fullmatch(_SLUG, text):
        return
    line = " ".join(text.split())
    shown = f"`{line if len(line) <= 60 else line[:59] + '…'}`"
    slug = _slug(text)
    yield Finding(
        provider,
        f"the OpenRouter provider {shown} {_problem(text)}; "
        "it must be a slug, such as `openai` or `google-vertex`",
        help=f"did you mean `{slug}`?" if slug else "copy the slug from openrouter.ai/providers",
    )


# An endpoint's part behind the slash: speed, quantization, region.
_ENDPOINT = (
    r"(?:turbo|base|fast|flex|priority|standard|fp(?:4|6|8|16|32)|bf16|int[48]|nvfp4|mxfp4"
    r"|global|us|eu|europe|asia|[a-z]+-(?:[a-z]+-?)+[0-9]?)"
)
_SLUG = rf"[a-z0-9]+(?:-[a-z0-9]+)*(?:/{_ENDPOINT})?"


def _problem(text: str) -> str:
    if "{{" in text or "}}" in text:
        return "has a placeholder in it"
    if "/" in text:
        return "looks like a model or an address"
    if text != text.strip():
        return "has white space around it"
    if "," in text:
        return "is more than one"
    return "looks like a display name"


def _slug(text: str) -> str:
    if "{{" in text or "," in text:
        return ""
    name = " ".join(text.lower().split())
    slug = SLUGS.get(name) or re.sub(r"[\s_]+", "-", name.partition("/")[0].strip())
    return slug if re.fullmatch(_SLUG, slug) else ""
