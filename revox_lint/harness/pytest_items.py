"""A test file and its tests as pytest's collector and items."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from revox_lint.config import ConfigError
from revox_lint.harness.report import error_text, failure_lines, headline
from revox_lint.harness.run import Collected, Result, Status, collect, run_case
from revox_lint.harness.suite import Case
from revox_lint.report import Style
from revox_lint.report.sanitize import inert


class FailedTest(Exception):  # noqa: N818
    """A test whose expectations the definition does not meet."""

    def __init__(self, result: Result) -> None:
        """Carry the result to where pytest asks how to show it."""
        super().__init__(result.id)
        self.result = result


class TestFile(pytest.File):
    """A `*.test.yaml` file; its mistakes are collection errors."""

    __test__ = False

    def collect(self) -> Iterator[TestItem]:
        """Return an item for each test."""
        try:
            name = Path(os.path.relpath(self.path, self.config.invocation_params.dir)).as_posix()
        except ValueError:
            # On Windows there is no way from one drive to another.
            name = self.path.as_posix()
        try:
            collected = collect(self.path, name)
        except ConfigError as error:
            raise self.CollectError(str(error)) from None
        if collected.suite is None:
            texts = ("".join(error_text(error, Style())) for error in collected.errors)
            raise self.CollectError("\n".join(texts))
        known = {line.partition(":")[0] for line in self.config.getini("markers")}
        for tag in sorted({tag for case in collected.suite.cases for tag in case.tags} - known):
            self.config.addinivalue_line("markers", f"{tag}: tag of tests in *.test.yaml files")
        for case in collected.suite.cases:
            yield TestItem.from_parent(self, name=case.name, collected=collected, case=case)


class TestItem(pytest.Item):
    """One test of a file."""

    __test__ = False

    def __init__(self, *, collected: Collected, case: Case, **rest: Any) -> None:
        """Take the test and the file it was collected from."""
        super().__init__(**rest)
        self.collected = collected
        self.case = case
        for tag in case.tags:
            self.add_marker(tag)
        if case.skip is not None:
            self.add_marker(pytest.mark.skip(reason=case.skip))
        source = collected.source
        # JUnit's second family of attributes has no place for these two.
        self.user_properties.append(("file", source.path))
        self.user_properties.append(("line", self._line + 1))

    @property
    def _line(self) -> int:
        """The line of the test's name, from 0."""
        return self.collected.source.position(self.case.span.start).line - 1

    def runtest(self) -> None:
        """Judge the test; a failure is raised."""
        update = bool(self.config.getoption("revox_update_snapshots"))
        result = run_case(self.collected, self.case, update_snapshots=update)
        if result.status is Status.FAILED:
            raise FailedTest(result)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show a failure at its line of the YAML file, not where it was raised."""
        if isinstance(excinfo.value, FailedTest):
            result = excinfo.value.result
            return "".join([inert(headline(result)), "\n", *failure_lines(result, Style())])
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return the file, the line from 0 and the name, for reports."""
        return self.path, self._line, self.case.name
