"""What a date as written says: its kind, and its days or what has to be counted from the day it was said.

`value_of` reads a span that the rules of `patterns/dates.jsonl` found: units of the calendar and rows of them, parts
of a unit ("early 2023", "the end of last year"), twelve months to a day ("year ending March 2024"), units that count
from a day ("next year", "the last 12 months", "two years ago"), and days and months without a year ("5 March").
"""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.calendar import Unit, plain, units
from extractors.date_resolve import NEXT, PREVIOUS, WEEKDAYS, Relative, When, months_to, narrowed
from extractors.periods import COUNTS

_KINDS = {"day": "date", "easter": "date", "years": "year_range", "decade": "year_range"}
_PARTS = {
    **dict.fromkeys(("early", "start", "beginning", "outset", "new"), "early"),
    **dict.fromkeys(("mid", "middle"), "middle"),
    **dict.fromkeys(("late", "end", "close", "latter"), "late"),
    **dict.fromkeys(("later", "rest", "remainder"), "after"),
    "earlier": "before",
    "first half": "first_half",
    "second half": "second_half",
}
_STEPS = {
    **dict.fromkeys(("this", "current", "the"), 0),
    **dict.fromkeys(("next", "coming", "following", "subsequent", "upcoming"), NEXT),
    **dict.fromkeys(("last", "past", "previous", "preceding", "prior"), PREVIOUS),
}
_COUNT = rf"\d{{1,2}}|{'|'.join(sorted(COUNTS, key=len, reverse=True))}"
_LENGTHS = "year|month|week|day|decade|quarter|fortnight"
_PART = re.compile(
    rf"^(?:the )?(?:very )?({'|'.join(sorted(_PARTS, key=len, reverse=True))})"
    r"(?: part)?(?: ?- ?| of the | of | in the | in | )"
)
_FINANCIAL = re.compile(r"\b(?:financial|fiscal|tax)\b|^fye\b")
_ENDING = re.compile(rf"\b(?:({_COUNT}) )?(year|quarter|month)s? (?:ending|ended|to)\b|^(?:fye|ye|y/e)\b")
_AGO = re.compile(rf"^(over |more than |at least )?({_COUNT})[ -]({_LENGTHS})s? ago$")
_BEFORE = re.compile(rf"^the (?:({_COUNT}) )?({_LENGTHS})s? before$")
_IN_TIME = re.compile(rf"^in (an|{_COUNT}) ({_LENGTHS})(?:'s|s') time$")
_COUNTED = re.compile(
    rf"^(?:the |this |these )?(?:most )?({'|'.join(_STEPS)}|recent) (?:({_COUNT}) )?"
    rf"(?:full |complete |whole )?(?:(financial|fiscal|tax|calendar|academic|school) )?({_LENGTHS})(s?)\b"
)
_WEEKDAY = re.compile(rf"^(?:({'|'.join(_STEPS)}) )?({'|'.join(WEEKDAYS)})$")
_OF_YEAR = re.compile(rf" (?:of )?({'|'.join(_STEPS)}) year$")
_NAMED_STEP = re.compile(rf"^(?:the |this )?({'|'.join(_STEPS)}) ")
_TOMORROW = {"yesterday": -1, "tomorrow": 1}


@lru_cache(maxsize=10_000)
def value_of(text: str) -> When:
    """`the end of last year` → a `relative` one that needs a day; `2025/26` → 2025-04-01 to 2026-03-31.

    `vague` where the words name no time that can be counted, such as "the coming months", "in due course".
    """
    words = plain(text)
    part, rest = _part(words)
    named = units(rest)
    if ending := _ENDING.search(words):
        return _year_ending(words, ending, units(words[ending.end() :]))
    if part == "early" and (rest == "year" or rest.endswith("new year")):
        return When("relative", relative=Relative("year", step=NEXT, part="early"))
    if named:
        return _named(rest, part, named)
    return _counted(rest, part)


def _part(words: str) -> tuple[str, str]:
    found = _PART.match(words)
    return (_PARTS[found[1]], words[found.end() :]) if found else ("", words)


