"""Claims: the figures that a document states of its own recommendations and of the verdicts on them.

"The report made twelve recommendations. We have accepted two and partially accepted nine. One has not been accepted."
gives a claim for twelve, two, nine and one, and one that the three add up to twelve. A figure is read only where a
verb or verdict touches it, in a sentence about recommendations or in one that follows such a sentence in its
paragraph; what speaks of a part of them, of another report or in vague words ("most", "all but one") is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.layouts.recommendation_labels import group_of
from extractors.matching import Match, Scan, group
from extractors.model import Claim, Span
from extractors.overlaps import longest_leftmost
from extractors.sums import words_between
from extractors.token_classes import token_classes

_OF_RECOMMENDATIONS = ("recommendations", "all", "all_of")
_FIGURES = (*_OF_RECOMMENDATIONS, "figure")
_VERDICTS = ("accepted", "accepted_in_part", "accepted_in_principle", "rejected", "noted", "under_consideration")
_UNITS = (
    "none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_VALUES = {word: n for n, word in enumerate(_UNITS.split("|"))}
_VALUES |= {word: 10 * n for n, word in enumerate(_TENS.split("|"), 2)} | {"a": 1, "both": 2}
_CELL_MARKS = frozenset("|:–-()")


@dataclass(slots=True)
class _Passage:
    """A paragraph, or the words before a list with its items: what the claims in it have to add up to."""

    block: int
    totals: list[Claim] = field(default_factory=list)
    counts: list[Claim] = field(default_factory=list)
    is_sure: bool = True
    is_of_another: bool = False  # from where it speaks of another report

    def sum(self) -> Iterator[Claim]:
        """That several stated counts make the one stated total."""
        values = [one.value for one in (*self.totals, *self.counts)]
        verdicts = {one.verdict for one in self.counts}
        if self.is_sure and len(self.totals) == 1 and None not in values and len(verdicts) == len(self.counts) > 1:
            (total,) = self.totals
            sentences = [one.sentence for one in (total, *self.counts)]
            reach = Span(min(span.start for span in sentences), max(span.end for span in sentences))
            yield _claim(total, "sum", total.value, None, reach, "claim.sum")


def find(scan: Scan, zones: Sequence[tuple[int, int]]) -> list[Claim]:
    """The claims in some paragraphs, headings and table rows, in order of place.

    The zones are whole blocks of the scan, in order, that speak of the document: none inside a recommendation or in
    the answer to one, where other reports are spoken of. A heading of a group gives one of type `group_members`.
    """
    blocks = [scan.block_at(start) for start, _ in zones]
    sentences = [(block, span) for block in blocks for span in scan.sentences(block)]
    matches = scan.find(group("claims"), [(span.start, span.end) for _, span in sentences])
    starts = [match.start for match in matches]

    def items(span: Span) -> list[Match]:
        return longest_leftmost(matches[bisect_left(starts, span.start) : bisect_left(starts, span.end)])

    passages: list[_Passage] = []
    headings: list[Claim] = []
    rows: list[tuple[int, Claim]] = []
    is_ours = False
    for number, span in sentences:
        lead_in = scan.lead_in(number)
        block = number if lead_in is None else lead_in
        if not passages or passages[-1].block != block:
            passages.append(_Passage(block))
            is_ours = False
        mine = items(span)
        headings += _members(scan.text, scan.block_spans[number], span)
        rows += [(number, claim) for claim in _row(scan.text, mine, span)]
        is_ours = _read(scan.text, mine, span, passages[-1], is_ours=is_ours)
    passages += _tables(rows)
    found = [one for passage in passages for one in (*passage.totals, *passage.counts, *passage.sum())]
    return sorted([*found, *headings], key=lambda one: (one.start, one.end, one.check_type))


def _claim(
    at: Match | Claim | Span, check_type: str, value: float | None, verdict: str | None, sentence: Span, rule: str
) -> Claim:
    return Claim(
        start=at.start, end=at.end, rule=rule, check_type=check_type, value=value, verdict=verdict, sentence=sentence
    )


def _members(text: str, block: Span, sentence: Span) -> Iterator[Claim]:
    """The numbers in the heading of a group: "Funding (recommendations 1, 3 and 5)"."""
    heading = block.of(text)
    if sentence.end == block.end and (numbers := group_of(heading)):
        inside = Span(block.start + heading.rindex("(") + 1, block.start + heading.rindex(")"))
        yield _claim(inside, "group_members", float(len(numbers)), None, block, "claim.group")


def _read(text: str, items: Sequence[Match], sentence: Span, passage: _Passage, *, is_ours: bool) -> bool:
    """Adds what a sentence claims to its passage; whether the next sentence may go on without naming what it counts."""
    values = [item.rule.value for item in items]
    is_named = any(value in (*_OF_RECOMMENDATIONS, "noun") for value in values)
    passage.is_of_another |= "other" in values
    if passage.is_of_another or not (is_named or is_ours):
        return False
    used: set[int] = set()
    n_before = len(passage.totals) + len(passage.counts)
    for at, item in enumerate(items):
        if values[at] not in _FIGURES or _is_narrowed(text, items, at, sentence):
            continue
        if (verdict := _verdict(text, items, at, used) or _of_the_rest(text, items, at, used)) is not None:
            passage.counts.append(_claim(item, "verdict_count", _value(item, text), verdict, sentence, item.rule.id))
        whole = _whole(text, items, at, is_counted=verdict is not None)
        if whole is not None:
            passage.totals.append(
                _claim(whole, "recommendation_count", _value(item, text), None, sentence, item.rule.id)
            )
    n_verdicts = sum(value in _VERDICTS for value in values)
    n_claims = len(passage.totals) + len(passage.counts) - n_before
    if n_claims or ("" in values and n_verdicts):
        passage.is_sure &= n_verdicts == len(used) and "" not in values
    return is_named or n_claims > 0


def _of_the_rest(text: str, items: Sequence[Match], at: int, used: set[int]) -> str | None:
    """ "For the remaining nine, which …, we accept them in principle": the one verdict of its sentence, on "them"."""
    said = [place for place, item in enumerate(items) if item.rule.value in _VERDICTS]
    is_rest = text[: items[at].start].rstrip().endswith(("remaining", "other"))
    if not is_rest or len(said) != 1 or "them" not in items[said[0]].span.of(text).split():
        return None
    used.add(said[0])
    return items[said[0]].rule.value


def _value(item: Match, text: str) -> float | None:
    """The number in a figure's phrase, None for "all"."""
    words = item.span.of(text).lower().replace("-", " ").split()
    values = [int(word) if word.isdigit() else _VALUES[word] for word in words if word.isdigit() or word in _VALUES]
    hundred = 100 if "hundred" in words else 0
    if item.rule.value == "all":
        return None
    return float(sum(values[1:]) + values[0] * hundred if hundred else sum(values))


