"""Counts over pairs of predicted and gold rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from pipeline.evaluation.gold import Row


@dataclass(frozen=True, slots=True)
class Pair:
    """A predicted row and the gold row it is matched with; a false positive has no `gold`, a miss no `found`.

    `right` says of each scored field whether it is.
    """

    doc_id: str
    gold: Row | None
    found: Row | None
    right: Mapping[str, bool]
    is_value_right: bool = False

    @property
    def is_match(self) -> bool:
        return self.gold is not None and self.found is not None

    @property
    def is_exact(self) -> bool:
        """The same span, and not only one that overlaps."""
        return self.gold is not None and self.found is not None and ends(self.gold) == ends(self.found)


def ends(row: Row) -> tuple[int, int]:
    """`start`, `end` of a gold row, `char_start`, `char_end` of a predicted one."""
    return (row["char_start"], row["char_end"]) if "char_start" in row else (row["start"], row["end"])


@dataclass(frozen=True, slots=True)
class Count:
    """How many of what was predicted, and of what should have been, is right. A ratio of nothing is None."""

    right: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float | None:
        return self.right / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        return 2 * self.right / (self.predicted + self.gold) if self.predicted + self.gold else None


def count(pairs: Iterable[Pair], is_right: Callable[[Pair], bool]) -> Count:
    """How many of the pairs are right, how many a run found and how many the gold holds."""
    pairs = list(pairs)
    return Count(
        right=sum(is_right(pair) for pair in pairs),
        predicted=sum(pair.found is not None for pair in pairs),
        gold=sum(pair.gold is not None for pair in pairs),
    )


CRITERIA: dict[str, Callable[[Pair], bool]] = {
    "overlap": lambda pair: pair.is_match,
    "overlap + value": lambda pair: pair.is_value_right,
    "exact span": lambda pair: pair.is_exact,
    "exact span + value": lambda pair: pair.is_exact and pair.is_value_right,
}


@dataclass(frozen=True, slots=True)
class TableScore:
    """The pairs of one table. Don't-care rows, gold and predicted, are only counted."""

    table: str
    pairs: tuple[Pair, ...]
    n_optional: int
    n_ignored: int

    @property
    def criteria(self) -> dict[str, Count]:
        return {label: count(self.pairs, is_right) for label, is_right in CRITERIA.items()}

    @property
    def fields(self) -> dict[str, tuple[Count, Count]]:
        """A field → right over the matched rows; the same over those where the gold states a value."""
        matched = [pair for pair in self.pairs if pair.is_match]
        names = dict.fromkeys(name for pair in matched for name in pair.right)
        return {name: (_accuracy(matched, name, stated=False), _accuracy(matched, name, stated=True)) for name in names}

    def split(self, key: Callable[[Pair], str | None]) -> dict[str, Count]:
        """Overlap + value by document, by rule, …; pairs whose key is None are left out."""
        groups: dict[str, list[Pair]] = {}
        for pair in self.pairs:
            label = key(pair)
            if label is not None:
                groups.setdefault(label, []).append(pair)
        return {label: count(groups[label], CRITERIA["overlap + value"]) for label in sorted(groups)}

    @property
    def by_document(self) -> dict[str, Count]:
        return self.split(lambda pair: pair.doc_id)

    @property
    def by_rule(self) -> dict[str, Count]:
        """A miss has no rule: only what was predicted counts here."""
        return self.split(lambda pair: None if pair.found is None else str(pair.found["rule"]))


def _accuracy(matched: list[Pair], name: str, *, stated: bool) -> Count:
    scored = [pair for pair in matched if name in pair.right and not (stated and _is_null(pair, name))]
    return Count(sum(pair.right[name] for pair in scored), len(scored), len(scored))


def _is_null(pair: Pair, name: str) -> bool:
    return pair.gold is None or pair.gold[name] is None or pair.gold[name] == []
