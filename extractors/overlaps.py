"""Which of several matches on the same characters stands: the longest, then the leftmost, then the first rule."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.matching import Match


def longest_leftmost(matches: Iterable[Match]) -> list[Match]:
    """The matches that stand, in order of place; each loser shares a character with one that does."""
    kept: list[Match] = []
    tangle: list[Match] = []
    for match in sorted(matches, key=lambda m: m.start):
        if tangle and match.start >= max(m.end for m in tangle):
            kept += _stand(tangle)
            tangle = []
        tangle.append(match)
    return kept + _stand(tangle)


def _stand(tangle: list[Match]) -> list[Match]:
    """Of matches that hang together, those that stand."""
    kept: list[Match] = []
    for match in sorted(tangle, key=lambda m: (m.start - m.end, m.start)):
        if all(match.end <= other.start or other.end <= match.start for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda m: m.start)
