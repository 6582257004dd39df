"""Near-identical texts: those whose `rapidfuzz.fuzz.ratio` reaches a threshold, and all that they lead to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from rapidfuzz import fuzz, process

from pipeline.clusters.groups import Groups, Numbers
from pipeline.clusters.minhash import Pairs, candidates, signatures

# Fewer texts are compared in all pairs, which is as fast.
ALL_PAIRS_BELOW = 200


def normalised(text: str) -> str:
    """What is compared: runs of white space are one space, capitals do not count."""
    return " ".join(text.split()).casefold()


def near_identical(texts: Sequence[str], threshold: float) -> Numbers:
    """For each of some distinct, normalised texts the number of the first one of its group.

    From 200 texts on, pairs are sought by MinHash: some near the threshold may be missed, none is made up.
    """
    groups = Groups(len(texts))
    pairs = _all_pairs(len(texts)) if len(texts) < ALL_PAIRS_BELOW else candidates(signatures(texts), groups)
    for left, right in pairs:
        alike = similarities([texts[i] for i in left], [texts[i] for i in right], threshold) >= threshold
        if alike.any():
            groups.join(left[alike].tolist(), right[alike].tolist())
    return groups.of


def similarities(left: Sequence[str], right: Sequence[str], cutoff: float = 0) -> np.ndarray:
    """`fuzz.ratio` of each text with its counterpart, from 0 to 100; 0 for those below the cutoff."""
    return process.cpdist(left, right, scorer=fuzz.ratio, score_cutoff=cutoff, dtype=np.float64)


def _all_pairs(n: int) -> Iterator[Pairs]:
    left, right = np.triu_indices(n, 1)
    yield left.astype(np.int64), right.astype(np.int64)
