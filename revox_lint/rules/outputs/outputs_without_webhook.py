"""Structured outputs and no webhook to receive them.

What is extracted from a call is sent to `webhook_url` when the call is completed. Without
one it has to be fetched from the API; that is a way, too, but rarely the one meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.contract.suggest import is_misspelt
from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document

SEVERITY = Severity.INFO

BAD = """\
name: Reception
prompt: You answer the phone of a dental practice.
structured_output_config:  # error
  - name: email
    description: The caller's e-mail address.
    type: string
    required: true
"""

GOOD = """\
name: Reception
prompt: You answer the phone of a dental practice.
webhook_url: https://api.dental.fr/calls
structured_output_config:
  - name: email
    description: The caller's e-mail address.
    type: string
    required: true
"""


def check(document: Document) -> Iterator[Finding]:
    entry = document.entry("structured_output_config")
    if entry is None or not document.outputs or document.given("webhook_url"):
        return
    if "webhook_url" not in document.contract.fields(()) or document.damaged(document.root):
        return
    given = [one.name for one in document.root]
    if is_misspelt(document.contract, (), given, "webhook_url"):
        return
    yield Finding(
        entry.key,
        "structured outputs are extracted, but there is no `webhook_url` to receive them",
        help="add `webhook_url`, unless you fetch the results from the API",
    )
