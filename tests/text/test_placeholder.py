"""Placeholders are told from what was meant as one, and from the braces of code."""

from __future__ import annotations

import pytest

from revox_lint.text.placeholder import Reason, names, scan

UNCLOSED, UNOPENED, EMPTY, INVALID = (
    Reason.UNCLOSED,
    Reason.UNOPENED,
    Reason.EMPTY,
    Reason.INVALID_NAME,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hi {{name}}!", [("name", "{{name}}")]),
        ("{{ name }}, {{\tcity }}", [("name", "{{ name }}"), ("city", "{{\tcity }}")]),
        ("{{contact.first-name}}", [("contact.first-name", "{{contact.first-name}}")]),
        ("{{prénom}} {{_id2}}", [("prénom", "{{prénom}}"), ("_id2", "{{_id2}}")]),
        ("{{{name}}}", [("name", "{{name}}")]),
        ('{"a": {"b": {{name}}}}', [("name", "{{name}}")]),
        ("${{name}}", [("name", "{{name}}")]),
        ("{{a}}{{b}}", [("a", "{{a}}"), ("b", "{{b}}")]),
        ("no braces {name}", []),
    ],
)
def test_well_formed_placeholders(text: str, found: list[tuple[str, str]]) -> None:
    result = scan(text)
    assert [(one.name, text[one.start : one.end]) for one in result.placeholders] == found
    assert result.malformed == ()
    assert names(text) == {name for name, _ in found}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hi {{name}, bye", [(UNCLOSED, "name", "{{name}")]),
        ("Hi {{ name } bye", [(UNCLOSED, "name", "{{ name }")]),
        ("Hi {{name} }.", [(UNCLOSED, "name", "{{name} }")]),
        ("Hi {{name, bye", [(UNCLOSED, "name", "{{name")]),
        ("Hi {{name)", [(UNCLOSED, "name", "{{name")]),
        ("Hi {{{name}}", [(UNCLOSED, "name", "{{{name}}")]),
        ("Hi {name}}, bye", [(UNOPENED, "name", "{name}}")]),
        ("Hi name}}", [(UNOPENED, "name", "name}}")]),
        ("Hi {{name}}}.", [(UNOPENED, "name", "{{name}}}")]),
        ("{{}} {{ }}", [(EMPTY, "", "{{}}"), (EMPTY, "", "{{ }}")]),
        ("{{first name}}", [(INVALID, "first name", "{{first name}}")]),
        ("{{ nom du client }}", [(INVALID, "nom du client", "{{ nom du client }}")]),
        ("{{1st}}", [(INVALID, "1st", "{{1st}}")]),
        ("{{name!}}", [(INVALID, "name!", "{{name!}}")]),
        ("{{$name}}", [(INVALID, "$name", "{{$name}}")]),
        ("{{'name'}}", [(INVALID, "'name'", "{{'name'}}")]),
        ("{{name:Ann}}", [(INVALID, "name:Ann", "{{name:Ann}}")]),
        ("{{name.}}", [(INVALID, "name.", "{{name.}}")]),
        ("{{#name}}", [(INVALID, "#name", "{{#name}}")]),
        ("{{ new name }}", [(INVALID, "new name", "{{ new name }}")]),
        ("{{a} and {{b", [(UNCLOSED, "a", "{{a}"), (UNCLOSED, "b", "{{b")]),
        ("say `{{name}` now", [(UNCLOSED, "name", "{{name}")]),
        # A brace forgotten in one paragraph says nothing of the next.
        ("{{name\n\nlast}}", [(UNCLOSED, "name", "{{name"), (UNOPENED, "last", "last}}")]),
    ],
)
def test_malformed_placeholders(text: str, found: list[tuple[Reason, str, str]]) -> None:
    malformed = scan(text).malformed
    assert [(one.reason, one.name, text[one.start : one.end]) for one in malformed] == found


@pytest.mark.parametrize(
    "text",
    [
        '{"a": {"b": {"c": 1}}}',
        '{{"name": "x", "y": {z}}}',
        '{{\n  "name": "x"\n}}',
        '{"a": 1, "b": {"c": [{"d": true}]}} }}',
        "x^{{2}} and \\frac{{1}}{2}",
        'style={{color: "red"}}',
        "{{ new Date().toLocaleDateString('fr-FR', { timeZone: 'Europe/Paris' }) }}",
        "{{ leads.map(l => { return l.name }).join(', ') }} {{ fn({a: {b: 1}}) }}",
        "{{ customer || { name: 'unknown' } }} {{ x ? '}}' : 'a' }} {{ '{{.State.Pid}}' }}",
        "{{ new Date() }} {{ typeof x }} {{ await f() }} {{ a && b }} {{ async () => 1 }}",
        "{{- name -}} {{~name~}} {{.FirstName}} {{ `a ${b}` }}",
        "Write `{{` before the name and `}}` behind it, never `{{}}`",
        "```jsx\n<p style={{width}>{{a}\n```",
        "{{...}}",
        "} } { {",
    ],
)
def test_the_braces_of_code_and_formulas_are_left_alone(text: str) -> None:
    assert scan(text).malformed == ()
    assert scan(text).placeholders == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "{{#if vip}}a{{else}}b{{/if}}",
            [("", "{{#if vip}}"), ("", "{{else}}"), ("", "{{/if}}")],
        ),
        ('{{ name | default: "x" }}', [("name", '{{ name | default: "x" }}')]),
        ("{{items[0].name}}", [("items", "{{items[0].name}}")]),
        ('{{"now" | date: "%Y"}}', [("", '{{"now" | date: "%Y"}}')]),
        ("{{ $json.name }}", [("", "{{ $json.name }}")]),
        ("{{a ? b : c}}", [("", "{{a ? b : c}}")]),
        ("{{current_time_Europe/Paris}}", [("", "{{current_time_Europe/Paris}}")]),
    ],
)
def test_what_other_template_languages_write_is_neither(
    text: str, found: list[tuple[str, str]]
) -> None:
    result = scan(text)
    assert [(one.name, text[one.start : one.end]) for one in result.expressions] == found
    assert result.placeholders == ()
    assert result.malformed == ()
