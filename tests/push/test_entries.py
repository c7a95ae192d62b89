"""`push adopt`, `push forget` and `push status`, and the commands that messages print."""

from __future__ import annotations

import re
import shlex

import pytest
from click.shell_completion import BashComplete

from revox_lint.cli import group
from tests.push import api as faults
from tests.push.api import Api, answers
from tests.push.project import FIVE, Ended, Project, definition, names

pytestmark = pytest.mark.usefixtures("waits_take_no_time")


def test_adopting_an_assistant_made_elsewhere(project: Project, api: Api) -> None:
    project.assistants("one", "two")
    ended = project.run("push", "adopt", "assistants/one.yaml", "asst_77")
    assert ended == Ended(
        0, "assistants/one.yaml is asst_77, as you say: the server was not asked\n", ""
    )
    assert project.push().code == 0
    assert names(api) == ["two"]
    for args, message in [
        (
            ("assistants/two.yaml", "asst_77"),
            "`asst_77` is already the assistant of `assistants/one.yaml`",
        ),
        (
            ("assistants/one.yaml", "asst_78"),
            "`assistants/one.yaml` was created as `asst_77`; if that is wrong, run"
            " `revox-lint push forget assistants/one.yaml` first",
        ),
        (
            ("assistants/none.yaml", "asst_78"),
            "`assistants/none.yaml` is neither in the lock nor a valid definition",
        ),
        (("assistants/two.yaml", " "), "`` is not an id"),
        (("assistants/two.yaml", "not an id !"), "`not an id !` is not an id"),
        (("assistants/two.yaml", "abc"), "`abc` is not an id"),
    ]:
        assert project.run("push", "adopt", *args) == Ended(2, "", f"Error: {message}\n")


def test_adopting_a_pending_one_keeps_what_was_sent(project: Project, api: Api) -> None:
    project.assistants("one")
    api.faults[1] = faults.drops_after_creating
    assert project.push().code == 5
    project.write("assistants/one.yaml", definition("one", "Changed since."))
    assert project.run("push", "adopt", "assistants/one.yaml", "asst_0001").code == 0
    ended = project.push()
    assert ended.code == 1
    assert '~ /prompt: "You are kind and brief." -> "Changed since."' in ended.out


def test_settling_a_pending_one_whose_file_is_gone(project: Project, api: Api) -> None:
    project.assistants("one", "two")
    api.usual = answers(500)
    assert project.push().code == 5
    (project.root / "assistants/one.yaml").unlink()
    (project.root / "assistants/two.yaml").rename(project.root / "assistants/second.yaml")
    assert project.run("push", "adopt", "assistants/one.yaml", "asst_1").code == 0
    ended = project.push()
    assert ended.code == 5
    assert project.run("push", "adopt", "assistants/second.yaml", "asst_2").code == 0
    assert project.states() == {"one": "asst_1", "second": "asst_2"}


def test_forgetting(project: Project, api: Api) -> None:
    project.assistants("one")
    project.push()
    ended = project.run("push", "forget", "assistants/onee.yaml")
    assert (ended.code, ended.err) == (
        2,
        "Error: `assistants/onee.yaml` is not in the lock, did you mean `assistants/one.yaml`?\n",
    )
    ended = project.run("push", "forget", "assistants/one.yaml", "--json")
    assert ended.json["messages"] == [
        (
            "assistants/one.yaml is forgotten; the next push creates a new one, and asst_0001"
            " remains at Revox"
        )
    ]
    assert project.states() == {}
    project.push()
    (project.root / "assistants/one.yaml").unlink()
    ended = project.run("push", "forget", "assistants/one.yaml")
    assert ended.out == "assistants/one.yaml is forgotten; asst_0002 remains at Revox\n"
    ended = project.run("push", "forget", "assistants/other.yaml")
    assert ended.err == (
        "Error: `assistants/other.yaml` is not in the lock; "
        "`revox-lint push status` lists what is\n"
    )


def test_status_compares_offline(project: Project, api: Api) -> None:
    project.assistants(*FIVE)
    assert project.run("push", "status").code == 0
    api.faults[5] = answers(500)
    project.push()
    api.close()
    folder = project.root / "assistants"
    (folder / "one.yaml").rename(folder / "eins.yaml")
    (folder / "three.yaml").unlink()
    project.write("assistants/four.yaml", definition("four", "Changed."))
    project.assistants("six")
    project.write("assistants/sick.yaml", "name: sick\nprompt: [\n")
    ended = project.run("push", "status")
    assert ended.code == 5
    assert [line.split(":")[0] for line in ended.out.splitlines()] == [
        "renamed    assistants/eins.yaml asst_0003",
        "up to date assistants/five.yaml asst_0001",
        "changed    assistants/four.yaml asst_0002",
        "new        assistants/six.yaml",
        "pending    assistants/two.yaml",
        "errors     assistants/sick.yaml",
        "gone       assistants/three.yaml asst_0004",
        "7 in environment default.",
    ]
    states = {
        one["path"]: one["state"]
        for one in project.run("push", "status", "--json").json["definitions"]
    }
    assert states["assistants/three.yaml"] == "gone"
    assert len(api.requests) == 5


def test_the_commands_in_messages_can_be_copied(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From another folder, for an environment, and for a name that a shell would split."""
    project.write("ci.toml", "[env.prod]\n")
    project.write("all.yaml", f"{definition('Sales & more')}---\n{definition('two')}")
    monkeypatch.chdir(project.root.parent)
    api.faults[1] = answers(500)
    config = project.root / "ci.toml"
    ended = project.push(str(project.root / "all.yaml"), "--env", "prod", "--config", str(config))
    assert ended.code == 5
    commands = re.findall("`(revox-lint push [^`]*)`", ended.out)
    file = f"'{project.root.name}/all.yaml#Sales & more'"
    assert commands == [
        f"revox-lint push adopt {file} ID --env prod --config {config}",
        f"revox-lint push forget {file} --env prod --config {config}",
    ]
    assert project.run(*shlex.split(commands[0].replace("ID", "asst_7"))[1:]).code == 0
    assert project.states("prod") == {"all#Sales & more": "asst_7", "all#two": "asst_0001"}


@pytest.mark.parametrize(
    "args",
    [
        ("status", "--env", "prod"),
        ("--env", "prod", "status"),
        ("--json", "--env=prod", "status", "assistants"),
    ],
)
def test_options_may_be_given_before_the_command(project: Project, args: tuple[str, ...]) -> None:
    project.write("revox-lint.toml", "[env.prod]\n")
    project.assistants("one")
    ended = project.run("push", *args)
    assert ended.code == 0
    assert "prod" in ended.out
    assert "new" in ended.out


def test_a_folder_with_the_name_of_a_command(project: Project, api: Api) -> None:
    project.write("status/one.yaml", definition("one"))
    assert project.push("./status").code == 0
    assert project.run("push", "--yes", "--", "status").code == 0
    assert project.run("push", "create", "--yes", "status").code == 0
    assert names(api) == ["one"]


def test_a_shell_is_offered_commands_options_and_paths() -> None:
    completion = BashComplete(group, {}, "revox-lint", "_REVOX_LINT_COMPLETE")

    def offered(*args: str, incomplete: str) -> list[tuple[str, str]]:
        found = completion.get_completions(list(args), incomplete)
        return [(one.type, one.value) for one in found]

    assert offered("push", incomplete="st") == [("plain", "status"), ("file", "st")]
    assert offered("push", incomplete="--y") == [("plain", "--yes"), ("file", "--y")]
    assert offered("push", "status", incomplete="--e") == [("plain", "--env")]
