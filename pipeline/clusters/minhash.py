"""Which of many texts may be near-identical: MinHash signatures and the pairs that share a band of them.

Chosen by recall against all pairs and by how its cost grows (`benchmarks/answers.py`): shingles of 7 bytes, since
with 5 unrelated prose shares so many that the pairs grow with the square of the texts; every shingle and not a sample,
which costs next to nothing and is what keeps texts with scattered wrong characters together; 60 bands of 4.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
from rensa import RMinHash

from pipeline.clusters.groups import Groups, Numbers

Signatures = npt.NDArray[np.uint32]
Pairs = tuple[Numbers, Numbers]

_SHINGLE = 7
_BANDS, _ROWS = 60, 4
_SEED = 1
_TEXTS_AT_ONCE, _PAIRS_AT_ONCE = 500, 10_000
# Texts that are 90 % alike agree in about half of their signature, in a third if the differences are scattered
# evenly. Pairs that share a band by chance agree in less, and to hold them against one another takes 30 times as long.
_LEAST_AGREEMENT = 0.2
_ALL_EQUAL = np.uint32(0x01010101)  # the rows of a band, a byte each
_MIX = np.array([0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD6E8FEB86659FD93], dtype=np.uint64)


def signatures(texts: Sequence[str]) -> Signatures:
    """A row a text. Each depends on its text alone."""
    rows = np.empty((len(texts), _BANDS * _ROWS), dtype=np.uint32)
    for at in range(0, len(texts), _TEXTS_AT_ONCE):
        hashes, ends = _shingles([text.encode() for text in texts[at : at + _TEXTS_AT_ONCE]])
        matrix = RMinHash.digest_matrix_from_flat_token_hashes(hashes, ends, _BANDS * _ROWS, _SEED)
        rows[at : at + _TEXTS_AT_ONCE] = matrix.to_rows()
    return rows


def _shingles(texts: Sequence[bytes]) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]]:
    """The hashed shingles of all texts in a row, one from each byte on, and where those of each text begin and end."""
    padding = bytes(8)  # what a shingle at the end of a text runs into, and never the next text
    joined = np.frombuffer(padding.join([*texts, b""]), dtype=np.uint8)
    lengths = np.array([len(text) for text in texts])
    is_text = np.repeat(np.tile([True, False], len(texts)), np.stack([lengths, np.full_like(lengths, 8)], 1).ravel())
    windows = np.lib.stride_tricks.sliding_window_view(np.append(joined, np.zeros(7, np.uint8)), 8)[is_text]
    hashes = (windows.view("<u8").ravel() << np.uint64(8 * (8 - _SHINGLE))) * _MIX[0]
    hashes ^= hashes >> np.uint64(29)
    hashes *= _MIX[1]
    hashes ^= hashes >> np.uint64(32)
    return hashes, np.append(0, np.cumsum(lengths)).astype(np.uint64)


def candidates(rows: Signatures, groups: Groups) -> Iterator[Pairs]:
    """Pairs worth holding against one another, each once; who takes them joins those that are alike in `groups`.

    A pair that is in one group by then is left out, so that a hundred copies of a text take a hundred comparisons and
    not five thousand. What is left out is connected, whatever the order: the groups at the end are always the same.
    """
    for band in range(_BANDS):
        keys = (rows[:, band * _ROWS : (band + 1) * _ROWS] * _MIX).sum(axis=1, dtype=np.uint64)
        members = np.argsort(keys, kind="stable")
        run = np.cumsum(np.append(False, np.diff(keys[members]) != 0))  # those with one key are one run
        distance = 1
        while (unsettled := _unsettled(members, run, distance, groups)).any():
            members, run = members[unsettled], run[unsettled]
            n_distances = min(distance, max(1, _PAIRS_AT_ONCE // len(members)))
            left, right = _pairs(members, run, range(distance, distance + n_distances), groups)
            for at in range(0, len(left), _PAIRS_AT_ONCE):
                yield _agreeing(rows, band, left[at : at + _PAIRS_AT_ONCE], right[at : at + _PAIRS_AT_ONCE])
            distance += n_distances


def _pairs(members: Numbers, run: Numbers, distances: range, groups: Groups) -> Pairs:
    """The pairs of members of one run, so far apart in it, that are not in one group yet."""
    right = np.add.outer(np.arange(distances.start, distances.stop), np.arange(len(members)))
    is_pair = (right < len(members)) & (run.take(right, mode="clip") == run)
    of = groups.of[members]
    apart, left = np.nonzero(is_pair & (of.take(right, mode="clip") != of))
    return members[left], members[right[apart, left]]


def _unsettled(members: Numbers, run: Numbers, distance: int, groups: Groups) -> npt.NDArray[np.bool_]:
    """Members of runs that are of more than one group yet, and long enough for two at that distance."""
    _, starts, sizes = np.unique(run, return_index=True, return_counts=True)
    group = groups.of[members]
    is_mixed = np.minimum.reduceat(group, starts) != np.maximum.reduceat(group, starts)
    return np.repeat(is_mixed & (sizes > distance), sizes)


def _agreeing(rows: Signatures, band: int, left: Numbers, right: Numbers) -> Pairs:
    """The pairs that this band is the first to bring together, and that agree in enough of their signatures."""
    is_equal = rows[left] == rows[right]
    shared = is_equal.view(np.uint32) == _ALL_EQUAL
    kept = (shared.argmax(axis=1) == band) & (
        np.count_nonzero(is_equal, axis=1) >= _LEAST_AGREEMENT * is_equal.shape[1]
    )
    return left[kept], right[kept]
