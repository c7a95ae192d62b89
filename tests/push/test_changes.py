"""A push of what the lock knows already: changed, renamed, deleted, from another folder."""

from __future__ import annotations

import pytest

from tests.push.api import Api
from tests.push.project import Project, definition, names

pytestmark = pytest.mark.usefixtures("waits_take_no_time")


def test_a_changed_definition_is_refused_and_shown_against_what_was_sent(
    project: Project, api: Api
) -> None:
    project.assistants("one", "two")
    project.push()
    project.write(
        "assistants/one.yaml", definition("one", "You are kind.") + "max_call_duration_secs: 60\n"
    )
    ended = project.push()
    assert ended.code == 1
    assert (
        ended.out
        == f"""\
environment default: {api.base_url}/assistants
  changed  assistants/one.yaml asst_0001: changed, and the API cannot update it; `--recreate` \
creates a new one beside it
      ~ /prompt: "You are kind and brief." -> "You are kind."
      + /max_call_duration_secs: 60
  skip     assistants/two.yaml: `two` is asst_0002
1 skipped, 1 refused.
"""
    )
    assert api.connections == 2

    ended = project.push("--recreate")
    assert ended.code == 0
    assert "changed; a new one is created, and `asst_0001` remains" in ended.out
    assert project.states() == {"one": "asst_0003", "two": "asst_0002"}
    assert project.entries()["one"]["former_ids"] == ["asst_0001"]
    assert project.push("--recreate").code == 0
    assert len(api.created) == 3


def test_a_changed_definition_does_not_keep_a_new_one_from_being_created(
    project: Project, api: Api
) -> None:
    project.assistants("one")
    project.push()
    project.write("assistants/one.yaml", definition("one", "Changed."))
    project.assistants("two")
    assert project.push().code == 1
    assert project.states() == {"one": "asst_0001", "two": "asst_0002"}


def test_comments_quotes_and_order_are_no_change(project: Project, api: Api) -> None:
    project.write("assistants/one.yaml", "name: one\nprompt: Be kind.\nvoicemail_message: null\n")
    project.push()
    project.write(
        "assistants/one.yaml",
        '# said otherwise\nvoicemail_message: ~\nprompt: \'Be kind.\'  # so\n"name": "one"\n',
    )
    assert project.push().code == 0
    assert api.connections == 1


def test_a_renamed_file_is_moved_in_the_lock(project: Project, api: Api) -> None:
    project.assistants("one")
    project.push()
    (project.root / "assistants/one.yaml").rename(project.root / "assistants/first.yaml")
    ended = project.run("push")
    assert ended.code == 0
    assert "  rename  assistants/first.yaml: renamed from `assistants/one.yaml`" in ended.out
    assert ended.out.endswith("\n1 renamed.\n")
    assert project.states() == {"first": "asst_0001"}
    assert api.connections == 1


def test_swapped_files_swap_their_entries_without_a_request(project: Project, api: Api) -> None:
    project.assistants("one", "two")
    project.push()
    folder = project.root / "assistants"
    (folder / "one.yaml").rename(folder / "three.yaml")
    (folder / "two.yaml").rename(folder / "one.yaml")
    (folder / "three.yaml").rename(folder / "two.yaml")
    assert project.push().code == 0
    assert project.states() == {"one": "asst_0002", "two": "asst_0001"}
    assert api.connections == 2
    assert project.push().out.count("skip ") == 2


def test_a_deleted_definition_keeps_its_entry_and_is_named(project: Project, api: Api) -> None:
    project.assistants("one", "two")
    project.push()
    (project.root / "assistants/one.yaml").unlink()
    project.assistants("three")
    ended = project.push()
    assert (ended.code, ended.out) == (
        0,
        f"""\
environment default: {api.base_url}/assistants
  create  assistants/three.yaml: `three`
  skip    assistants/two.yaml: `two` is asst_0002
  gone    assistants/one.yaml asst_0001: its definition is gone; the assistant remains
created   assistants/three.yaml asst_0003
1 created, 1 skipped.
""",
    )
    assert project.states() == {"one": "asst_0001", "two": "asst_0002", "three": "asst_0003"}


def test_pushing_a_part_from_elsewhere_finds_the_same_lock(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.assistants("one", "two")
    project.push("assistants/one.yaml")
    monkeypatch.chdir(project.root / "assistants")
    assert project.push("one.yaml", "two.yaml").code == 0
    monkeypatch.chdir("/")
    assert project.push(str(project.root / "assistants")).code == 0
    assert names(api) == ["one", "two"]
    assert project.states() == {"one": "asst_0001", "two": "asst_0002"}


@pytest.mark.parametrize("given", [[], ["--config", "elsewhere/ci.toml"]], ids=["", "config"])
def test_a_push_started_beside_the_definitions_leaves_its_lock_with_them(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch, given: list[str]
) -> None:
    project.assistants("one", "two")
    project.write("elsewhere/ci.toml", "")
    monkeypatch.chdir(project.root / "elsewhere")
    options = [str(project.root / option) if "/" in option else option for option in given]
    assert project.push("../assistants", *options).code == 0
    assert [path.parent.name for path in project.root.rglob("revox.lock.json")] == ["assistants"]
    monkeypatch.chdir(project.root)
    assert project.push("assistants").code == 0
    assert names(api) == ["one", "two"]


def test_two_locks_for_one_definition_are_an_error(project: Project, api: Api) -> None:
    project.assistants("one")
    project.write("assistants/revox.lock.json", '{"version": 1, "environments": {}}')
    project.write("revox-lint.toml", "")
    ended = project.push()
    assert ended.code == 2
    assert "two lock files apply to `assistants/`" in ended.err
    assert api.connections == 0


def test_a_file_that_is_renamed_and_changed_at_once_is_not_created_again(
    project: Project, api: Api
) -> None:
    project.assistants("one")
    assert project.push().code == 0
    new = project.root / "assistants/new.yaml"
    (project.root / "assistants/one.yaml").rename(new)
    new.write_text(definition("one", "You are brief."), "utf-8")
    ended = project.push()
    assert ended.code == 1
    assert (
        "  name taken  assistants/new.yaml: `assistants/one.yaml` is in the lock under the same"
        " name, `one` (asst_0001); write it as `assistants/one.yaml` again, or change the name if"
        " it is another; only if that assistant is not at Revox, run"
        " `revox-lint push forget assistants/one.yaml`\n"
    ) in ended.out
    new.rename(project.root / "assistants/one.yaml")
    ended = project.push()
    assert (ended.code, len(api.created)) == (1, 1)
    assert "assistants/one.yaml asst_0001: changed, and the API cannot update it" in ended.out


def test_two_files_of_a_name_are_told_to_differ(project: Project, api: Api) -> None:
    project.assistants("one")
    assert project.push().code == 0
    project.write("assistants/new.yaml", definition("one", "You are brief."))
    ended = project.push("assistants/new.yaml")
    assert (ended.code, len(api.created)) == (1, 1)
    assert "(asst_0001); change one of the names; only if that assistant is not at Revox" in (
        ended.out
    )
