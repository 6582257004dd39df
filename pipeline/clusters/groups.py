"""Things that hang together, by pairs or by what they share: connected components."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]


class Groups:
    """Groups of the numbers below `n`; `of[i]` is the least number in the group of `i`, at first `i` itself."""

    def __init__(self, n: int) -> None:
        self.of: Numbers = np.arange(n, dtype=np.int64)

    def join(self, left: Iterable[int], right: Iterable[int]) -> None:
        """Makes one group of the groups of `left[k]` and `right[k]`, for every k."""
        of = self.of
        for one, other in zip(left, right, strict=True):
            first, second = self._least(one), self._least(other)
            of[max(first, second)] = min(first, second)
        while not np.array_equal(of, of[of]):
            of[:] = of[of]

    def _least(self, one: int) -> int:
        while (up := int(self.of[one])) != one:
            one = up
        return one


def sharing(keys: Sequence[Iterable[Hashable]]) -> list[int]:
    """For each item the first one that it hangs together with: two that share a key do, and all that they lead to."""
    first: dict[Hashable, int] = {}
    groups = Groups(len(keys))
    pairs = [(item, first.setdefault(key, item)) for item, its in enumerate(keys) for key in its]
    groups.join((item for item, _ in pairs), (other for _, other in pairs))
    return [int(one) for one in groups.of]
