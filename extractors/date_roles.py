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

from extractors.calendar import Unit
from extractors.date_resolve import When
from extractors.matching import Match, Scan, group
from extractors.model import Span
from extractors.overlaps import longest_leftmost
from extractors.token_classes import token_classes

PLAN, EVENT = "deadline_or_plan", "effective_or_past_event"
PERIOD, PUBLICATION = "reference_period", "publication"
ASKED, SCHEDULED = "asked", "scheduled"  # plans too: "should" before its date, and a present that tells no tense
_PERIODS = ("financial_year", "financial_range", "year_ending")
_OF_FIGURES = ("year", "year_range", "quarter", "relative", "month")
_YEARS = ("year", "year_range", "quarter")
_SPENDING = "dates.role.spending"
_TOUCHING = 12  # characters between "published" and its date: "in", "on", "back in"
_BESIDE = 2  # between "during" and its date: a space or a line end
_AND = ("and", "but", "while")
_NOUN = 5  # words behind a year in which its noun can stand: "the 2024 Event Duration Monitoring data"
_AFTER = 3  # what follows a date counts as so many times further away
_WEAK = 2  # and so does a noun of figures, which may be what is announced or published


def find(scan: Scan, sentences: Sequence[Span]) -> dict[Span, list[Match]]:
    """For each sentence the words that tell what its dates are for."""
    matches = longest_leftmost(scan.find(group("date_roles"), [(span.start, span.end) for span in sentences]))
    firsts = {span.start for span in sentences}
    matches = [m for m in matches if not _is_named(scan.text, m) or m.start in firsts]
    starts = [match.start for match in matches]
    return {span: matches[bisect_left(starts, span.start) : bisect_left(starts, span.end)] for span in sentences}


def _is_named(text: str, match: Match) -> bool:
    """Whether a noun of figures is a word of a name: "the Law Enforcement [Data] Service"."""
    return match.rule.value == PERIOD and text[match.start].isupper()


def role_of(
    text: str, span: Span, rule: str, when: When, bound: str | None, sentence: Span, said: Sequence[Match]
) -> tuple[str, bool | None]:
    """The role of a date, and whether its sentence looks ahead to it (None: it does not tell).

    `bound` is its modifier, `between` for both ends of such a range, `until` for both of another, or `as at`.
    """
    if span == sentence or _heads_row(text, span, sentence):
        role = PERIOD if when.kind != "date" else PUBLICATION if rule == "dates.day" else EVENT
        return role, None
    said = [m for m in said if m.end <= span.start or (m.start >= span.end and m.rule.value != ASKED)]
    clause = _within_clause(text, span, said)
    words = [m for m in clause if _means(m) in (PLAN, EVENT, PERIOD, PUBLICATION)]
    words = [m for m in words if m.rule.id != _SPENDING or not _is_paid_on(text, span, when)]
    nearest = min(words, key=lambda m: _distance(span, m), default=None)
    verbs = [m for m in clause if m.rule.value in (PLAN, ASKED, EVENT, PUBLICATION, "perfect")]
    tense = min(verbs, key=lambda m: _distance(span, m), default=None)
    role = _of_the_year(text, span, when) or _role(text, span, rule, when, bound, said, nearest)
    if bound == "since":
        return role, False  # "410 since January, 60 more than planned"
    if tense is None or (nearest is not None and nearest.rule.value == SCHEDULED):
        return role, (role == PLAN and nearest is None) or None
    return role, role == PLAN or _means(tense) == PLAN


def _heads_row(text: str, span: Span, sentence: Span) -> bool:
    """Whether a date is the first cell of a row of figures: `April 2019 | 6,345`."""
    cells = text[span.end : sentence.end].split()
    return (
        span.start == sentence.start
        and cells[:1] == ["|"]
        and not any(len(cell) > 2 and cell.isalpha() for cell in cells)
    )


def _of_the_year(text: str, span: Span, when: When) -> str | None:
    """What a year before a noun is for: "the 2023 survey", "the department’s 2010 guidance"."""
    before = text[max(span.start - _TOUCHING, 0) : span.start].lower().split()[-1:]
    is_owned = bool(before) and (before[0] in token_classes()["owner"] or before[0].endswith(("’s", "'s")))
    if when.kind != "year" or not is_owned:
        return None
    for word in text[span.end : span.end + 80].split()[:_NOUN]:
        bare = word.strip(".,;:()’'").lower()
        if bare in token_classes()["figure_noun"]:
            return PERIOD
        if bare in token_classes()["paper_noun"]:
            return PUBLICATION
        if word[-1] in ".,;:" or bare in token_classes()["finite"]:
            return None
    return None


