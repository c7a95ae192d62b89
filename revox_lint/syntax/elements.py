"""Elements of a list that run together because the dash of the second is missing."""

from __future__ import annotations

from revox_lint.syntax.node import Node, Scalar
from revox_lint.syntax.quote import excerpt
from revox_lint.syntax.tree import Problem, ProblemKind

_FEWEST = 2


def run_together(items: list[Node]) -> list[int]:
    """Return the indices of the keys in `items` with which a further element begins.

    `items` are the keys and values of one element, in turn. A further element begins with the
    same field as the first and has another field of it, too; else a key is only given twice.
    """
    names = [key.text if isinstance(key, Scalar) else "" for key in items[::2]]
    starts = [index for index, name in enumerate(names) if name == names[0]]
    if len(starts) < _FEWEST or "" in names:
        return []
    first = {*names[: starts[1]]}
    for begin, end in zip(starts, [*starts[1:], len(names)], strict=True):
        part = names[begin:end]
        if len({*part}) < len(part) or len(first.intersection(part)) < _FEWEST:
            return []
    return [2 * index for index in starts[1:]]


def missing_dash(text: str, items: list[Node], starts: list[int], flow: bool) -> Problem:
    """Return the one problem about elements of `text` that begin at `starts` in `items`.

    `flow` is whether they are in braces.
    """
    span, first = items[starts[0]].span, items[0].span
    name = excerpt(text[span.start : span.end])
    dash = text[max(text.rfind("-", 0, first.start), 0) : first.start]
    spaces = "two" if len(dash) == len("- ") else len(dash)
    help = f"write `{dash}` in front of `{name}`, in place of {spaces} spaces"
    if dash[1:].strip(" "):
        help = f"write a dash in front of `{name}`, below the one of `{name}` above"
    if flow:
        help = f"write `}}, {{` in place of the comma in front of `{name}`"
    more = "elements of the list begin" if starts[1:] else "element of the list begins"
    return Problem(
        ProblemKind.DUPLICATE_KEY,
        span,
        f"`{name}` is given again: the next {more} here",
        help + (", and of the others" if starts[1:] else ""),
        (("first given here", first),),
    )
