"""The amounts of a text, and the sentences that hold them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.amounts import Amount, amount_of
from extractors.matching import Match, Scan, group
from extractors.model import Span
from extractors.overlaps import longest_leftmost
from extractors.token_classes import token_classes

_FAR = 2  # times the first of two amounts that are no range after "by"
_REACH = 170  # about 28 words: a phrase of time further away than 25 is not taken as the amount's


# Both are keys of what is found of them, each for itself: equal is only the same one, and its hash costs nothing.
@dataclass(frozen=True, slots=True, eq=False)
class Sum:
    """An amount found: `anchor` is where a modifier would end, before the "between" of a range."""

    span: Span
    anchor: int
    value: Amount
    rule: str


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence with its amounts in order; `block` is the number of the paragraph it stands in."""

    block: int
    span: Span
    sums: tuple[Sum, ...]
    reach: Span  # the part of it that is near enough to an amount to be said of it

    def before(self, place: int) -> Sum | None:
        """The last amount that ends before a place."""
        return next((one for one in reversed(self.sums) if one.span.end <= place), None)

    def after(self, place: int) -> Sum | None:
        """The first amount that begins after a place."""
        return next((one for one in self.sums if one.anchor >= place), None)


def find(scan: Scan) -> list[Sentence]:
    """The sentences of a text that hold an amount, in order of place."""
    return _sentences(scan, _sums(scan))


def _sums(scan: Scan) -> list[Sum]:
    found = [m for m in scan.find(group("money_amounts")) if m.rule.value != "range" or _is_range(scan.text, m)]
    sums = []
    for match in longest_leftmost(found):
        words = scan.text[match.start : match.end]
        value = amount_of(words)
        is_cut = _is_cut(scan.text, match.end)
        if value is not None and not is_cut and not _heads_a_column(words):
            sums.append(Sum(Span(_first_sign(scan.text, match), match.end), match.start, value, match.rule.id))
    return sums


def _is_cut(text: str, end: int) -> bool:
    """Whether a clipped text breaks off inside an amount: `£82...`, `£500 mil...` are not what was written."""
    word, dots, _ = text[end : end + len(" thousand...")].partition("...")
    if not dots or text[end - 1].isalpha():
        return False
    return any(magnitude.startswith(word.strip().lower()) for magnitude in token_classes()["magnitude"].words)


def _heads_a_column(words: str) -> bool:
    """Whether a sign and a year only follow each other, as where "Total £" heads a table: `£ 2015-16`."""
    return words[1:2].isspace() and words[1:].strip()[:4] in token_classes()["year"]


def _is_range(text: str, match: Match) -> bool:
    """Whether "X to Y" is a range: "from X to Y" is two values of one thing, but "ranging from X to Y" is one range.

    So is "cut by £4m to £36m" two, but not "cut by £3m to £5m".
    """
    before = text[max(match.start - 40, 0) : match.start].lower().split()
    value = amount_of(text[match.start : match.end]) if before[-1:] == ["by"] else None
    if value is not None and value.high is not None and value.high >= _FAR * value.low:
        return False
    return before[-1:] != ["from"] or any(word in token_classes()["ranging"] for word in before[-3:-1])


def _first_sign(text: str, match: Match) -> int:
    """Where the amount begins: after the "between" of a range."""
    first, *rest = text[match.start : match.end].split(None, 1)
    return match.end - len(rest[0]) if rest and first.lower() == "between" else match.start


def _sentences(scan: Scan, sums: Sequence[Sum]) -> list[Sentence]:
    """The sentences that hold an amount."""
    blocks: dict[int, list[Sum]] = {}
    for one in sums:
        blocks.setdefault(scan.block_at(one.span.start), []).append(one)
    sentences = []
    for number, inside in blocks.items():
        for span in scan.sentences(number):
            mine = tuple(one for one in inside if span.start <= one.span.start < span.end)
            if mine:
                sentences.append(Sentence(number, span, mine, _reach(scan.text, span, mine)))
    return sentences


def _reach(text: str, span: Span, sums: Sequence[Sum]) -> Span:
    """The sentence from `_REACH` characters before its first amount to as many after its last, in whole words."""
    start, end = max(span.start, sums[0].anchor - _REACH), min(span.end, sums[-1].span.end + _REACH)
    while start > span.start and not text[start - 1].isspace():
        start -= 1
    while end < span.end and not text[end].isspace():
        end += 1
    return Span(start, end)
