"""Pages in Markdown, read for their blocks of code and for the commands that they show."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import click
import yaml
from click.testing import CliRunner

from revox_lint.cli import group

ROOT: Final = Path(__file__).parents[1]

_BLOCK: Final = re.compile(
    r"^(?P<indent> *)```(?P<language>\w+)(?: title=\"(?P<title>[^\"]*)\")?\n(?P<text>.*?)^ *```$",
    re.MULTILINE | re.DOTALL,
)


class Block(NamedTuple):
    """A block of code: `language` and `title` as its first line gives them."""

    page: str
    line: int
    language: str
    title: str
    text: str

    @property
    def id(self) -> str:
        """Its place, for the names of tests."""
        return f"{self.page}:{self.line}"


def blocks(path: Path) -> list[Block]:
    """Returns the blocks of a page; every fence must open with a language."""
    text = path.read_text(encoding="utf-8")
    found = [
        Block(
            path.name,
            text.count("\n", 0, match.start()) + 1,
            match["language"],
            match["title"] or "",
            re.sub(rf"(?m)^{match['indent']}", "", match["text"]),
        )
        for match in _BLOCK.finditer(text)
    ]
    assert text.count("```") == 2 * len(found), f"{path.name} has a block that cannot be read"
    return found


def shell(block: Block) -> Iterator[str]:
    """Yields the command lines that a block shows: a console's, a script's, those of CI."""
    if block.language in ("sh", "bash"):
        yield from (line for line in block.text.splitlines() if line.strip())
    elif block.language == "yaml" and block.title.startswith((".github", ".gitlab")):
        yield from _scripts(yaml.safe_load(block.text))


def _scripts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == "run" and isinstance(inner, str):
                yield from inner.splitlines()
            elif name == "script" and isinstance(inner, list):
                yield from inner
            else:
                yield from _scripts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _scripts(inner)


def ours(line: str) -> list[list[str]]:
    """Returns the arguments of each `revox-lint …` in a line of the shell."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    found: list[list[str]] = []
    current: list[str] = []
    for token in [*lexer, ";"]:
        if set(token) <= set("();<>|&"):
            if current and Path(current[0]).name == "revox-lint":
                found.append(current[1:])
            current = []
        else:
            current.append(token)
    return found


def refusal(arguments: list[str]) -> str:
    """Returns what the command line says against arguments; nothing when it would take them."""
    if "--version" in arguments:
        return ""
    done = CliRunner().invoke(group, [*arguments, "--help"])
    return "" if done.exit_code == 0 else done.output


def options() -> set[str]:
    """Returns the options that any command has."""
    found = {"--help", "--version"}
    stack: list[click.Command] = [group]
    while stack:
        command = stack.pop()
        for parameter in command.params:
            found.update(parameter.opts, parameter.secondary_opts)
        if isinstance(command, click.Group):
            context = click.Context(command)
            inner = [command.get_command(context, name) for name in command.list_commands(context)]
            stack += [one for one in inner if one is not None]
    return found
