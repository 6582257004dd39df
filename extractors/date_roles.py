"""What a date is for: a publication, a deadline or plan, an event, the period of a figure.

Rules in `patterns/date_roles.jsonl`. What the date itself and its modifier say goes first ("by 2030" is a plan,
"since 2018" and financial years are periods), then the nearest verb or noun of the sentence, of which those before the
date are nearer than those after it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extractors.date_resolve import When
from extractors.matching import Match, Scan, group
from extractors.model import Span
from extractors.overlaps import longest_leftmost

_PERIODS = ("financial_year", "financial_range", "year_ending")
_TOUCHING = 12  # characters between "published" and its date: "in", "on", "back in"
_AFTER = 3  # what follows a date counts as so many times further away
_AMOUNT_KINDS = ("year", "year_range", "quarter", "relative")


def find(scan: Scan, sentences: Sequence[Span]) -> dict[Span, list[Match]]:
    """For each sentence the words that tell what its dates are for."""
    matches = longest_leftmost(scan.find(group("date_roles"), [(span.start, span.end) for span in sentences]))
    starts = [match.start for match in matches]
    return {span: matches[bisect_left(starts, span.start) : bisect_left(starts, span.end)] for span in sentences}


def role_of(span: Span, rule: str, when: When, modifier: str | None, said: Sequence[Match]) -> str:
    """The role of one date, given the words of its sentence that tell."""
    said = [m for m in said if m.end <= span.start or m.start >= span.end]
    words = [m for m in said if m.rule.value != "sum"]
    before = [m for m in words if m.end <= span.start]
    last = before[-1] if before else None
    if last and span.start - last.end <= _TOUCHING and last.rule.value in ("publication", "deadline_or_plan"):
        return last.rule.value
    if modifier == "by":
        return "deadline_or_plan"
    if when.kind in _PERIODS:
        return "reference_period"
    if when.kind == "vague":
        return "effective_or_past_event" if rule == "dates.recent" else "deadline_or_plan"
    if modifier in ("since", "until"):
        return "reference_period"
    return _from_words(span, when, said, words)


def _from_words(span: Span, when: When, said: Sequence[Match], words: Sequence[Match]) -> str:
    relative = when.relative
    has_amount = any(m.rule.value == "sum" for m in said)
    if relative and relative.count:
        if has_amount or any(m.rule.value == "reference_period" for m in said):
            return "reference_period"
        return "deadline_or_plan" if relative.step > 0 else "reference_period"
    if has_amount and when.kind in _AMOUNT_KINDS and not _any(words, "deadline_or_plan"):
        return "reference_period"
    near = min(words, key=lambda m: _distance(span, m), default=None)
    if near is not None:
        return near.rule.value
    return "deadline_or_plan" if relative and relative.step > 0 else "effective_or_past_event"


def _any(words: Sequence[Match], role: str) -> bool:
    return any(m.rule.value == role for m in words)


def _distance(span: Span, match: Match) -> int:
    return span.start - match.end if match.end <= span.start else _AFTER * (match.start - span.end)
