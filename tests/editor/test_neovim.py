"""The lines of the documentation for Neovim, in a real Neovim."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from revox_lint.cli import run
from revox_lint.cli.exit_codes import Exit
from tests.pages import blocks
from tests.tools import ROOT, node_package, program

BLOCKS = {
    (block.title, "start_client" in block.text): block.text
    for block in blocks(ROOT / "docs" / "editors.md")
}
REPORT = """
vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 50)
local out = io.open("report.txt", "w")
for _, d in ipairs(vim.diagnostic.get(0)) do out:write(d.lnum + 1, ": ", d.message, "\\n") end
out:close()
vim.cmd("qa!")
"""


def neovim(folder: Path, *args: str) -> None:
    folders = [node_package("yaml-language-server").parent / ".bin", Path(sys.executable).parent]
    path = os.pathsep.join([*map(str, folders), os.environ["PATH"]])
    subprocess.run(
        [program("nvim", "install Neovim"), "--headless", "--clean", *args],
        cwd=folder,
        env={**os.environ, "PATH": path},
        check=True,
        capture_output=True,
        timeout=120,
    )


@pytest.mark.parametrize(
    ("name", "text", "report"),
    [
        ("a.yaml", "name: A\nprompt: b\nnope: 1\n", "3: Property nope is not allowed.\n"),
        (
            "a.test.yaml",
            "revox_test: 1\ntests:\n  - {name: t, expect: {attempts_cont: 3}}\n",
            "3: Property attempts_cont is not allowed.\n",
        ),
    ],
)
def test_older_neovim(tmp_path: Path, name: str, text: str, report: str) -> None:
    assert run(["schema", "--write", str(tmp_path / "schemas")]) == Exit.CLEAN
    (tmp_path / "init.lua").write_text(BLOCKS["init.lua", True], "utf-8")
    (tmp_path / "report.lua").write_text(REPORT, "utf-8")
    (tmp_path / "assistants").mkdir()
    (tmp_path / "assistants" / name).write_text(text, "utf-8")
    neovim(tmp_path, "-u", "init.lua", f"assistants/{name}", "-c", "luafile report.lua")
    assert (tmp_path / "report.txt").read_text("utf-8") == report


def test_the_quickfix_list_has_every_rule(tmp_path: Path) -> None:
    (tmp_path / "after" / "ftplugin").mkdir(parents=True)
    written = BLOCKS["after/ftplugin/yaml.vim", False]
    (tmp_path / "after" / "ftplugin" / "yaml.vim").write_text(written, "utf-8")
    (tmp_path / "a.yaml").write_text("name: A\nprompt: b\nnope: 1\n", "utf-8")
    neovim(
        tmp_path,
        *("--cmd", "set rtp+=.,./after", "a.yaml", "-c", "silent make a.yaml"),
        *("-c", "redir! > list.txt", "-c", "silent clist", "-c", "redir END", "-c", "qa!"),
    )
    listed = (tmp_path / "list.txt").read_text("utf-8").strip()
    assert listed == "1 a.yaml:3 col 1 error: [unknown-field] unknown field `nope`"
