"""What a date is for: a publication, a deadline or plan, an event, the period of a figure.

Rules in `patterns/date_roles.jsonl`. What the date itself and its modifier say goes first ("by 2030" is a plan,
"since 2018" and financial years are periods), then the nearest verb or noun of the sentence, of which those before the
date are nearer than those after it. A day alone on its line is that of publication, a
month or year heads the row of a table, a day in figures is a cell of one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

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
_AFTER = 3  # what follows a date counts as so many times further away
_WEAK = 2  # and so does a noun of figures, which may be what is announced or published


def find(scan: Scan, sentences: Sequence[Span]) -> dict[Span, list[Match]]:
    """For each sentence the words that tell what its dates are for."""
    matches = longest_leftmost(scan.find(group("date_roles"), [(span.start, span.end) for span in sentences]))
    starts = [match.start for match in matches]
    return {span: matches[bisect_left(starts, span.start) : bisect_left(starts, span.end)] for span in sentences}


def role_of(
    span: Span, rule: str, when: When, modifier: str | None, sentence: Span, said: Sequence[Match]
) -> tuple[str, bool | None]:
    """The role of a date, and whether its sentence looks ahead to it (None: it does not tell)."""
    if span == sentence:
        role = PERIOD if when.kind != "date" else PUBLICATION if rule == "dates.day" else EVENT
        return role, None
    said = [m for m in said if m.end <= span.start or m.start >= span.end]
    words = [m for m in said if m.rule.value not in ("sum", "counted")]
    nearest = min(words, key=lambda m: _distance(span, m), default=None)
    tense = min((m for m in words if m.rule.value != PERIOD), key=lambda m: _distance(span, m), default=None)
    role = _role(span, rule, when, modifier, said, nearest)
    is_ahead = role == PLAN or None if tense is None else role == PLAN or tense.rule.value == PLAN
    return role, is_ahead


def _role(span: Span, rule: str, when: When, modifier: str | None, said: Sequence[Match], nearest: Match | None) -> str:
    touches = nearest is not None and 0 <= span.start - nearest.end <= _TOUCHING
    if nearest is not None and touches and nearest.rule.value in (PUBLICATION, PLAN):
        return nearest.rule.value
    if modifier == "by":
        return PLAN
    if when.kind in _PERIODS:
        return PERIOD
    if when.kind == "vague":
        return EVENT if rule == "dates.recent" else PLAN
    if modifier in ("since", "until"):
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


def _of_window(step: int, said: Sequence[Match]) -> str:
    """ "Over the next two years": a plan, unless a sum or a figure is for it."""
    if any(m.rule.value in ("sum", "counted", PERIOD) for m in said):
        return PERIOD
    return PLAN if step > 0 else PERIOD


def _distance(span: Span, match: Match) -> int:
    far = span.start - match.end if match.end <= span.start else _AFTER * (match.start - span.end)
    return _WEAK * far if match.rule.value == PERIOD else far
