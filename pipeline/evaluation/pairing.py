"""Which predicted span stands for which gold span."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

Ends = tuple[int, int]


def paired(found: Sequence[Ends], gold: Sequence[Ends]) -> list[tuple[int, int]]:
    """Indices of the spans that belong together: they overlap, and each is used once.

    The longest overlap is paired first; of equal overlaps the pair nearest in length, so that a prediction of
    "Home Office" takes the row "Home Office" and not the longer name around it.
    """
    candidates = []
    for (i, one), (j, other) in product(enumerate(found), enumerate(gold)):
        overlap = min(one[1], other[1]) - max(one[0], other[0])
        if overlap > 0:
            difference = abs((one[1] - one[0]) - (other[1] - other[0]))
            candidates.append((-overlap, difference, one, other, i, j))
    left, right = set(range(len(found))), set(range(len(gold)))
    pairs = []
    for *_, i, j in sorted(candidates):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((i, j))
    return sorted(pairs)
