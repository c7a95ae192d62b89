"""A push that is stopped by a signal, or has company."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

import pytest

from revox_lint.push import client as clients
from tests.push.api import Api, Connection
from tests.push.project import FIVE, Ended, Project, is_true, names

pytestmark = pytest.mark.usefixtures("waits_take_no_time")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_while_a_request_is_answered(
    project: Project, api: Api, number: signal.Signals
) -> None:
    def fault(connection: Connection) -> None:
        connection.read()
        os.kill(os.getpid(), number)
        connection.answer(201, connection.create())

    project.assistants(*FIVE)
    api.faults[3] = fault
    handlers = [signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)]
    ended = project.push()
    assert ended.code == 130
    assert ended.out.splitlines()[-1] == "3 created, 2 not tried."
    is_true(project, api)
    assert [signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)] == handlers
    assert project.push().code == 0
    is_true(project, api)


def test_a_signal_that_is_ignored_stays_ignored(project: Project, api: Api) -> None:
    def fault(connection: Connection) -> None:
        connection.read()
        os.kill(os.getpid(), signal.SIGINT)
        connection.answer(201, connection.create())

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    project.assistants("one", "two")
    api.faults[1] = fault
    assert project.push().code == 0
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def test_ctrl_c_while_no_answer_comes(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(connection: Connection) -> None:
        connection.read()
        connection.create()
        os.kill(os.getpid(), signal.SIGINT)
        connection.until_gone()

    monkeypatch.setattr(clients, "_GRACE", 0.0)
    project.assistants(*FIVE)
    api.faults[3] = fault
    ended = project.push()
    assert ended.code == 130
    assert ended.out.splitlines()[-1] == "2 created, 1 unknown, 2 not tried."
    is_true(project, api)
    assert project.states()["one"] == "pending"


def test_ctrl_c_while_waiting_to_try_again(project: Project, api: Api) -> None:
    def fault(connection: Connection) -> None:
        connection.read()
        connection.answer(429, {}, {"Retry-After": "30"})
        connection.until_gone()
        os.kill(os.getpid(), signal.SIGINT)

    project.assistants("one", "two")
    api.usual = fault
    ended = project.push()
    assert ended.code == 130
    assert ended.out.splitlines()[-1] == "1 failed, 1 not tried."
    assert project.states() == {}


def test_two_pushes_at_once(project: Project, api: Api) -> None:
    """The second one, made while the first waits for its answer, does nothing."""
    second: list[Ended] = []

    def fault(connection: Connection) -> None:
        connection.read()
        second.append(_in_another_process(project.root, api))
        connection.answer(201, connection.create())

    project.assistants("one", "two")
    api.faults[1] = fault
    first = project.push()
    assert first.code == 0
    assert (second[0].code, second[0].err) == (
        2,
        ("Error: another push holds `revox.lock.json`; try again when it has ended\n"),
    )
    is_true(project, api)
    assert sorted(names(api)) == ["one", "two"]


def test_a_process_that_gets_ctrl_c_ends_with_130(project: Project, api: Api) -> None:
    import subprocess
    import sys

    def fault(connection: Connection) -> None:
        connection.read()
        started.wait()
        process.send_signal(signal.SIGINT)
        connection.answer(201, connection.create())

    started = threading.Event()
    project.assistants(*FIVE)
    api.faults[3] = fault
    process = subprocess.Popen(
        [sys.executable, "-m", "revox_lint", "push", "--yes"],
        env={**os.environ, "REVOX_BASE_URL": api.base_url},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    started.set()
    out, err = process.communicate()
    assert process.returncode == 130, err
    # The signal may arrive before or after the third answer, but not in the middle of an entry.
    is_true(project, api)
    assert "pending" not in project.states().values()
    assert out.splitlines()[-1].endswith("not tried.")


def test_a_reader_that_leaves_does_not_end_the_push(project: Project, api: Api) -> None:
    import subprocess
    import sys

    project.assistants(*FIVE)
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "revox_lint", "push", "--yes"],
        env={**os.environ, "REVOX_BASE_URL": api.base_url},
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writing)
    assert done.returncode == 0, done.stderr
    assert len(project.states()) == 5
    is_true(project, api)


def _in_another_process(root: Path, api: Api) -> Ended:
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, "-m", "revox_lint", "push", "--yes"],
        cwd=root,
        env={**os.environ, "REVOX_BASE_URL": api.base_url},
        capture_output=True,
        text=True,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def test_two_threads_of_one_process_do_not_share_the_lock(project: Project, api: Api) -> None:
    from revox_lint.push.errors import LockBusyError
    from revox_lint.push.lock_file import hold

    busy: list[bool] = []

    def take() -> None:
        try:
            with hold(project.lock_file):
                busy.append(False)
        except LockBusyError:
            busy.append(True)

    with hold(project.lock_file):
        thread = threading.Thread(target=take)
        thread.start()
        thread.join()
    assert busy == [True]
