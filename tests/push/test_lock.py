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

from revox_lint.push.errors import LockBusyError, LockUnreadableError, LockUnwritableError
from revox_lint.push.lock import Entry, Lock, hold, lock_bytes, parse_lock, read_lock

HASH = "sha256:" + "0" * 64
ENTRY = Entry(
    state="created",
    id="asst_1",
    hash=HASH,
    name="Sales",
    contract="0.1",
    time="2025-01-31T09:30:00Z",
    sent={"prompt": "p", "name": "Sales"},
    former_ids=("asst_0",),
)
TEXT = f"""\
{{
  "environments": {{
    "default": {{
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
  }},
  "tool": "revox-lint 9",
  "version": 1
}}
"""


def lock_of(entry: Entry, key: str = "assistants/a.yaml") -> Lock:
    return Lock({"default": {key: entry}})


def test_a_lock_is_written_with_sorted_keys_and_read_back() -> None:
    assert lock_bytes(lock_of(ENTRY), "revox-lint 9").decode() == TEXT
    assert parse_lock(TEXT.encode(), "revox.lock.json") == lock_of(ENTRY)


@pytest.mark.parametrize(
    "entry",
    [
        Entry(
            state="pending", hash=HASH, name="é\u2028😀", contract="0.1", time="t", sent={"a": 1}
        ),
        Entry(
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
def test_every_entry_survives_being_written(entry: Entry) -> None:
    lock = lock_of(entry, 'odd "key" ü/#.yaml')
    assert parse_lock(lock_bytes(lock, "t"), "l") == lock


def test_no_file_is_an_empty_lock(tmp_path: Path) -> None:
    assert read_lock(tmp_path / "revox.lock.json") == Lock()


def changed(**fields: Any) -> bytes:
    """The text of a lock whose one entry has other fields; one that is None is left out."""
    said = json.loads(TEXT)
    entry = said["environments"]["default"]["assistants/a.yaml"]
    for name, value in fields.items():
        if value is None:
            del entry[name]
        else:
            entry[name] = value
    return json.dumps(said).encode()


CONFLICT = TEXT.replace(
    '        "id": "asst_1",\n',
    '<<<<<<< HEAD\n        "id": "asst_1",\n=======\n        "id": "asst_2",\n>>>>>>> other\n',
)

UNREADABLE: list[tuple[bytes, str]] = [
    (b"", "`l` is empty; restore it from version control"),
    (b" \n\t", "`l` is empty"),
    (b"\0" * 512, "`l` is empty"),
    (CONFLICT.encode(), "`l` has merge-conflict markers (line 10); keep the entries of both sides"),
    (CONFLICT.replace("\n", "\r\n").encode(), "`l` has merge-conflict markers (line 10)"),
    (TEXT.encode()[:300], "`l` is not JSON: "),
    (b"{'a': 1}", "`l` is not JSON: "),
    (b"\xff\xfe{}", "`l` is not JSON: it is not UTF-8"),
    (b'{"version": NaN}', "`l` is not JSON: NaN is no JSON"),
    (b"[" * 100_000, "`l` is not JSON: it is nested too deeply"),
    (b'{"version": 1, "version": 1}', "`l` has the key `version` twice"),
    (TEXT.replace('"id"', '"hash"').encode(), "`l` has the key `hash` twice"),
    (b"[]", "`l` is not a lock file: the whole should be an object"),
    (b"{}", "`l` is not a lock file: `/version` should be 1"),
    (b'{"version": true}', "`l` is not a lock file: `/version` should be 1"),
    (
        b'{"version": 2, "tool": "revox-lint 9.9"}',
        "`l` was written by `revox-lint 9.9` in format 2; revox-lint ",
    ),
    (b'{"version": 0}', "`l` was written by another version in format 0; revox-lint "),
    (b'{"version": 1}', "`l` is not a lock file: `/environments` should be an object"),
    (b'{"version": 1, "environments": {}, "x": 1}', "`l` is not a lock file: `/x` should be left"),
    (changed(state="done"), "default/assistants/a.yaml/state` should be `created` or `pending`"),
    (changed(id=None), "default/assistants/a.yaml/id` should be a text"),
    (changed(id=""), "default/assistants/a.yaml/id` should be a text"),
    (changed(id=7), "default/assistants/a.yaml/id` should be a text"),
    (changed(state="pending"), "/id` should be left out while the state is `pending`"),
    (changed(hash="md5:1"), "/hash` should be `sha256:` and 64 hex digits"),
    (changed(sent=[]), "/sent` should be an object"),
    (changed(former_ids=[1]), "/former_ids/0` should be a text"),
    (changed(former={}), "/former` should be left out when the state is `created`"),
    (changed(more=1), "/more` should be left out: there is no such field"),
    (
        json.dumps(
            {
                "version": 1,
                "environments": {
                    "e": dict.fromkeys(
                        ("a", "b"), json.loads(TEXT)["environments"]["default"]["assistants/a.yaml"]
                    )
                },
            }
        ).encode(),
        "`l` has the id `asst_1` twice, at `a` and `b`",
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


# --- writing ---------------------------------------------------------------------------


def test_a_saved_lock_replaces_the_file_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "revox.lock.json"
    path.write_text(TEXT, "utf-8")
    path.chmod(0o640)
    with hold(path) as held:
        held.content.entries("prod")["b.yaml"] = ENTRY
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
        held.content.entries("prod")["b.yaml"] = ENTRY
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
        held.content.environments["default"] = {"a": ENTRY}
        monkeypatch.setattr(os, "write", lambda handle, data: write(handle, bytes(data[:7])))
        held.save()
    assert read_lock(tmp_path / "revox.lock.json").environments == {"default": {"a": ENTRY}}


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
        pytest.raises(LockBusyError, match="another push is running"),
        hold(path),
    ):
        pass
    with hold(path):
        pass