def _is_narrowed(text: str, items: Sequence[Match], at: int, sentence: Span) -> bool:
    """Whether a figure counts some recommendations by what they are about, or counts something else."""
    item = items[at]
    after = words_between(text, item.end, sentence.end)
    if not after or not text[item.end].isspace():
        return False
    word = after[0].rstrip(",.;:)")
    if item.rule.value != "figure":
        return word in token_classes()["narrows"]
    is_met = at + 1 < len(items) and not text[item.end : items[at + 1].start].strip()
    return not (is_met or word in token_classes()["after_fronted_figure"] or word in token_classes()["ends_figure"])


def _verdict(text: str, items: Sequence[Match], at: int, used: set[int]) -> str | None:
    """What a figure counts: the verdict said of it ("nine are accepted in part"), else that of the verb before it
    ("accepts six", with what qualifies it: "accepts six in part"); None where neither touches it."""
    if at > 1 and _is_part_of(text, items, at - 2):
        return None
    last = at + 2 if _is_part_of(text, items, at) else at
    is_whole = at > 0 and items[at - 1].rule.value == "whole"  # "of the 22 recommendations we have accepted 15"
    after = _touching(text, items, last, last + 1, "after_figure" if is_whole else "after_fronted_figure")
    before = _touching(text, items, at - 1, at, "before_figure")
    if before is not None and items[before].rule.id.startswith("claim.qualifier"):
        before = None
    if before is not None and (after is None or not items[after].rule.id.startswith("claim.qualifier")):
        after = None
    used |= {place for place in (before, after) if place is not None}
    if before is not None and items[before].rule.value != "accepted":
        return items[before].rule.value
    place = before if after is None else after
    return None if place is None else items[place].rule.value or None


