"""Dates: every day, month, season, quarter, year or row of them that a text names, and the words that count from a day.

`find` gives a `Date` for each, from the first word that belongs to its value ("the end of last year", "financial year
2025-26") to the last, without the preposition before it. What it says is a `When`, in days only where the words alone
give days: `date_resolve.resolve` gives the rest once it is known when the text was said. A year in a name ("Equality
Act 2010", "Autumn Budget 2024") or a number ("Question 2019") is no date.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from extractors import date_roles
from extractors.date_context import Core, in_context, is_name_or_number, joined
from extractors.date_values import value_of
from extractors.matching import Match, Scan, group
from extractors.model import Date, Span
from extractors.overlaps import longest_leftmost
from extractors.rules import token_classes

_REACH = 40  # characters before a date in which its modifier or its part ("the end of") can stand
_RANGE_ENDS: dict[str | None, tuple[str, ...]] = {"from": ("to", "until", "and", "-", "–")}

Modifier = tuple[str | None, Span | None]


def find(scan: Scan) -> list[Date]:
    """Every date of the text, in order of place."""
    found = [m for m in longest_leftmost(scan.find(group("dates"))) if m.rule.value]
    bare = [(_bare(scan.text, m), m.rule.id) for m in found]
    blocks = [scan.block_spans[scan.block_at(span.start)] for span, _ in bare]
    named = [is_name_or_number(scan.text, b.start, span, rule) for b, (span, rule) in zip(blocks, bare, strict=True)]
    cores = joined(scan.text, [core for core, is_named in zip(bare, named, strict=True) if not is_named])
    words = scan.find(group("date_modifiers"), _zones(scan, cores))
    whole = [(_with_part(scan.text, span, words), rule) for span, rule in cores]
    modifiers = _modifiers(scan.text, whole, words)
    sentences = list(_by_sentence(scan, whole))
    said = date_roles.find(scan, [sentence for sentence, _ in sentences])
    dates = []
    for sentence, numbers in sentences:
        spans = [whole[number][0] for number in numbers]
        whens = in_context(scan.text, spans, [value_of(span.of(scan.text)) for span in spans])
        for number, span, when in zip(numbers, spans, whens, strict=True):
            modifier, modifier_span = modifiers[number]
            role, is_ahead = date_roles.role_of(span, whole[number][1], when, modifier, sentence, said[sentence])
            dates.append(
                Date(
                    start=span.start,
                    end=span.end,
                    rule=whole[number][1],
                    modifier=modifier,
                    modifier_span=modifier_span,
                    when=when,
                    role=role,
                    is_ahead=is_ahead,
                    sentence=sentence,
                )
            )
    return dates


def _bare(text: str, match: Match) -> Span:
    """A date without the preposition that its rule needs to know it by: "in May", "on Monday"."""
    first, *rest = match.span.of(text).split(None, 1)
    leads = {"dates.month": "before_month", "dates.season": "before_month", "dates.relative": "before_weekday"}
    if rest and match.rule.id in leads and first.lower() in token_classes()[leads[match.rule.id]].words:
        return Span(match.end - len(rest[0]), match.end)
    return match.span


def _zones(scan: Scan, cores: Sequence[Core]) -> list[tuple[int, int]]:
    """The characters before each date, in whole words and inside its paragraph and after the date before."""
    zones = []
    floor = 0
    for span, _ in cores:
        begin = scan.block_spans[scan.block_at(span.start)].start
        start = max(span.start - _REACH, begin, floor)
        while begin < start < span.start and start > floor and not scan.text[start - 1].isspace():
            start += 1
        if scan.text[start : span.start].strip():
            zones.append((start, span.start))
        floor = span.end
    return zones


def _with_part(text: str, span: Span, words: Sequence[Match]) -> Span:
    """A date with the part of it that is meant: "the end of" before "last year"."""
    part = _ends_at(text, span.start, [m for m in words if m.rule.value == "part"])
    return Span(part.start, span.end) if part else span


def _modifiers(text: str, dates: Sequence[Core], words: Sequence[Match]) -> list[Modifier]:
    """By, from, since, until … of each date; the second of "from March to June" is one "until" which it goes."""
    modifiers = [m for m in words if m.rule.value != "part"]
    found: list[Modifier] = []
    end = 0
    for span, _ in dates:
        gap = text[end : span.start]
        match = _ends_at(text, span.start, modifiers)
        if found and found[-1][0] in _RANGE_ENDS and gap.strip() in _RANGE_ENDS[found[-1][0]]:
            start = end + len(gap) - len(gap.lstrip())
            found.append(("until", Span(start, start + len(gap.strip()))))
        else:
            found.append((match.rule.value, match.span) if match else (None, None))
        end = span.end
    return found


def _ends_at(text: str, place: int, matches: Sequence[Match]) -> Match | None:
    """The longest of some matches after which nothing but "the" comes before a place."""
    last = bisect_left(matches, place, key=lambda m: m.start)
    near = [m for m in matches[max(0, last - 6) : last] if text[m.end : place].strip().lower() in ("", "the")]
    return max((m for m in near if m.end <= place), key=lambda m: m.end - m.start, default=None)


def _by_sentence(scan: Scan, dates: Sequence[Core]) -> Iterator[tuple[Span, list[int]]]:
    """The sentences that hold dates, each with the numbers of its dates."""
    for block, numbers in groupby(range(len(dates)), key=lambda n: scan.block_at(dates[n][0].start)):
        rest = list(numbers)
        for sentence in scan.sentences(block):
            mine = [number for number in rest if dates[number][0].start < sentence.end]
            rest = rest[len(mine) :]
            if mine:
                yield sentence, mine
