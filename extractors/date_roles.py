"""What a date is for: a publication, a deadline or plan, an event, the period of a figure.

Rules in `patterns/date_roles.jsonl`. What the date itself and its modifier say goes first ("by 2030" is a plan,
"since 2018" and financial years are periods), then the nearest verb or noun of the sentence, of which those before the
date are nearer than those after it. A day alone on its line is that of publication, a
month or year heads the row of a table, a day in figures is a cell of one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from extractors.date_resolve import When
from extractors.matching import Match, Scan, group
from extractors.model import Span
from extractors.overlaps import longest_leftmost

PLAN, EVENT = "deadline_or_plan", "effective_or_past_event"
PERIOD, PUBLICATION = "reference_period", "publication"
_PERIODS = ("financial_year", "financial_range", "year_ending")
_OF_FIGURES = ("year", "year_range", "quarter", "relative", "month")
_YEARS = ("year", "year_range", "quarter")
_TOUCHING = 12  # characters between "published" and its date: "in", "on", "back in"
_AND = ("and", "but", "while")
_AFTER = 3  # what follows a date counts as so many times further away
_WEAK = 2  # and so does a noun of figures, which may be what is announced or published


def find(scan: Scan, sentences: Sequence[Span]) -> dict[Span, list[Match]]:
    """For each sentence the words that tell what its dates are for."""
    matches = longest_leftmost(scan.find(group("date_roles"), [(span.start, span.end) for span in sentences]))
    starts = [match.start for match in matches]
    return {span: matches[bisect_left(starts, span.start) : bisect_left(starts, span.end)] for span in sentences}


def role_of(
    text: str, span: Span, rule: str, when: When, bound: str | None, sentence: Span, said: Sequence[Match]
) -> tuple[str, bool | None]:
    """The role of a date, and whether its sentence looks ahead to it (None: it does not tell).

    `bound` is its modifier, or `between` for both ends of such a range.
    """
    if span == sentence:
        role = PERIOD if when.kind != "date" else PUBLICATION if rule == "dates.day" else EVENT
        return role, None
    said = [m for m in said if m.end <= span.start or m.start >= span.end]
    clause = _within_clause(text, span, said)
    words = [m for m in clause if m.rule.value in (PLAN, EVENT, PERIOD, PUBLICATION)]
    nearest = min(words, key=lambda m: _distance(span, m), default=None)
    verbs = [m for m in clause if m.rule.value in (PLAN, EVENT, PUBLICATION, "perfect")]
    tense = min(verbs, key=lambda m: _distance(span, m), default=None)
    role = _role(span, rule, when, bound, said, nearest)
    is_ahead = role == PLAN or None if tense is None else role == PLAN or tense.rule.value == PLAN
    return role, is_ahead


def _role(span: Span, rule: str, when: When, bound: str | None, said: Sequence[Match], nearest: Match | None) -> str:
    touches = nearest is not None and 0 <= span.start - nearest.end <= _TOUCHING
    if nearest is not None and touches and nearest.rule.value in (PUBLICATION, PLAN):
        return nearest.rule.value
    said_before = [m.rule.value for m in said if m.end <= span.start]
    if bound == "by":  # "by May it had paid" is no plan
        return PERIOD if PLAN not in said_before and any(m.rule.value == "perfect" for m in said) else PLAN
    if when.kind in _PERIODS:
        return PERIOD
    if when.kind == "vague":
        return EVENT if rule == "dates.recent" else PLAN
    if bound == "until":
        return PLAN if PLAN in said_before else PERIOD
    if bound in ("since", "between"):
        return PERIOD
    if nearest is not None and touches and nearest.rule.value == EVENT:
        return EVENT
    if when.relative and when.relative.count:
        return _of_window(when.relative.step, said)
    is_planned = any(m.rule.value == PLAN for m in said)
    if when.kind in _OF_FIGURES and any(m.rule.value == "counted" for m in said):
        return PERIOD
    if (when.kind in _YEARS or _is_year(when)) and any(m.rule.value == "sum" for m in said) and not is_planned:
        return PERIOD
    if nearest is not None:
        return nearest.rule.value
    return PLAN if when.relative and when.relative.step > 0 else EVENT


def _is_year(when: When) -> bool:
    return when.relative is not None and when.relative.unit in ("year", "financial_year")


def _within_clause(text: str, span: Span, said: Sequence[Match]) -> Sequence[Match]:
    """The words up to the end of the date's clause, or all of them where it has none: "closed on 5 May, and will"."""
    return [m for m in said if m.end <= span.start or not _ends_clause(text[span.end : m.start].split())] or said


def _ends_clause(words: Sequence[str]) -> bool:
    return any(word[-1] == ";" or (word[-1] == "," and other in _AND) for word, other in pairwise(words))


def _of_window(step: int, said: Sequence[Match]) -> str:
    """ "Over the next two years": a plan, unless a sum or a figure is for it."""
    if any(m.rule.value in ("sum", "counted", PERIOD) for m in said):
        return PERIOD
    return PLAN if step > 0 else PERIOD


def _distance(span: Span, match: Match) -> int:
    far = span.start - match.end if match.end <= span.start else _AFTER * (match.start - span.end)
    return _WEAK * far if match.rule.value == PERIOD else far
