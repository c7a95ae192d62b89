"""Structured outputs without a webhook to receive them.

What is extracted from a call is sent to `webhook_url` when the call is completed. Without one it
has to be fetched from the API, which is possible, but rarely intended.
"""

from __future__ import annotations

from collections.abc import Iterator

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
    outputs = document.entry(*document.roles.outputs)
    webhook = document.roles.webhook
    if outputs is None or not document.outputs or document.given(*webhook):
        return
    if document.contract.has(webhook) and not document.obscured(document.root, webhook):
        yield Finding(
            outputs.key,
            "`structured_output_config` without `webhook_url`: nothing receives the results",
            help="add `webhook_url`, unless you fetch the results from the API",
        )
