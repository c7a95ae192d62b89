"""A rule's page in the documentation, generated from the rule itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from revox_lint.diagnostic import Applicability, Severity
from revox_lint.engine import Settings, lint
from revox_lint.rule import ALWAYS, FAMILIES, SHIPPED, Rule
from revox_lint.syntax.source import Source

_MARK = re.compile(r"  # error$", re.MULTILINE)
_FIXES = {
    Applicability.SAFE: "The `json` format has a fix that keeps the meaning.",
    Applicability.UNSAFE: "The `json` format has a fix that may change the meaning.",
}
_SEVERITIES = {
    Severity.ERROR: "error: the API would refuse it, or the call would not do what the file says",
    Severity.WARNING: "warning: very probably a mistake",
    Severity.INFO: "info: worth knowing",
}
_ALWAYS = (
    "It cannot be suppressed or turned off: the file would pass unchecked. To skip a file, list it "
    "in [`exclude`](../configuration.md#which-files)."
)
_LONGEST = 300
"""Characters of a line of an example that a page shows."""

FAMILY_TITLES = {
    "syntax": "YAML and JSON",
    "schema": "The API's contract",
    "calling": "Time zones, calling windows, retries",
    "speech": "Voice, first sentence, voicemail",
    "outputs": "Structured output",
    "prompt": "Prompt, variables, FAQ",
    "integrations": "Phone, webhook, Calendly, model",
    "project": "Across files",
    "compliance": "Legal hours and disclosure",
}


class Other(NamedTuple):
    """A name in reports that is not that of a rule: what it means, and what to do."""

    summary: str
    description: str


OTHERS = {
    "failed-test": Other(
        "A test of `revox-lint test` failed.",
        "The place is the expectation that does not hold; the message has what was expected and "
        "found. Change the definition or the test.",
    ),
    "internal-error": Other(
        "A part of revox-lint itself failed.",
        "It is a bug in revox-lint, please report it. Everything else was checked, and the exit "
        "code is 70.",
    ),
    "unreadable-file": Other(
        "A file or folder cannot be read.",
        "It does not exist any more (a dangling link), access is denied, it is not a regular file, "
        "or it is larger than 4 MiB. To skip it, list it in `exclude`.",
    ),
    "unreadable-test": Other(
        "A test file cannot be run.",
        "It cannot be parsed, has an unknown field, or its definition cannot be read. The exit "
        "code is 2.",
    ),
}
"""What reports name beside rules; these are always errors, and cannot be configured."""


def render_other(name: str) -> str:
    """Return the page of a name of `OTHERS`, in Markdown."""
    one = OTHERS[name]
    severity = f"**Severity** {_SEVERITIES[Severity.ERROR].partition(':')[0]}, always"
    return "\n\n".join([f"# {name}", one.summary, severity, one.description]) + "\n"


class Option(NamedTuple):
    """An option of a rule as the configuration names it."""

    name: str
    default: Any
    description: str


def options(rule: Rule) -> Iterator[Option]:
    """Yield the options of a rule, in the order in which it declares them."""
    for one in rule.declared:
        yield Option(one.name.replace("_", "-"), one.default, one.description)


def unmarked(bad: str) -> str:
    """Return BAD without the marks of the offending lines."""
    return _MARK.sub("", bad)


def shown(text: str) -> str:
    """Return an example for a page: of a very long line, its beginning and its end."""
    return "".join(_shortened(line) for line in text.splitlines(keepends=True))


def _shortened(line: str) -> str:
    if len(line) <= _LONGEST:
        return line
    left_out = len(line) - _LONGEST
    return f"{line[: _LONGEST - 60]} […{left_out:,} characters…] {line[-60:]}"


def render(rule: Rule) -> str:
    """Return the page of one rule, in Markdown."""
    parts = [
        f"# {rule.name}",
        rule.summary,
        f"**Severity** {_SEVERITIES[rule.severity]}",
        f"**Family** [{rule.family}](index.md#{rule.family})",
        rule.description,
        "## Reported",
        f"```yaml\n{shown(rule.bad)}```",
        "Each line marked `# error` is reported:",
        f"```text\n{''.join(_said(rule))}```",
        "## Not reported",
        f"```yaml\n{shown(rule.good)}```",
    ]
    if rule.fix is not None:
        parts.append(_FIXES[rule.fix])
    own = list(options(rule))
    if own:
        rows = [f"| `{one.name}` | `{one.default}` | {one.description} |" for one in own]
        parts += ["## Options", "\n".join(["| option | default | |", "|---|---|---|", *rows])]
        parts.append(f"```toml\n[rules.{rule.name}]\n{own[0].name} = {_toml(own[0].default)}\n```")
    if rule.supersedes:
        names = ", ".join(f"[{name}]({name}.md)" for name in rule.supersedes)
        parts.append(f"Where it reports a place, {names} does not report it again.")
    if rule.name in ALWAYS:
        parts.append(_ALWAYS)
        return "\n\n".join(parts) + "\n"
    parts += [
        "## Suppress it",
        "At one place, at the end of the line or alone above it:",
        f"```yaml\n# revox-lint: ignore[{rule.name}] -- why\n```",
        "Everywhere, in the configuration:",
        f'```toml\n[rules]\n{rule.name} = "off"\n```',
    ]
    return "\n\n".join(parts) + "\n"


def _said(rule: Rule) -> Iterator[str]:
    """Yield what a report says of BAD: the first two messages, each with its help."""
    source = Source("bad.yaml", unmarked(rule.bad))
    found = lint(source, Settings(rules=tuple(SHIPPED.values()))).diagnostics
    own = [one for one in found if one.rule == rule.name]
    for one in own[:2]:
        line, column = one.source.position(one.span.start)
        yield f"{line}:{column} {one.severity}[{one.rule}]: {one.message}\n"
        if one.help is not None:
            yield f"   = help: {one.help}\n"


def index() -> str:
    """Return the page that lists all rules by family, in Markdown."""
    rules = list(SHIPPED.values())
    legend = (
        f"{len(rules)} rules. A rule has one name: in the configuration, in suppressions and "
        "in every report. Only errors fail a run by default. *Fix*: the `json` format has one "
        "that keeps the meaning; *unsafe fix*: one that may change it."
    )
    parts = ["# Rules", legend]
    for family in FAMILIES:
        own = [rule for rule in rules if rule.family == family]
        if not own:
            continue
        # Not a table: on a phone, one with a column of sentences has to be scrolled.
        rows = [
            f"- [{rule.name}]({rule.name}.md) ({', '.join(_marks(rule))}): {rule.summary}"
            for rule in own
        ]
        parts.append(f"## {FAMILY_TITLES[family]} {{ #{family} }}")
        parts.append("\n".join(rows))
    parts.append("## Not rules { #not-rules }")
    parts.append("\n".join(f"- [{name}]({name}.md): {one.summary}" for name, one in OTHERS.items()))
    return "\n\n".join(parts) + "\n"


def _marks(rule: Rule) -> Iterator[str]:
    yield rule.severity.value
    if rule.fix is not None:
        yield "fix" if rule.fix is Applicability.SAFE else "unsafe fix"


def pages() -> dict[str, str]:
    """Return every page below `rules/` of the site: file name → text."""
    found = {f"{rule.name}.md": render(rule) for rule in SHIPPED.values()}
    found |= {f"{name}.md": render_other(name) for name in OTHERS}
    found["index.md"] = index()
    return found


def _toml(value: Any) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(one) for one in value) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value).lower()
