"""Dates: every day, month, season, quarter, year or row of them that a text names, and the words that count from a day.

`find` gives a `Date` for each, from the first word that belongs to its value ("the end of last year", "financial year
2025-26") to the last, without the preposition before it. What it says is a `When`, in days only where the words alone
give days: `date_resolve.resolve` gives the rest once it is known when the text was said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from extractors import date_roles, date_spans
from extractors.date_context import in_context
from extractors.date_resolve import NEXT, When
from extractors.date_spans import Found, ends_at, is_label
from extractors.date_tables import Tables
from extractors.date_values import value_of
from extractors.matching import Match, Scan
from extractors.mentions import Date
from extractors.model import Span

_DAYS = ("date", "relative")
_COVER = 10  # blocks
_RANGE = ("to", "until", "-", "–")
_RANGE_ENDS = (*_RANGE, "and")

Modifier = tuple[str | None, Span | None]


def find(scan: Scan) -> list[Date]:
    """Every date of the text, in order of place."""
    found, before = date_spans.find(scan)
    modifiers = _modifiers(scan.text, found, before)
    sentences = list(_by_sentence(scan, found))
    said = date_roles.find(scan, [sentence for sentence, _ in sentences])
    tables = Tables(scan)
    dates = []
    for sentence, numbers in sentences:
        spans = [found[number].span for number in numbers]
        alone = [value_of(span.of(scan.text)) for span in spans]
        whens = in_context(scan.text, spans, alone)
        for number, span, own, when in zip(numbers, spans, alone, whens, strict=True):
            modifier, modifier_span = modifiers[number]
            if span == sentence and when.relative:  # a cell of a table: it does not say which January
                when = When(when.kind)
            rule = found[number].rule
            words = modifier_span.of(scan.text).lower() if modifier_span else ""
            bound = _bound(scan.text, found, modifiers, number)
            role, is_ahead = date_roles.role_of(scan.text, span, rule, own, bound, sentence, said[sentence])
            role = tables.role_below(span) or role
            if bound == "since" and when.relative and when.relative.step == NEXT:  # "since the start of the year"
                when = When(when.kind, relative=replace(when.relative, step=0))
            if span == sentence and own.kind == "month" and own.first and _is_on_cover(scan, span):
                role = date_roles.PUBLICATION
            if modifier == "on" and words == "on" and own.kind not in _DAYS:  # "a fall of 6% on 2011-12"
                modifier, modifier_span = None, None
            dates.append(
                Date(
                    start=span.start,
                    end=span.end,
                    rule=rule,
                    modifier=modifier,
                    modifier_span=modifier_span,
                    when=when,
                    role=role,
                    is_ahead=is_ahead,
                    sentence=sentence,
                )
            )
    return dates


def _bound(text: str, found: Sequence[Found], modifiers: Sequence[Modifier], number: int) -> str | None:
    """How a date bounds what is said: by its modifier, as one end of a range, or as the day of a figure."""
    modifier, span = modifiers[number]
    words = span.of(text).lower() if span else ""
    if words in ("between", "and"):
        return "between"
    if words.split()[:1] == ["as"]:
        return "as at"
    if modifier in (None, "from") and any(_is_range(text, found, n) for n in (number - 1, number)):
        return "until"
    return modifier


def _is_range(text: str, found: Sequence[Found], number: int) -> bool:
    """Whether "to" or a dash leads from a date to the next one of its kind: "April 2023 to March 2024"."""
    if not 0 <= number < len(found) - 1:
        return False
    one, other = found[number], found[number + 1]
    return one.rule == other.rule and text[one.span.end : other.span.start].strip() in _RANGE


def _modifiers(text: str, found: Sequence[Found], words: Sequence[Match]) -> list[Modifier]:
    """By, from, since, until … of each date; the second of "from March to June" is the one "until" which it goes."""
    modifiers: list[Modifier] = []
    end = 0
    for one in found:
        gap, start = text[end : one.span.start].strip(), one.span.start
        match = ends_at(text, start, words)
        if modifiers and modifiers[-1][0] == "from" and gap in _RANGE_ENDS:
            begin = text.index(gap, end)
            modifiers.append(("until", Span(begin, begin + len(gap))))
        elif modifiers and modifiers[-1][0] == "until" and _goes_on(gap) and modifiers[-2][0] == "from":
            modifiers.append(modifiers[-2])
        else:
            modifiers.append((match.rule.value, match.span) if match else (None, None))
        end = one.span.end
    return modifiers


def _goes_on(gap: str) -> bool:
    """Whether only the label of a part stands between two ranges: "between (a) March and May, (b) June and July"."""
    *joints, label = gap.replace(",", " , ").replace(";", " ; ").split() or [""]
    return is_label(label) and bool(joints) and all(word in (",", ";", "and") for word in joints)


def _is_on_cover(scan: Scan, span: Span) -> bool:
    """Whether a month alone on its line stands among the first lines of its document."""
    number: int | None = scan.block_at(span.start)
    for _ in range(_COVER):
        if number is None:
            return True
        number = scan.block_before(number)
    return False


def _by_sentence(scan: Scan, dates: Sequence[Found]) -> Iterator[tuple[Span, list[int]]]:
    """The sentences that hold dates, each with the numbers of its dates."""
    for block, numbers in groupby(range(len(dates)), key=lambda n: scan.block_at(dates[n].span.start)):
        rest = list(numbers)
        for sentence in scan.sentences(block):
            mine = [number for number in rest if dates[number].span.start < sentence.end]
            rest = rest[len(mine) :]
            if mine:
                yield sentence, mine
