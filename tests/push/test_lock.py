"""The lock file: read strictly, written whole, held by one process."""

from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from revox_lint.push.address import normalized
from revox_lint.push.errors import (
    LockBusyError,
    LockUnreadableError,
    LockUnwritableError,
    OtherServerError,
)
from revox_lint.push.lock import (
    Lock,
    LockEntry,
    LockEnvironment,
    lock_bytes,
    parse_lock,
)
from revox_lint.push.lock_file import hold, read_lock

HASH = "sha256:" + "0" * 64
ENTRY = LockEntry(
    state="created",
    id="asst_1",
    hash=HASH,
    name="Sales",
    contract="0.1",
    time="2025-01-31T09:30:00Z",
    sent={"prompt": "p", "name": "Sales"},
    former_ids=("asst_0",),
)
SERVER = "https://www.getrevox.com/api"
TEXT = f"""\
{{
  "environments": {{
    "default": {{
      "base_url": "{SERVER}",
      "definitions": {{
        "assistants/a.yaml": {{
          "contract": "0.1",
          "former_ids": [
            "asst_0"
          ],
          "hash": "{HASH}",
          "id": "asst_1",
          "name": "Sales",
          "sent": {{
            "name": "Sales",
            "prompt": "p"
          }},
          "state": "created",
          "time": "2025-01-31T09:30:00Z"
        }}
      }}
    }}
  }},
  "tool": "revox-lint 9",
  "version": 1
}}
"""


def lock_of(entry: LockEntry, key: str = "assistants/a.yaml") -> Lock:
    return Lock({"default": LockEnvironment(SERVER, {key: entry})})


def test_a_lock_is_written_with_sorted_keys_and_read_back() -> None:
    assert lock_bytes(lock_of(ENTRY), "revox-lint 9").decode() == TEXT
    assert parse_lock(TEXT.encode(), "revox.lock.json") == lock_of(ENTRY)


@pytest.mark.parametrize(
    "entry",
    [
        LockEntry(
            state="pending", hash=HASH, name="é\u2028😀", contract="0.1", time="t", sent={"a": 1}
        ),
        LockEntry(
            state="pending",
            hash=HASH,
            name="half \ud83d",
            contract="0.1",
            time="t",
            sent={},
            former_ids=("asst_0", "asst_1"),
            former=ENTRY,
        ),
    ],
)
def test_every_entry_survives_being_written(entry: LockEntry) -> None:
    lock = lock_of(entry, 'odd "key" ü/#.yaml')
    assert parse_lock(lock_bytes(lock, "t"), "l") == lock


def test_no_file_is_an_empty_lock(tmp_path: Path) -> None:
    assert read_lock(tmp_path / "revox.lock.json") == Lock()


SAID = json.loads(TEXT)["environments"]["default"]["definitions"]["assistants/a.yaml"]


def environment(base_url: object, definitions: object, **more: Any) -> bytes:
    """A lock with one environment; what is None is left out."""
    said = {"base_url": base_url, "definitions": definitions, **more}
    known = {name: value for name, value in said.items() if value is not None}
    return json.dumps({"version": 1, "environments": {"e": known}}).encode()


def changed(**fields: Any) -> bytes:
    """A lock whose one entry has other fields; one that is None is left out."""
    entry = {name: value for name, value in {**SAID, **fields}.items() if value is not None}
    return environment(SERVER, {"a.yaml": entry})


CONFLICT = TEXT.replace(
    '          "id": "asst_1",\n',
    '<<<<<<< HEAD\n          "id": "asst_1",\n=======\n          "id": "asst_2",\n>>>>>>> other\n',
)

UNREADABLE: list[tuple[bytes, str]] = [
    (b"", "`l` is empty; restore it from version control"),
    (b" \n\t", "`l` is empty"),
    (b"\0" * 512, "`l` is empty"),
    (CONFLICT.encode(), "`l` has merge-conflict markers (line 12); keep the entries of both sides"),
    (CONFLICT.replace("\n", "\r\n").encode(), "`l` has merge-conflict markers (line 12)"),
    (TEXT.encode()[:300], "`l` is not JSON: "),
    (b"{'a': 1}", "`l` is not JSON: "),
    (b"\xff\xfe{}", "`l` is not JSON: it is not UTF-8"),
    (b'{"version": NaN}', "`l` is not JSON: NaN is no JSON"),
    (b"[" * 100_000, "`l` is not JSON: it is nested too deeply"),
    (b'{"version": 1, "version": 1}', "`l` has the key `version` twice"),
    (TEXT.replace('"id"', '"hash"').encode(), "`l` has the key `hash` twice"),
    (b"[]", "`l` is not a lock file: the whole must be a mapping"),
    (b"{}", "`l` is not a lock file: `/version` is missing"),
    (b'{"version": true}', "`l` is not a lock file: `/environments` is missing"),
    (b'{"version": true, "environments": {}}', "`l` is not a lock file: `/version` must be `1`"),
    (
        b'{"version": 2, "tool": "revox-lint 9.9"}',
        "`l` was written by `revox-lint 9.9` in format 2; revox-lint ",
    ),
    (b'{"version": 0}', "`l` was written by another version in format 0; revox-lint "),
    (
        b'{"version": 1, "environments": []}',
        "`l` is not a lock file: `/environments` must be a mapping",
    ),
    (b'{"version": 1, "environments": {}, "x": 1}', "`l` is not a lock file: unknown field `/x`"),
    # A lock without base URLs could be that of any server.
    (environment(None, None, **{"a.yaml": SAID}), "`/environments/e/base_url` is missing"),
    (environment("ftp://x", {}), "`/environments/e/base_url` is not an absolute URL: `ftp://x`"),
    (environment(SERVER, None), "`/environments/e/definitions` is missing"),
    (environment(SERVER, {}, x=1), "unknown field `/environments/e/x`"),
    (
        changed(state="done"),
        "`/environments/e/definitions/a.yaml/state` must be `created` or `pending`",
    ),
    (changed(id=None), "`/environments/e/definitions/a.yaml/id` is missing"),
    (changed(id=""), "`/environments/e/definitions/a.yaml/id` must not be empty"),
    (changed(id=7), "`/environments/e/definitions/a.yaml/id` must be a string"),
    (changed(state="pending"), "a.yaml/id` is a field of `created` entries only"),
    (changed(hash="md5:1"), "a.yaml/hash` must match `^sha256:[0-9a-f]{64}$`"),
    (changed(sent=[]), "a.yaml/sent` must be a mapping"),
    (changed(former_ids=[1]), "a.yaml/former_ids/0` must be a string"),
    (changed(former={}), "a.yaml/former` is a field of `pending` entries only"),
    (
        changed(state="pending", id=None, former={**SAID, "state": "pending"}),
        "a.yaml/former/state` must be `created`",
    ),
    (changed(more=1), "unknown field `/environments/e/definitions/a.yaml/more`"),
    (
        environment(SERVER, dict.fromkeys(("a", "b"), SAID)),
        "the id `asst_1` of `/environments/e/definitions/b` is also that of `a`",
    ),
]


