"""Choosing tests by an expression such as `lunch and not slow`, as pytest's `-k` does."""

from __future__ import annotations

import re
from collections.abc import Callable

from revox_lint.harness.suite import Case

_TOKEN = re.compile(r"\s*(\(|\)|[^\s()]+)")


class ExpressionError(ValueError):
    """An expression that cannot be read; the message says where."""


def chooser(expression: str) -> Callable[[str, Case], bool]:
    """Return a function that tells whether the test of a file (its path) and case is chosen.

    A word is chosen when it is part of the test's name, of its file's or a folder's name, or
    of a tag, in any case; `and`, `or`, `not` and brackets join words. Raises ExpressionError.
    """
    tokens = _TOKEN.findall(expression)
    if not tokens:
        raise ExpressionError("the expression is empty")
    parse = _Parser(tokens)
    tree = parse.alternatives()
    if parse.tokens:
        raise ExpressionError(f"the expression does not end at `{parse.tokens[0]}`")

    def chosen(path: str, case: Case) -> bool:
        words = [word.lower() for word in (*path.split("/"), case.name, *case.tags)]
        return tree(lambda word: any(word in one for one in words))

    return chosen


_Test = Callable[[Callable[[str], bool]], bool]


class _Parser:
    """`or` binds least, then `and`, then `not`."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens

    def _take(self, word: str) -> bool:
        if self.tokens and self.tokens[0] == word:
            self.tokens.pop(0)
            return True
        return False

    def alternatives(self) -> _Test:
        tests = [self._all()]
        while self._take("or"):
            tests.append(self._all())
        return lambda has: any(test(has) for test in tests)

    def _all(self) -> _Test:
        tests = [self._one()]
        while self._take("and"):
            tests.append(self._one())
        return lambda has: all(test(has) for test in tests)

    def _one(self) -> _Test:
        negations = 0
        while self._take("not"):
            negations += 1
        if not self.tokens:
            raise ExpressionError("the expression ends where a word should stand")
        first = self.tokens.pop(0)
        if first == "(":
            inner = self.alternatives()
            if not self._take(")"):
                raise ExpressionError("a bracket of the expression is not closed")
        elif first in {")", "and", "or"}:
            raise ExpressionError(f"the expression has `{first}` where a word should stand")
        else:
            word = first.lower()

            def inner(has: Callable[[str], bool]) -> bool:
                return has(word)

        if negations % 2:
            return lambda has: not inner(has)
        return inner