def _is_paid_on(text: str, span: Span, when: When) -> bool:
    """Whether a date is the day of an act: "spent it on 5 May", "paid today, 5 May"; not "the funding as of 5 May"."""
    unit = when.relative.unit if when.relative else None
    is_day = when.kind == "date" or (isinstance(unit, Unit) and unit.kind == "day")
    before = text[max(span.start - _TOUCHING, 0) : span.start].split()[-1:]
    return is_day and bool(before) and (before[0].lower() == "on" or before[0].endswith(","))


def _means(match: Match) -> str:
    """The role that a word speaks for."""
    return PLAN if match.rule.value in (ASKED, SCHEDULED) else match.rule.value


def _role(
    text: str, span: Span, rule: str, when: When, bound: str | None, said: Sequence[Match], nearest: Match | None
) -> str:
    touches = nearest is not None and 0 <= span.start - nearest.end <= _TOUCHING
    is_to_come = _is_to_come(when, nearest)
    is_over = _looks_back(text, span)
    is_other = is_over or (when.kind in _PERIODS and nearest is not None and nearest.rule.value == PUBLICATION)
    if nearest is not None and touches and _means(nearest) in (PUBLICATION, PLAN) and not is_other:
        return PLAN if is_to_come else _means(nearest)
    said_before = [_means(m) for m in said if m.end <= span.start]
    if bound == "by":  # "by May it had paid" is no plan
        return PERIOD if PLAN not in said_before and any(m.rule.value == "perfect" for m in said) else PLAN
    if when.kind in _PERIODS:
        return PERIOD
    if when.kind == "vague":
        is_figure = any(m.rule.value in ("sum", "counted", PERIOD) for m in said)
        return PERIOD if is_over and is_figure else EVENT if rule == "dates.recent" or is_over else PLAN
    if bound == "as at":
        behind = next((m for m in said if m.start >= span.end and _means(m) in (PLAN, EVENT, PUBLICATION)), nearest)
        is_planned = behind is not None and _means(behind) == PLAN and ";" not in text[span.end : behind.start]
        return PLAN if is_planned else PERIOD
    if bound == "until":
        return PLAN if PLAN in said_before else PERIOD
    is_during = any(m.rule.value == "during" and 0 <= span.start - m.end <= _BESIDE for m in said)
    if bound in ("since", "between") or is_during:
        return PERIOD
    if when.kind in _OF_FIGURES and any(m.rule.value == "counted" for m in said):
        return PERIOD
    is_ahead = when.relative is not None and when.relative.count and when.relative.step > 0
    if nearest is not None and touches and nearest.rule.value == EVENT and not is_ahead:
        return EVENT
    if when.relative and when.relative.count:
        return _of_window(when.relative.step, said)
    is_planned = any(_means(m) == PLAN for m in said)
    if (when.kind in _YEARS or _is_year(when)) and any(m.rule.value == "sum" for m in said) and not is_planned:
        return PERIOD
    if is_to_come:
        return PLAN
    if nearest is not None:
        return EVENT if _means(nearest) == PLAN and is_over else _means(nearest)
    return PLAN if when.relative and when.relative.step > 0 else EVENT


def _looks_back(text: str, span: Span) -> bool:
    """Whether the words of a date say that it is over: "the last few months", "last year"."""
    return any(word in ("last", "past", "recent", "previous") for word in span.of(text).lower().split())


def _is_to_come(when: When, nearest: Match | None) -> bool:
    """ "next summer", "later this year"; not "funding for next year"."""
    if when.relative is None or when.relative.count:
        return False
    is_of_figures = nearest is not None and _means(nearest) == PERIOD and _is_year(when)
    return when.relative.part in ("after", "then") or (when.relative.step > 0 and not is_of_figures)


def _is_year(when: When) -> bool:
    return when.relative is not None and when.relative.unit in ("year", "financial_year")


def _within_clause(text: str, span: Span, said: Sequence[Match]) -> Sequence[Match]:
    """The words up to the end of the date's clause, or all of them where it has none: "closed on 5 May, and will",
    "which it joined on 5 May, will"."""
    before = [m for m in said if m.end <= span.start]
    if text.startswith(",", span.end) and any(_means(m) in (PLAN, EVENT, PUBLICATION) for m in before):
        return before
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
