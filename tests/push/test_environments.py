"""Environments and servers: each with its own entries, address, key and overrides."""

from __future__ import annotations

import json

import pytest

from tests.push.api import KEY, Api, serving
from tests.push.project import Ended, Project, definition, names

pytestmark = pytest.mark.usefixtures("waits_take_no_time")


CONFIG = """\
[env.prod]
base-url = "{url}"
api-key-variable = "PROD_KEY"
protected = true

[env.prod.overrides]
webhook_url = "https://hooks.acme.com/prod"
voice = {{ speed = 1.2 }}

[env.staging]
webhook_url = "https://hooks.acme.com/staging"
"""
VOICED = definition("one") + (
    "voice: {id: v, provider: cartesia, speed: 1}\nwebhook_url: https://hooks.acme.com/dev\n"
)


def test_environments_have_their_own_entries_address_key_and_overrides(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(key="prod-key-of-this-test") as prod:
        project.write("revox-lint.toml", CONFIG.format(url=prod.base_url))
        project.write("assistants/one.yaml", VOICED)
        monkeypatch.setenv("PROD_KEY", prod.key)
        assert project.push().code == 0
        assert project.push("--env", "staging").code == 0
        ended = project.push("--env", "prod")
        assert (ended.code, ended.err) == (
            2,
            "Error: the environment `prod` is protected; add `--confirm prod`\n",
        )
        assert project.push("--env", "prod", "--confirm", "staging").code == 2
        assert project.run("push", "--env", "prod", "--dry-run").code == 0
        assert prod.connections == 0
        assert project.push("--env", "prod", "--confirm", "prod").code == 0

        webhooks = [one.payload["webhook_url"] for one in (*api.created, *prod.created)]
        assert webhooks == [f"https://hooks.acme.com/{name}" for name in ("dev", "staging", "prod")]
        assert prod.created[0].payload["voice"] == {"id": "v", "provider": "cartesia", "speed": 1.2}
    assert project.states() == {"one": "asst_0001"}
    assert project.states("staging") == {"one": "asst_0002"}
    assert project.states("prod") == {"one": "asst_0001"}
    assert project.run("push", "status", "--env", "prod").code == 0


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("[env.prod]\n", "unknown environment `prd`: no table [env.prd], did you mean `prod`?"),
        ("[env.prd]\nbase-ulr = ''\n", "unknown setting `base-ulr`, did you mean `base-url`?"),
        (
            "[env.prd]\nbase-url = 'http://x.com'\n",
            "`base-url` of [env.prd] is not https: `http://x.com`",
        ),
        (
            "[env.prd]\nprotected = 'yes'\n",
            '`protected` must be `true` or `false`, not `"yes"`: write `true`',
        ),
        (
            f"[env.prd]\napi-key-variable = '{KEY}!'\n",
            "`api-key-variable` must be the name of a variable",
        ),
        ("[env.prd.overrides]\nvoise = {}\n", "unknown field `voise`, did you mean"),
        ("[env.prd.overrides]\nname = 'x'\n", "`name` cannot be overridden"),
    ],
)
def test_an_environment_that_cannot_be_used(
    project: Project, api: Api, toml: str, message: str
) -> None:
    project.write("revox-lint.toml", toml)
    project.assistants("one")
    ended = project.push("--env", "prd")
    assert ended.code == 2
    assert message in ended.err
    assert KEY not in ended.err
    assert api.connections == 0


@pytest.mark.parametrize(
    ("overrides", "message"),
    [
        (
            "max_call_duration_secs = 'x'",
            "overrides break the contract at `/max_call_duration_secs`",
        ),
        ("first_sentence = 2020-01-01", "overrides break the contract at `/first_sentence`"),
        ("webhook_url = 'http://hooks.acme.com'", "with the environment's overrides: "),
    ],
)
def test_overrides_are_linted_too(project: Project, api: Api, overrides: str, message: str) -> None:
    project.write("revox-lint.toml", f"[env.prod.overrides]\n{overrides}\n")
    project.assistants("one")
    ended = project.push("--env", "prod")
    assert ended.code == 1
    assert message in ended.out
    assert api.connections == 0


def test_two_servers_are_not_one_environment(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.assistants("one")
    assert project.push().code == 0
    before = project.lock_file.read_bytes()
    with serving() as real:
        monkeypatch.setenv("REVOX_BASE_URL", real.base_url)
        refused = Ended(
            2,
            "",
            f"Error: environment `default` of the lock is `{api.base_url}`, but the base URL is"
            f" `{real.base_url}`; give one of the two a table `[env.NAME]` with its `base-url`,"
            " and use `--env NAME`\n",
        )
        file = "assistants/one.yaml"
        for command in (
            ("--yes",),
            ("--yes", "--recreate"),
            ("--dry-run",),
            ("status",),
            ("adopt", file, "asst_7"),
            ("forget", file),
        ):
            assert project.run("push", *command) == refused
        assert (real.connections, api.connections) == (0, 1)
        assert project.lock_file.read_bytes() == before

        project.write("revox-lint.toml", f'[env.real]\nbase-url = "{real.base_url}"\n')
        assert project.push("--env", "real").code == 0
        assert names(real) == ["one"]
    assert project.states("real") == {"one": "asst_0001"}
    said = json.loads(project.lock_file.read_bytes())["environments"]
    assert {name: known["base_url"] for name, known in said.items()} == {
        "default": api.base_url,
        "real": real.base_url,
    }


def test_one_server_has_one_base_url(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.assistants("one")
    monkeypatch.setenv("REVOX_BASE_URL", api.base_url.replace("http:", "HTTP:") + "/")
    assert project.push().code == 0
    monkeypatch.setenv("REVOX_BASE_URL", api.base_url)
    assert project.push() == Ended(
        0,
        f"""\
environment default: {api.base_url}/assistants
  skip  assistants/one.yaml: `one` is asst_0001
1 skipped.
""",
        "",
    )


def test_an_environment_that_is_forgotten_is_free_for_another_server(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.assistants("one")
    assert project.push().code == 0
    assert project.run("push", "forget", "assistants/one.yaml").code == 0
    with serving() as real:
        monkeypatch.setenv("REVOX_BASE_URL", real.base_url)
        assert project.push().code == 0
        assert names(real) == ["one"]
