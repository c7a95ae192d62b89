"""From text to trees: events are composed, and after a syntax error reading goes on.

Nothing here raises: what cannot be read becomes a `Problem` and, in the tree, a `Broken`
node. After a syntax error its place is blanked and reading goes on from the top-level key
before it, so that one missing quote does not hide the mistakes after it.
"""

from __future__ import annotations

from bisect import bisect_right

from revox_lint.syntax.compose import Composer
from revox_lint.syntax.events import yaml_error
from revox_lint.syntax.json_brackets import JsonError
from revox_lint.syntax.json_text import read_json
from revox_lint.syntax.odd_spaces import without_separators
from revox_lint.syntax.recovery import recover, without_conflicts
from revox_lint.syntax.slips import is_suspect, without_slips
from revox_lint.syntax.source import Source
from revox_lint.syntax.span import Span
from revox_lint.syntax.surrogates import moved, pairs_joined, shift_nodes, shift_tree
from revox_lint.syntax.syntax_errors import Trouble, causes, translate
from revox_lint.syntax.tree import Parsed, Problem, ProblemKind, Tree

_MAX_RECOVERIES = 16
_MAX_READ_AGAIN = 500_000
"""Characters that are read again after errors, in all; the first error has no such limit."""


def parse(source: Source, *, integer_keys: bool = False) -> Parsed:
    """Return every document of `source`, at least one, each with its syntax errors.

    With `integer_keys`, a key such as `2` is kept: its text is its name, its value an int.
    """
    written, offsets = pairs_joined(source, source.text)
    in_json = source.path.endswith(".json")
    written = written if in_json else without_separators(written)
    text, troubles, blanks = without_conflicts(written)
    conflicts = list(troubles)
    read = read_json(text) if in_json else None
    is_json = read is not None and not read.as_yaml
    if read is not None:
        text, blanks = without_separators(read.text), [*blanks, *read.blanks]
    slips: list[Trouble] = []
    looked_for_slips = is_json or is_suspect(text)
    if looked_for_slips and not is_json:
        text, slips = _without_slips(text, blanks)
        troubles += slips
    composer = Composer(text, blanks, integer_keys)
    refused = yaml_error()
    base = recoveries = read_again = 0
    while True:
        try:
            composer.run(base)
            break
        except refused as error:
            if not looked_for_slips:
                looked_for_slips = True
                repaired, slips = _without_slips(text, blanks)
                troubles += slips
                if slips:
                    composer, base = Composer(repaired, blanks, integer_keys), 0
                    continue
            trouble = translate(error, composer.text, base)
            troubles.append(trouble)
            recovery = None
            if not is_json and recoveries < _MAX_RECOVERIES and read_again <= _MAX_READ_AGAIN:
                recovery = recover(composer.text, trouble, composer.restart)
            if recovery is None:
                # What was read before the error still stands.
                composer.close()
                break
            text, blank, base = recovery
            recoveries += 1
            read_again += max(trouble.reached, blank.end) - base
            composer.rewind(text, blank, base)
    known = set(slips)
    kept = [one for one in causes(troubles, written) if one not in known] + slips
    problems = [_problem(one) for one in kept]
    trees = composer.trees
    if read is not None and read.error is not None:
        problems = (
            [_json_problem(read.error)] if not conflicts else [_problem(one) for one in conflicts]
        )
        trees = [_without_syntax(tree) for tree in trees]
    trees = _attach(trees, problems, len(written))
    if offsets:
        shift_nodes(trees, offsets)
        trees = [shift_tree(tree, offsets) for tree in trees]
        scalars = [(moved(span, offsets), style) for span, style in composer.scalars]
    else:
        scalars = composer.scalars
    return Parsed(tuple(trees), tuple(scalars))


def _without_slips(text: str, blanks: list[Span]) -> tuple[str, list[Trouble]]:
    """Return `text` without slips, and a trouble for each; adds what is blanked to `blanks`."""
    slips = without_slips(text)
    blanks += slips.blanks
    return slips.text, slips.troubles


def _problem(trouble: Trouble) -> Problem:
    return Problem(trouble.kind, trouble.span, trouble.message, trouble.help, trouble.related)


def _json_problem(error: JsonError) -> Problem:
    span, message, help = error[:3]
    return Problem(ProblemKind.SYNTAX, span, f"invalid JSON: {message}", help)


def _without_syntax(tree: Tree) -> Tree:
    """Return the tree of a JSON file without what its syntax is as YAML."""
    kept = tuple(one for one in tree.problems if one.kind is not ProblemKind.SYNTAX)
    return tree._replace(problems=kept)


def _attach(trees: list[Tree], problems: list[Problem], length: int) -> list[Tree]:
    """Give each syntax problem to the document that it is in."""
    if not trees:
        trees = [Tree(None, Span(0, length))]
    if not problems:
        return trees
    placed: list[list[Problem]] = [[] for _ in trees]
    starts = [tree.span.start for tree in trees]
    for problem in problems:
        placed[max(bisect_right(starts, problem.span.start) - 1, 0)].append(problem)
    return [
        tree._replace(problems=(*more, *tree.problems))
        for tree, more in zip(trees, placed, strict=True)
    ]