def _named(words: str, part: str, named: list[Unit]) -> When:
    first, last = named[0], named[-1]
    if {"academic", "school"} & set(words.split()):
        return When("year_range")  # they begin on different days, so that no days are given
    if not first.has_year and last.has_year and first.kind == last.kind:  # March to May 2024
        start, end = first.in_year(last.last.year)
        first = Unit(first.kind, *((start, end) if start <= last.first else first.in_year(last.last.year - 1)))
    if not last.has_year:
        return _without_year(words, part, last)
    begins, ends = first.first, last.last
    if begins > ends:
        return When("vague")
    if part in ("after", "before"):  # "later in 2025"
        return When(_KINDS.get(first.kind, first.kind), relative=Relative(Unit(first.kind, begins, ends), part=part))
    if "tax" in words.split():
        begins, ends = begins.replace(day=6), ends.replace(month=4, day=5)
    kind = _KINDS.get(first.kind, first.kind)
    if first.kind != last.kind or (first is not last and first.kind in ("year", "financial_year")):
        kind = "financial_range" if {first.kind, last.kind} == {"financial_year"} else "year_range"
    return When(kind, *narrowed(begins, ends, part))


def _without_year(words: str, part: str, unit: Unit) -> When:
    if of_year := _OF_YEAR.search(words):  # "February next year"
        return When("relative", relative=Relative(unit, step=_STEPS[of_year[1]], part=part, is_of_year=True))
    step = _NAMED_STEP.match(words)
    kind = unit.kind if unit.kind in ("season", "quarter") and not (step and step[1] != "the") else "relative"
    count = {"this": 0, "current": 0, "the": None}.get(step[1], _STEPS[step[1]]) if step else None
    if count == 0:
        return When("relative", relative=Relative(unit, part=part, is_of_year=True))
    return When(kind, relative=Relative(unit, step=count or 0, part=part))


def _year_ending(words: str, ending: re.Match[str], named: list[Unit]) -> When:
    """The months to the last day of the unit named; a financial year that ends in a year ends in its March."""
    count, unit = ending[1], ending[2] or "year"
    months = (_number(count) if count else 1) * {"year": 12, "quarter": 3, "month": 1}[unit]
    kind = "year_ending" if months == 12 else "quarter" if months == 3 else "year_range"
    if not named or months > 120:
        return When("vague")
    last = named[-1]
    if "tax" in words.split() and last.has_year and last.last.month in (4, 12):
        ends = last.last.replace(month=4, day=5)
    elif last.kind == "year" and _FINANCIAL.search(words):
        ends = last.last.replace(month=3, day=31)
    elif last.has_year:
        ends = last.last
    else:
        return When(kind, relative=Relative(last, ending_months=months))
    return When(kind, months_to(ends, months), ends)


def _counted(words: str, part: str) -> When:
    if words in _TOMORROW:
        return When("relative", relative=Relative("day", step=_TOMORROW[words]))
    if ago := _AGO.match(words):
        return When("relative", relative=Relative(ago[3], step=-_number(ago[2]), part="or_before" if ago[1] else ""))
    if found := _IN_TIME.match(words):
        return When("relative", relative=Relative(found[2], step=_number(found[1]), part="then"))
    if found := _BEFORE.match(words):
        many = _number(found[1]) if found[1] else 0
        return When("relative", relative=Relative(found[2], step=PREVIOUS, count=many, from_named=True))
    if found := _WEEKDAY.match(words):
        return When("relative", relative=Relative(found[2], step=_STEPS[found[1] or "the"]))
    if words in ("year", "month", "week", "decade", "quarter") and part:
        return When("relative", relative=Relative(words, part=part))
    found = _COUNTED.match(words) or _COUNTED.match(f"the {words}")
    if found is None or found[1] == "recent":
        return When("vague")
    step, count, kind, unit, plural = _STEPS[found[1]], found[2], found[3], found[4], found[5]
    if kind in ("academic", "school"):
        return When("relative")
    if unit == "year" and kind:
        unit = "calendar_year" if kind == "calendar" else "financial_year"
    is_rolling = found[1] == "past" or words.startswith(("the last ", "the next ", "the coming "))
    if plural and not (step and count):
        return When("relative")  # "the coming months": how many is not said
    if step and (count or (is_rolling and not kind)):
        return When("relative", relative=Relative(unit, step=step, count=_number(count or "1"), part=part))
    other = found[1] in ("previous", "preceding", "prior", "following", "subsequent")
    return When("relative", relative=Relative(unit, step=step, part=part, from_named=other))


def _number(written: str) -> int:
    return int(written) if written.isdigit() else 1 if written == "an" else COUNTS[written]
