"""What the other dates of a sentence make of a date.

"in March 2022 … and again in October"           October 2022
"between March and May 2024"                     March 2024
"the next three years (2022 to 2025)"            the years in the bracket
"2025-26, an uplift from the previous year"      2024-25
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from extractors.calendar import Unit, months_on
from extractors.date_resolve import Relative, When, narrowed, nearest, resolve
from extractors.date_values import value_of
from extractors.model import Span

_YEARS = ("year", "financial_year", "year_range", "financial_range")
_WINDOWS = (*_YEARS, "year_ending")


def in_context(text: str, spans: Sequence[Span], whens: Sequence[When]) -> list[When]:
    """The values of the dates of one sentence, each in the light of the others."""
    found = list(whens)
    for number, when in enumerate(whens):
        relative = when.relative
        if relative is None:
            continue
        before, after = found[:number], whens[number + 1 :]
        if relative.from_named and relative.count:  # "up from £2m over the three years before"
            first = next((one.first for one in before if one.first), None)
            found[number] = When(when.kind, *resolve(when, first and first - dt.timedelta(days=1))) if first else when
        elif relative.unit == "financial_year" or (relative.count and relative.unit in ("year", "month")):
            window = _window(text, spans, whens, number, relative)
            found[number] = When(when.kind, window.first, window.last) if window else when
        elif relative.from_named and relative.unit == "year":
            named = next((one for one in reversed(before) if one.first and one.kind in _YEARS), None)
            if named and named.first and named.last:
                by = 12 * relative.step
                found[number] = When(when.kind, months_on(named.first, by), months_on(named.last, by))
        elif relative.unit == "year" and any(one.kind == "financial_year" for one in whens):
            found[number] = When(when.kind, relative=_in_financial_years(relative))
        elif not isinstance(relative.unit, Unit) or relative.step or relative.is_of_year or relative.unit.has_year:
            continue
        elif after and after[0].first and _is_listed(text, spans[number], spans[number + 1]):
            found[number] = value_of(f"{spans[number].of(text)} {after[0].first.year}")
            found[number] = When(when.kind, found[number].first, found[number].last)
        elif number and (first := found[number - 1].first) and _is_listed(text, spans[number - 1], spans[number]):
            found[number] = When(when.kind, *narrowed(*nearest(relative.unit, first, is_ahead=True), relative.part))
        elif earlier := next((one for one in reversed(before) if one.first and one.kind in ("date", "month")), None):
            found[number] = When(when.kind, relative=replace(relative, after=earlier.first))
    return found


def _window(text: str, spans: Sequence[Span], whens: Sequence[When], number: int, relative: Relative) -> When | None:
    """The years that say which window is meant: those in a bracket right after it, or the sentence's "year ending"."""
    gap = text[spans[number].end : spans[number + 1].start] if number + 1 < len(spans) else ""
    if gap.strip() in ("(", ",", "–", "-") and whens[number + 1].kind in _WINDOWS:
        return whens[number + 1]
    is_a_year = relative.count * (12 if relative.unit == "year" else 1) == 12
    return next((one for one in whens if is_a_year and relative.step < 0 and one.kind == "year_ending"), None)


def _in_financial_years(relative: Relative) -> Relative:
    return Relative("financial_year", relative.step, part=relative.part)


def _is_listed(text: str, span: Span, after: Span) -> bool:
    """Whether only "and", "or" or a mark stands between two dates: "March and May 2024"."""
    gap = text[span.end : after.start].strip().lower()
    return gap in ("and", "or", ",", "to", "until", "&", "-", "–", "—")
