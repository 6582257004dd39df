"""Claims: the figures that a document states of its own recommendations and of the verdicts on them.

"The report made twelve recommendations. We have accepted two and partially accepted nine. One has not been accepted."
gives a claim for twelve, two, nine and one, and one that the three add up to twelve. A figure is read only where a
verb or verdict touches it, in a sentence about recommendations or in one that follows such a sentence in its
paragraph; what speaks of a part of them, of another report or in vague words ("most", "all but one") is left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.claim_figures import FIGURES, OF_RECOMMENDATIONS, VERDICTS, is_narrowed, value_of, verdict_of, whole_of
from extractors.layouts.recommendation_labels import group_of
from extractors.matching import Match, Scan, group
from extractors.mentions import Claim
from extractors.model import Span
from extractors.overlaps import longest_leftmost

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
    is_named = any(value in (*OF_RECOMMENDATIONS, "noun") for value in values)
    passage.is_of_another |= "other" in values
    if passage.is_of_another or not (is_named or is_ours):
        return False
    used: set[int] = set()
    n_before = len(passage.totals) + len(passage.counts)
    for at, item in enumerate(items):
        if values[at] not in FIGURES or is_narrowed(text, items, at, sentence):
            continue
        if (verdict := verdict_of(text, items, at, used)) is not None:
            passage.counts.append(_claim(item, "verdict_count", value_of(item, text), verdict, sentence, item.rule.id))
        whole = whole_of(text, items, at, is_counted=verdict is not None)
        if whole is not None:
            passage.totals.append(
                _claim(whole, "recommendation_count", value_of(item, text), None, sentence, item.rule.id)
            )
    n_verdicts = sum(value in VERDICTS for value in values)
    n_claims = len(passage.totals) + len(passage.counts) - n_before
    if n_claims or ("" in values and n_verdicts):
        passage.is_sure &= n_verdicts == len(used) and "" not in values
    return is_named or n_claims > 0


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
    if name.rule.value in VERDICTS:
        yield _claim(figure, "verdict_count", value_of(figure, text), name.rule.value, sentence, "claim.row")
    elif name.rule.value == "total":
        yield _claim(figure, "recommendation_count", value_of(figure, text), None, sentence, "claim.row")


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
