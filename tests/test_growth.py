"""What a file costs grows with its length: twice of one part takes twice the time."""

from __future__ import annotations

import gc
import math
import time

import pytest

from benchmarks.growth import KINDS
from revox_lint import lint_text

SIZE = 125_000
TIMES = 8
MOST = 1.35
"""The exponent of growth: 1 is linear, 2 is quadratic. The rest is noise of the clock."""


def _seconds(text: str) -> float:
    # What other tests left in the process is not this file's: a collection would look at it, too.
    gc.collect()
    gc.freeze()
    try:
        before = time.process_time()
        lint_text(text)
        return time.process_time() - before
    finally:
        gc.unfreeze()


def _exponent(kind: str) -> float:
    small, large = _seconds(KINDS[kind](SIZE)), _seconds(KINDS[kind](SIZE * TIMES))
    return math.log(large / small, TIMES)


@pytest.mark.proof
@pytest.mark.parametrize("kind", KINDS)
def test_time_grows_with_the_length_of_a_file(kind: str) -> None:
    # Another process may take the processor while one of the two is measured.
    exponents = [_exponent(kind)]
    while min(exponents) > MOST and len(exponents) < 4:
        exponents.append(_exponent(kind))
    assert min(exponents) <= MOST, (kind, exponents)
