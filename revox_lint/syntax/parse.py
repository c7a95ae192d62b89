"""From text to trees: events are composed, and after a syntax error reading goes on.

Nothing here raises: what cannot be read becomes a `Problem` and, in the tree, a `Broken`
node; after a syntax error the place is blanked and the rest is read again, so that one
missing quote does not hide the mistakes after it.
"""

from __future__ import annotations

from revox_lint.syntax.compose import Composer
from revox_lint.syntax.events import events, is_depth_error, yaml_error
from revox_lint.syntax.recovery import mend, without_conflicts
from revox_lint.syntax.source import Source
from revox_lint.syntax.span import Span
from revox_lint.syntax.surrogates import moved, pairs_joined, shift_nodes, shift_tree
from revox_lint.syntax.syntax_errors import Trouble, causes, translate
from revox_lint.syntax.tree import Parsed, Problem, ProblemKind, Tree

_MAX_REPAIRS = 16
_MAX_REPAIRED_CHARACTERS = 1_600_000
"""Characters that are read again to mend errors, in all: of a large text, fewer are mended."""


def parse(source: Source, *, integer_keys: bool = False) -> Parsed:
    """Parse every document of `source`.

    With `integer_keys`, a key such as `2` is kept: its text is its name, its value an int.

    There is always at least one tree; syntax errors are with the document they stand in.
    """
    written, offsets = pairs_joined(source)
    text, troubles, blanks = without_conflicts(written)
    repairs = max(1, min(_MAX_REPAIRS, _MAX_REPAIRED_CHARACTERS // (len(text) + 1)))
    refused = yaml_error()
    while True:
        composer = Composer(text, blanks, integer_keys)
        try:
            composer.run(events(text))
            break
        except refused as error:
            if is_depth_error(error):
                composer.refuse_depth(error)
                break
            trouble = translate(error, text)
            troubles.append(trouble)
            mended = None
            if len(troubles) <= repairs:
                mended = mend(text, trouble)
            if mended is None:
                # What was read before the error still stands.
                composer.close()
                break
            text, blank = mended
            blanks.append(blank)
    trees = _attach(composer.trees, [_problem(t) for t in causes(troubles, written)], len(written))
    if offsets:
        shift_nodes(trees, offsets)
        trees = [shift_tree(tree, offsets) for tree in trees]
        scalars = [(moved(span, offsets), style) for span, style in composer.scalars]
    else:
        scalars = composer.scalars
    return Parsed(tuple(trees), tuple(scalars))


def _problem(trouble: Trouble) -> Problem:
    return Problem(ProblemKind.SYNTAX, trouble.span, trouble.message, trouble.help, trouble.related)


def _attach(trees: list[Tree], problems: list[Problem], length: int) -> list[Tree]:
    """Give each syntax problem to the document it stands in."""
    if not trees:
        trees = [Tree(None, Span(0, length))]
    if not problems:
        return trees
    placed: list[list[Problem]] = [[] for _ in trees]
    for problem in problems:
        at = problem.span.start
        index = max((i for i, tree in enumerate(trees) if tree.span.start <= at), default=0)
        placed[index].append(problem)
    return [
        tree._replace(problems=(*more, *tree.problems))
        for tree, more in zip(trees, placed, strict=True)
    ]