@pytest.mark.parametrize(("data", "message"), UNREADABLE)
def test_what_is_no_lock_is_an_error_and_never_an_empty_start(data: bytes, message: str) -> None:
    with pytest.raises(LockUnreadableError) as caught:
        parse_lock(data, "l")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_lock_that_is_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "revox.lock.json"
    folder.mkdir()
    with pytest.raises(LockUnreadableError, match="is not a file"):
        read_lock(folder)
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "gone")
    with pytest.raises(LockUnreadableError, match="is a link to a file that is gone"):
        read_lock(link)
    if hasattr(os, "mkfifo"):
        fifo = tmp_path / "fifo.json"
        os.mkfifo(fifo)
        with pytest.raises(LockUnreadableError, match="is not a file"):
            read_lock(fifo)


@pytest.mark.parametrize(
    "base_url",
    [SERVER, f"{SERVER}/", "HTTPS://WWW.GetRevox.com/api", "https://www.getrevox.com:443/api"],
)
def test_one_server_is_one_environment_however_it_is_written(base_url: str) -> None:
    lock = parse_lock(environment(base_url, {"a": SAID}), "l")
    assert lock.entries("e", normalized(base_url)) == lock.entries("e", SERVER) == {"a": ENTRY}


@pytest.mark.parametrize(
    "base_url",
    ["https://getrevox.com/api", f"{SERVER}/v2", f"{SERVER[:-4]}:8443/api", "http://[::1]:80/api"],
)
def test_another_server_is_not_the_environment_s(base_url: str) -> None:
    lock = parse_lock(environment(base_url, {"a": SAID}), "l")
    with pytest.raises(OtherServerError) as caught:
        lock.entries("e", SERVER)
    assert f"`{normalized(base_url)}`" in str(caught.value)
    assert f"`{SERVER}`" in str(caught.value)
    assert lock.entries("other", SERVER) == {}


# --- writing ---------------------------------------------------------------------------


def test_a_saved_lock_replaces_the_file_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "revox.lock.json"
    path.write_text(TEXT, "utf-8")
    path.chmod(0o640)
    with hold(path) as held:
        held.content.entries("prod", SERVER)["b.yaml"] = ENTRY
        held.save()
    assert list(read_lock(path).environments) == ["default", "prod"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".revox.lock.json.lock",
        "revox.lock.json",
    ]


def test_a_temporary_file_that_was_left_behind_is_written_over(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("mine")
    (tmp_path / ".revox.lock.json.tmp").symlink_to(elsewhere)
    with hold(tmp_path / "revox.lock.json") as held:
        held.save()
    assert elsewhere.read_text() == "mine"
    assert not (tmp_path / ".revox.lock.json.tmp").is_symlink()


def full(*args: object, **kwargs: object) -> Any:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("name", ["open", "write", "fsync", "replace"])
def test_a_disk_that_is_full_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / "revox.lock.json"
    path.write_text(TEXT, "utf-8")
    with hold(path) as held:
        held.content.entries("prod", SERVER)["b.yaml"] = ENTRY
        with monkeypatch.context() as patch:
            patch.setattr(os, name, full)
            with pytest.raises(LockUnwritableError) as caught:
                held.save()
        assert str(caught.value) == ("`revox.lock.json` cannot be written: No space left on device")
        assert path.read_text("utf-8") == TEXT
        held.save()
    assert list(read_lock(path).environments) == ["default", "prod"]


def test_a_write_that_takes_a_part_is_continued(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write: Callable[[int, Any], int] = os.write
    with hold(tmp_path / "revox.lock.json") as held:
        held.content.entries("default", SERVER)["a"] = ENTRY
        monkeypatch.setattr(os, "write", lambda handle, data: write(handle, bytes(data[:7])))
        held.save()
    assert read_lock(tmp_path / "revox.lock.json").environments == {
        "default": LockEnvironment(SERVER, {"a": ENTRY})
    }


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(LockUnwritableError, match=r"the folder of `revox\.lock\.json` cannot"),
        hold(tmp_path / "gone" / ".." / "file" / "revox.lock.json"),
    ):
        pass


def test_one_process_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "revox.lock.json"
    with (
        hold(path),
        pytest.raises(LockBusyError, match="another push holds"),
        hold(path),
    ):
        pass
    with hold(path):
        pass
