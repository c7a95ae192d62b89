"""The published JSON Schema of an assistant, made from the pydantic models."""

from __future__ import annotations

import importlib

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from revox_lint.contract.contract import VERSIONS
from revox_lint.contract.models import MARK
from revox_lint.contract.published import schema_name
from revox_lint.contract.schema_tree import KEYWORDS
from revox_lint.generate.schema_file import Schema, schema_file


class _AsWritten(GenerateJsonSchema):
    """Keep keys in the order of the source: a snippet reads as its author wrote it."""

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        """Return the schema unsorted."""
        return value


def schemas() -> dict[str, str]:
    """Return the text of each assistant schema by its file name, one per version."""
    return {name: text for version in VERSIONS for name, text in _file(version).items()}


def _file(version: str) -> dict[str, str]:
    models = importlib.import_module(f"revox_lint.contract.v{version.replace('.', '_')}")
    written: Schema = models.AssistantCreateParams.model_json_schema(schema_generator=_AsWritten)
    body = _plain(written, written.get("$defs", {}))
    body["description"] = "The definition of one assistant: the parameters of `assistants.create`."
    del body["title"]
    title = f"Revox assistant, contract {version}"
    return schema_file(schema_name(version), title, body, f"Contract {version} of the Revox API.")


def _plain(schema: Schema, definitions: dict[str, Schema]) -> Schema:
    """Return an equal schema in the plainest form.

    References are replaced by what they refer to, and "this or null" by one list of
    types: an editor then completes and explains a nullable mapping like any other, and
    nothing but `llm_model` has alternatives.
    """
    schema = dict(schema)
    reference = schema.pop("$ref", None)
    if reference is not None:
        # The class describes the mapping in general; the field's own words come first.
        schema = {**definitions[reference.removeprefix("#/$defs/")], **schema}
    schema.pop("$defs", None)
    schema.pop("discriminator", None)
    schema.pop(MARK, None)
    if schema.get("default", "") is None:
        del schema["default"]

    branches = schema.pop("anyOf", None) or schema.pop("oneOf", None)
    if branches is not None:
        schema = _union(schema, [_plain(branch, definitions) for branch in branches])
    if "properties" in schema:
        schema["properties"] = {
            name: _named(_plain(field, definitions)) for name, field in schema["properties"].items()
        }
    if "items" in schema:
        schema["items"] = _named(_plain(schema["items"], definitions))
    return _ordered(schema)


def _union(around: Schema, branches: list[Schema]) -> Schema:
    named = [branch for branch in branches if branch != {"type": "null"}]
    nullable = len(named) < len(branches)
    if len(named) > 1:
        # A schema with `anyOf` alone: null is one more alternative.
        return {**around, "anyOf": [*named, *([{"type": "null"}] if nullable else [])]}
    (only,) = named
    if "anyOf" in only:
        return {**only, **around, "anyOf": [*only["anyOf"], {"type": "null"}]}
    merged = {**only, **around, "type": [only["type"], "null"]}
    if "const" in merged:
        merged["enum"] = [merged.pop("const")]
    if "enum" in merged:
        merged["enum"] = [*merged["enum"], None]
    return merged


def _named(schema: Schema) -> Schema:
    """Keep the title that pydantic makes of a mapping's class, drop that of a field."""
    if "properties" in schema:
        return schema
    return {keyword: value for keyword, value in schema.items() if keyword != "title"}


def _ordered(schema: Schema) -> Schema:
    return {keyword: schema[keyword] for keyword in sorted(schema, key=KEYWORDS.index)}
