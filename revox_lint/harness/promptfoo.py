"""A definition as a promptfoo configuration, so that conversations can be tested with models.

promptfoo (https://www.promptfoo.dev) reads prompts as Nunjucks templates. Everything in a
definition that Nunjucks would take for its own is escaped; variables whose names it cannot read
get names that it can.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from revox_lint.harness.extraction import outputs_by_name
from revox_lint.harness.variables import variables_of
from revox_lint.syntax.dump import dump
from revox_lint.syntax.node import plain
from revox_lint.text.placeholder import placeholders

if TYPE_CHECKING:
    from revox_lint.contract.roles import Path
    from revox_lint.document import Document

CONVERSATION, EXTRACTION = "conversation", "extraction"
MESSAGE, TRANSCRIPT = "message", "transcript"
_KEYS = ["description", "prompts", "providers", "tests"]
_OWN = frozenset({MESSAGE, TRANSCRIPT})
_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_TEMPLATE = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_RESERVED = (
    r"(?i)and|as|block|call|else|elif|endif|env|false|filter|for|from|if|import|in|include|is"
    r"|macro|none|not|null|or|set|true|undefined|with"
)
"""Words of Nunjucks that cannot be a name."""
_DEPTH = 4
"""Spaces before each line of a message."""
_OPENING = "Your first sentence in this call: "
_REQUEST = (
    "Read this transcript of a phone call.\n\n{{ transcript }}\n\n"
    "Reply with one JSON object and nothing else, with these fields:\n"
)


def promptfoo_config(
    document: Document,
    *,
    provider: str | None = None,
    cases: Sequence[tuple[str, Mapping[str, str]]] = (),
    extraction_prompt: str | None = None,
    as_json: bool = False,
) -> str:
    """Return the configuration as YAML, or as JSON.

    `cases` are descriptions with values of variables, one conversation each; variables
    without a value get their own name in brackets. `extraction_prompt` replaces the request
    for the extraction; `{{transcript}}` in it is the call.
    """
    names = variable_names(sorted(variables_of(document)))
    config: dict[str, Any] = {
        "description": document.value(*document.roles.name) or "",
        "prompts": [_conversation(document, names)],
        "providers": [provider or provider_of(_plain(document, document.roles.model))],
        "tests": [
            _conversation_test(description, given, names)
            for description, given in (*cases,) or [("the opening", {})]
        ],
    }
    schema = extraction_schema(_plain(document, document.roles.outputs))
    if schema["properties"]:
        raw = extraction_prompt
        if raw is None:
            raw = _REQUEST + "\n".join(_field_lines(schema))
        config["prompts"].append({"id": EXTRACTION, "label": EXTRACTION, "raw": raw})
        config["tests"].append(
            {
                "description": "the extraction keeps the definition's outputs",
                "prompts": [EXTRACTION],
                "vars": {TRANSCRIPT: "Agent: Hello.\nCaller: Goodbye."},
                "assert": [{"type": "is-json", "value": schema}],
            }
        )
    return json.dumps(config, ensure_ascii=False, indent=2) + "\n" if as_json else dump(config)


def is_config(text: str) -> bool:
    """Whether a text is a configuration as `promptfoo_config` writes it as JSON."""
    try:
        config = json.loads(text)
    except (ValueError, RecursionError):
        return False
    if not isinstance(config, dict) or list(config) != _KEYS:
        return False
    prompts = config["prompts"]
    first = prompts[0] if isinstance(prompts, list) and prompts else None
    return isinstance(first, dict) and first.get("id") == CONVERSATION


def provider_of(model: object) -> str:
    """Return the promptfoo provider for `llm_model`; `echo` where there is no public one.

    Without `llm_model` the contract gives the prompt to gpt-4.1.
    """
    if not isinstance(model, dict):
        return "openai:gpt-4.1"
    if model.get("type") == "openrouter" and isinstance(model.get("openrouter_model_id"), str):
        return f"openrouter:{model['openrouter_model_id']}"
    return "openai:gpt-4.1" if model.get("name") == "gpt-4.1" else "echo"


def variable_names(names: Sequence[str]) -> dict[str, str]:
    """Return a name that Nunjucks can read for each variable, its own where that is possible."""
    chosen: dict[str, str] = {}
    taken = set(_OWN)
    for name in names:
        readable = _IDENTIFIER.fullmatch(name) and not re.fullmatch(_RESERVED, name)
        if readable and name not in taken:
            chosen[name] = name
            taken.add(name)
    for name in names:
        if name in chosen:
            continue
        base = re.sub(r"[^A-Za-z0-9_]", "_", name)
        base = candidate = base if _IDENTIFIER.fullmatch(base) else f"v_{base}"
        number = 1
        while candidate in taken or re.fullmatch(_RESERVED, candidate):
            number += 1
            candidate = f"{base}_{number}"
        chosen[name] = candidate
        taken.add(candidate)
    return chosen


def extraction_schema(outputs: object) -> dict[str, Any]:
    """Return the JSON Schema of what a call delivers, by `structured_output_config`."""
    properties: dict[str, Any] = {}
    required = []
    for name, output in outputs_by_name(outputs).items():
        kind = output.get("type")
        if kind == "enum":
            field: dict[str, Any] = {"enum": list(output.get("enum_options") or [])}
        elif kind in {"date", "datetime"}:
            field = {"type": "string", "format": "date" if kind == "date" else "date-time"}
        else:
            field = {"type": kind}
        if isinstance(output.get("description"), str):
            field["description"] = output["description"]
        properties[name] = field
        if output.get("required") is True:
            required.append(name)
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required,
        "properties": properties,
    }


def _plain(document: Document, path: Path) -> object:
    node = document.find(*path)
    return None if node is None else plain(node)


def _conversation(document: Document, names: Mapping[str, str]) -> dict[str, Any]:
    messages = []
    mode = document.value(*document.roles.first_sentence_mode)
    for text in document.texts:
        if text.path == document.roles.prompt:
            messages.append(_message("system", text.scalar.text, names))
        elif text.path == document.roles.first_sentence and text.spoken:
            messages.append(_message("assistant", text.scalar.text, names))
        elif text.path == document.roles.first_sentence and mode == "generated":
            messages.append(_message("system", f"{_OPENING}{text.scalar.text}", names))
    messages.append(f"- role: user\n  content: {{{{ {MESSAGE} | dump }}}}\n")
    return {"id": CONVERSATION, "label": CONVERSATION, "raw": "".join(messages)}


def _message(role: str, text: str, names: Mapping[str, str]) -> str:
    """Return a message as YAML that promptfoo reads after it has put the values in.

    The block says how deep it is indented, and so do the values of several lines: no value
    can end it.
    """
    content = _template(text, names, f" | indent({_DEPTH})")
    keep = "+" if content.endswith("\n") else "-"
    indent = " " * _DEPTH
    lines = [indent + line if line else "" for line in content.removesuffix("\n").split("\n")]
    return f"- role: {role}\n  content: |{_DEPTH - 2}{keep}\n" + "\n".join(lines) + "\n"


def _conversation_test(
    description: str, given: Mapping[str, str], names: Mapping[str, str]
) -> dict[str, Any]:
    values = {chosen: given.get(name, f"[{name}]") for name, chosen in names.items()}
    test: dict[str, Any] = {
        "description": description,
        "prompts": [CONVERSATION],
        "vars": {**values, MESSAGE: "Hello?"},
    }
    if names:
        test["assert"] = [
            # A variable that was not put in would be read aloud.
            {"type": "not-regex", "value": rf"\{{\{{\s*{re.escape(name)}\s*\}}\}}"}
            for name in names
        ]
    return test


def _field_lines(schema: Mapping[str, Any]) -> list[str]:
    lines = []
    for name, field in schema["properties"].items():
        if "enum" in field:
            kind = "one of " + ", ".join(f'"{option}"' for option in field["enum"])
        else:
            kind = field.get("format", field.get("type"))
        needed = "required" if name in schema["required"] else "left out when unknown"
        about = f": {field['description']}" if "description" in field else ""
        lines.append(_literal(f"- {name} ({kind}, {needed}){about}"))
    return lines


def _template(text: str, names: Mapping[str, str], filters: str) -> str:
    """Return a template that renders as a text of the definition, with values put in."""
    pieces, done = [], 0
    for placeholder in placeholders(text):
        pieces.append(_literal(text[done : placeholder.start]))
        pieces.append(f"{{{{ {names[placeholder.name]}{filters} }}}}")
        done = placeholder.end
    return "".join([*pieces, _literal(text[done:])])


def _literal(text: str) -> str:
    """Return a template that Nunjucks renders as `text`."""
    return _TEMPLATE.sub(lambda match: f"{{{{ '{match[0]}' }}}}", text)