def _touching(text: str, items: Sequence[Match], first: int, second: int, gap: str) -> int | None:
    """The place of the verdict that stands next to a figure, with no more between the two than words of a class."""
    if first < 0 or second >= len(items):
        return None
    verdict = first if gap == "before_figure" else second
    if items[verdict].rule.value not in _VERDICTS:
        return None
    between = words_between(text, items[first].end, items[second].start)
    return verdict if all(word in token_classes()[gap] for word in between) else None


def _is_part_of(text: str, items: Sequence[Match], at: int) -> bool:
    """Whether a figure is a part of the next: "nine of the twelve recommendations"."""
    if at + 2 >= len(items) or items[at + 2].rule.value not in _FIGURES or items[at].rule.value not in _FIGURES:
        return False
    first, joint, second = items[at : at + 3]
    is_tight = not words_between(text, first.end, joint.start) and not words_between(text, joint.end, second.start)
    return joint.rule.value == "whole" and is_tight


def _whole(text: str, items: Sequence[Match], at: int, *, is_counted: bool) -> Span | None:
    """The figure's phrase where it counts all recommendations of the report: "made 26 recommendations", "all 26"."""
    item, before = items[at], items[at - 1] if at else None
    if item.rule.value == "all_of":
        return Span(_begin_of_number(text, item.span), item.end)
    if is_counted or before is None or item.rule.value == "all":
        return None
    between = words_between(text, before.end, item.start)
    is_joined = all(word in token_classes()["before_figure"] for word in between)
    if item.rule.value == "figure":
        is_head = before.rule.value == "whole" and text[before.start].isupper() and not between
        return item.span if is_head else None
    return item.span if is_joined and before.rule.value in ("made", "whole") else None


def _begin_of_number(text: str, figure: Span) -> int:
    """Where the number stands in "all of the twelve recommendations"."""
    words = re.finditer(r"\w+", figure.of(text).lower())
    return figure.start + next(word.start() for word in words if word[0].isdigit() or word[0] in _VALUES)


def _row(text: str, items: Sequence[Match], sentence: Span) -> Iterator[Claim]:
    """A row of a table that is a verdict, or "total", and a number: "Accepted in part | 9"."""
    kept = [item for item in items if item.rule.value != "noun"]
    if len(kept) != 2:
        return
    name, figure = kept
    rest = text[sentence.start : name.start] + text[figure.end : sentence.end]
    between = text[name.end : figure.start]
    if (
        figure.rule.value != "figure"
        or rest.strip()
        or not set(between.split()) <= _CELL_MARKS
        or not between.strip(" ")
    ):
        return
    if name.rule.value in _VERDICTS:
        yield _claim(figure, "verdict_count", _value(figure, text), name.rule.value, sentence, "claim.row")
    elif name.rule.value == "total":
        yield _claim(figure, "recommendation_count", _value(figure, text), None, sentence, "claim.row")


def _tables(rows: Sequence[tuple[int, Claim]]) -> Iterator[_Passage]:
    """Rows that follow one another as a passage each; a row alone is no table."""
    runs: list[list[tuple[int, Claim]]] = []
    for row in rows:
        if runs and row[0] <= runs[-1][-1][0] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    for run in runs:
        if len(run) > 1:
            claims = [claim for _, claim in run]
            counts = [claim for claim in claims if claim.verdict]
            yield _Passage(run[0][0], [claim for claim in claims if not claim.verdict], counts)
