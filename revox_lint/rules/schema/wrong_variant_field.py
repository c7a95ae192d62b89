"""A field of the other kind of model in `llm_model`.

A dedicated instance is selected by its `name`, an OpenRouter model by `openrouter_model_id` and
`openrouter_provider`. `type` selects one of the two, and the API refuses the fields of the other.
The variants are those of the contract.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.contract.wording import listed
from revox_lint.diagnostic import Finding, Severity, Where
from revox_lint.document import Document
from revox_lint.syntax.node import Mapping

SEVERITY = Severity.ERROR

BAD = """\
name: Reception
prompt: You answer the phone of a dental practice.
llm_model:
  type: openrouter
  openrouter_model_id: openai/gpt-4.1
  openrouter_provider: openai
  name: gpt-4.1  # error
"""

GOOD = """\
name: Reception
prompt: You answer the phone of a dental practice.
llm_model:
  type: openrouter
  openrouter_model_id: openai/gpt-4.1
  openrouter_provider: openai
"""


def check(document: Document) -> Iterator[Finding]:
    done = set()
    for violation in document.violations:
        if violation.variant is None or violation.path in done:
            continue
        done.add(violation.path)
        mapping = document.find(*violation.path)
        kind = document.string(*violation.path, "type")
        if not isinstance(mapping, Mapping) or kind is None:
            continue
        own = document.contract.fields(violation.path, {"type": kind.text})
        other = document.contract.fields(violation.path, {"type": violation.variant})
        foreign = [e for e in mapping.entries if e.name in other and e.name not in own]
        if not foreign:
            continue
        names = tuple(dict.fromkeys(entry.name for entry in foreign))
        related: tuple[tuple[str, Where], ...] = tuple(
            (f"`{entry.name}`, too", entry.key) for entry in foreign[1:]
        )
        lacking = [one for one in own if one not in mapping]
        it = "it" if len(names) == 1 else "them"
        yield Finding(
            foreign[0].key,
            f"{listed(names, 'and')} {'belongs' if len(names) == 1 else 'belong'} to "
            f"`type: {violation.variant}`, but `type` is {document.quoted(kind.text)}",
            help=f"write {listed(lacking, 'and')} instead of {it}, "
            f"or write `type: {violation.variant}`"
            if lacking
            else f"remove {it}",
            related=(("`type` is given here", kind), *related),
        )
