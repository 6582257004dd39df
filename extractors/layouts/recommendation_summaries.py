"""What answers make of recommendations: blocks of labels above one answer, and what a list names beforehand or again.

A contents list names a number that is answered below; a summary, above or behind the answers, states the decision on
each ("Recommendation 3 – Rejected"), which is then that of the recommendation itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extractors.layouts.recommendation_sections import Asked
from extractors.layouts.recommendation_tables import Row
from extractors.layouts.recommendation_voices import Voice
from extractors.model import Segment, Span

_MANY = 4  # so many labels in a row are a list of what follows


@dataclass(frozen=True, slots=True)
class Group:
    """The heading of a group of recommendations, the numbers in it, and what is said before the first of them."""

    heading: Span
    numbers: tuple[str, ...]
    preamble: Span | None


@dataclass(slots=True)
class Block:
    """Recommendations with the paragraphs that answer them; `row` is the row of a table where they stand in one."""

    asked: list[Asked] = field(default_factory=list)
    answer: tuple[Segment, ...] = ()
    group: Group | None = None
    previous: Span | None = None
    voices: tuple[Voice, ...] = ()
    row: Row | None = None
    series: str | None = None

    def has(self, numbers: Sequence[str]) -> bool:
        """Whether one of these numbers is printed here already: then what was a contents list is over."""
        return any(number in asked.numbers for asked in self.asked for number in numbers)

    @property
    def response(self) -> Span | None:
        """The whole answer, None where there is none."""
        return Span(self.answer[0].start, self.answer[-1].end) if self.answer else None


def without_summaries(found: Sequence[Block]) -> list[Block]:
    """Without what a contents list or a summary names: a number that is answered elsewhere, but not here, or here only
    by what follows a long row of labels. The decision on it is kept with its answer."""
    summary = _summary_rows(found)
    answered = Counter(number for block in found if block.answer for asked in block.asked for number in asked.numbers)
    answered -= Counter(number for block in summary for asked in block.asked for number in asked.numbers)

    def is_named_again(asked: Asked, block: Block) -> bool:
        if block.answer and len(block.asked) < _MANY and block not in summary:
            return False
        is_counted = bool(block.answer) and block not in summary
        return bool(asked.numbers) and all(answered[number] > is_counted for number in asked.numbers)

    decided: dict[str, Asked] = {}
    kept: list[Block] = []
    for block in found:
        again = [one for one in block.asked if is_named_again(one, block)]
        decided |= {number: one for asked in again for number, one in _decisions(asked, block)}
        kept.append(replace(block, asked=[one for one in block.asked if one not in again]))
    return [replace(block, asked=[_with(one, decided) for one in block.asked]) for block in kept if block.asked]


def _summary_rows(found: Sequence[Block]) -> list[Block]:
    """The rows of a table with nothing but decisions, where all of their numbers are answered outside it."""
    rows = [block for block in found if block.row and block.row.decision == block.row.response]
    outside = {
        number for block in found if block.answer and not block.row for one in block.asked for number in one.numbers
    }
    numbers = [one.numbers for block in rows for one in block.asked]
    return rows if all(outside.issuperset(one) and one for one in numbers) else []


def _decisions(asked: Asked, block: Block) -> Iterator[tuple[str, Asked]]:
    """The decision that a summary states, by each number."""
    row = block.row
    if row:
        asked = replace(asked, decision=row.decision, is_yes_or_no=row.is_yes_or_no)
    if asked.decision:
        yield from ((number, asked) for number in asked.numbers)


def _with(asked: Asked, decided: dict[str, Asked]) -> Asked:
    said = next((decided[number] for number in asked.numbers if number in decided), None)
    if said is None or asked.decision:
        return asked
    return replace(asked, decision=said.decision, is_yes_or_no=said.is_yes_or_no)
