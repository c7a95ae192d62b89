"""The page about the fields of an assistant, generated from the contract."""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.contract.contract import LATEST, Contract, Path, load
from revox_lint.generate.field_facts import FieldFacts, anchor, dotted, facts


def page() -> str:
    """Return the page, in Markdown."""
    contract = load(LATEST)
    parts = [
        "# Fields",
        f"What a definition may contain, by contract {contract.version}. Names, types, defaults "
        "and descriptions are those of the API; a field in **bold** is required where its "
        "mapping is given. `revox-lint field NAME` shows the same in a terminal.",
    ]
    for path in contract.mappings():
        title = f"`{dotted(path)}`" if path else "An assistant"
        fields = [facts(contract, (*path, name)) for name in contract.fields(path)]
        rows = [_row(contract, one) for one in fields]
        parts.append(f"## {title} {{ #{anchor(path)} }}")
        if path:
            parts += _details(facts(contract, path if path[-1] != 0 else path[:-1]))
        parts.append("\n".join(["| field | type | description |", "|---|---|---|", *rows]))
        for one in fields:
            if not _mapping(contract, one.path):
                parts.append(f"### `{one.name}` {{ #{anchor(one.path)} }}")
                parts += _details(one)
    return "\n\n".join(parts) + "\n"


def _mapping(contract: Contract, path: Path) -> bool:
    """Return whether a field has fields, and so a section of its own."""
    return bool(contract.fields(path) or contract.fields((*path, 0)))


def _row(contract: Contract, one: FieldFacts) -> str:
    name = f"[`{one.path[-1]}`](#{anchor(one.path)})"
    kind = ", ".join(f"`{value}`" for value in one.values) or one.type
    text = _cell(contract.description(one.path) or "")
    return f"| {f'**{name}**' if one.required else name} | {kind} | {text} |"


def _details(one: FieldFacts) -> Iterator[str]:
    """Yield the paragraphs about a field, or about the field that a mapping is in."""
    yield f"{one.description} *{one.type.capitalize()}, {one.needed}.*".strip()
    lines = [f"- `{value}`: {text}".removesuffix(": ") for value, text in one.values.items()]
    if lines:
        yield "\n".join(lines)
    if one.numbers:
        yield ". ".join(one.numbers) + "."
    yield f"```yaml\n{one.example}```"
    if one.rules:
        yield "Rules: " + ", ".join(f"[{name}](rules/{name}.md)" for name in one.rules) + "."


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
