"""Where dates stand in a text, whole: with the part, the head and the other end that belong to their value.

    "the end of" + "2024"     "2025-26" + "financial year"     "2022-23" to "2024-25"     "Q1" + "2024-25"

A year in a name ("Equality Act 2010", "Autumn Budget 2024") or a number ("Question 2019"), and a season in a name
("Spring Statement"), are no dates.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from extractors.date_values import value_of
from extractors.matching import Match, Scan, group
from extractors.model import Span
from extractors.overlaps import longest_leftmost
from extractors.records import record
from extractors.token_classes import token_classes

_REACH = 40  # characters before a date in which its modifier or its part ("the end of") can stand
_YEARS = ("year", "financial_year", "year_range", "financial_range")
_TO = ("-", "–", "—", "to")
_NUMBER_MARKS = "/-_=.,:#£€$@+[&?"
_LEADS = dict.fromkeys(("dates.month", "dates.season", "dates.feast"), "before_month")
_LEADS |= dict.fromkeys(("dates.relative", "dates.day"), "on")
_OWNERS = ("'s", "’s", "s’", "s'")  # "NHS England’s 2024/25 priorities"
_TITLE = 90  # characters after a year in which the "Act" of "the 1992 Further and Higher Education Act" can stand


@record()
class Found:
    """The characters of a date, and the rule that found it."""

    span: Span
    rule: str


def find(scan: Scan) -> tuple[list[Found], list[Match]]:
    """The dates of a text in order of place, and the words before them that may modify them."""
    matches = [m for m in longest_leftmost(scan.find(group("dates"))) if m.rule.value]
    bare = [Found(_bare(scan.text, match), match.rule.id) for match in matches]
    found = _joined(scan.text, [one for one in bare if not _is_other(scan, one)])
    words = scan.find(group("date_modifiers"), _zones(scan, found))
    parts = [match for match in words if match.rule.value == "part"]
    whole = [Found(_whole(scan.text, one, parts), one.rule) for one in found]
    return whole, [match for match in words if match.rule.value != "part"]


def ends_at(text: str, place: int, matches: Sequence[Match]) -> Match | None:
    """The longest of some matches, in order of place, after which nothing but "the" or a label comes before a place."""
    last = bisect_left(matches, place, key=lambda m: m.start)
    near = [m for m in matches[max(0, last - 6) : last] if 0 <= place - m.end <= len(" (iii) the ")]
    near = [m for m in near if _is_nothing(text[m.end : place].split(), may_be_label=m.rule.value != "part")]
    return max(near, key=lambda m: m.end - m.start, default=None)


def _is_nothing(words: Sequence[str], may_be_label: bool) -> bool:
    """Whether words between a modifier and its date are none but "the", or the label of a part: "since (a)"."""
    rest = words[1:] if may_be_label and words and is_label(words[0]) else words
    return [word.lower() for word in rest] in ([], ["the"])


def is_label(word: str) -> bool:
    """Whether a word is the label of a part of a question: `(a)`, `ii)`."""
    return word.endswith(")") and word[:-1].lstrip("(").islower()


def _bare(text: str, match: Match) -> Span:
    """A date without the preposition that its rule needs to know it by: "in May", "on Monday"."""
    first, *rest = match.span.of(text).split(None, 1)
    if rest and match.rule.id in _LEADS and first.lower() in token_classes()[_LEADS[match.rule.id]].words:
        return Span(match.end - len(rest[0]), match.end)
    return match.span


def _is_other(scan: Scan, one: Found) -> bool:
    """Whether it belongs to a name or a number."""
    text, span = scan.text, one.span
    after = _word_after(text, span.end)
    if one.rule in ("dates.season", "dates.feast"):
        has_year = span.of(text)[-1].isdigit()
        return not has_year and (after[:1].isupper() or after.lower() in token_classes()["season_noun"])
    if one.rule == "dates.relative" and span.of(text).lower().endswith("before"):
        return after not in ("", "and")  # "the year before the election"
    if one.rule != "dates.figures":
        return False
    if text[span.end : span.end + 1] in ("%", "/", "_", "=") or text[span.start - 1 : span.start] in (*_NUMBER_MARKS,):
        return not text[max(span.start - 4, 0) : span.start - 1].lower().endswith("mid")
    before = _word_before(text, scan.block_spans[scan.block_at(span.start)].start, span.start)
    if before.lower() in token_classes()["before_number"] or before.isdigit():
        return True
    words = span.of(text)
    if words in ("1900", "2000"):  # counts more often than years
        return before.lower() not in token_classes()["before_count"] and not _follows_year(text, span.start)
    if value_of(words).kind not in _YEARS:
        return False
    if before.rstrip(".") == "etc":  # "the Tides and Piers Act etc 1974"
        return True
    is_named = before[:1].isupper() and not before.endswith(_OWNERS)
    return (is_named and before.lower() not in token_classes()["before_year"]) or _heads_title(text, span.end)


def _follows_year(text: str, start: int) -> bool:
    """Whether a year and "and" or "to" stand just before: "between 1967 and 2000"."""
    words = text[max(start - _REACH, 0) : start].split()[-2:]
    return len(words) == 2 and words[1] in ("and", *_TO) and words[0] in token_classes()["year"]


def _heads_title(text: str, end: int) -> bool:
    """Whether the words after a year are the rest of an Act's title: "the 2015 Act"."""
    words = [word.rstrip(".,;:)”’'") for word in text[end : end + _TITLE].split()]
    title = takewhile(lambda word: word in token_classes()["programme_word"], words)
    return any(word[0].isupper() and word.lower() in token_classes()["act_head"] for word in title)


def _joined(text: str, found: Sequence[Found]) -> list[Found]:
    """The dates with the ends of a range as one ("July to September 2024"); a quarter with its year, or left out."""
    whole: list[Found] = []
    for one in found:
        if whole and (rule := _rule_of_both(text, whole[-1], one)):
            span = Span(whole.pop().span.start, one.span.end)
            if _word_after(text, span.end) == "inclusive":
                span = Span(span.start, text.index("inclusive", span.end) + len("inclusive"))
            one = Found(span, rule)
        whole.append(one)
    return [one for one in whole if one.rule != "dates.quarter" or value_of(one.span.of(text)).first]


def _rule_of_both(text: str, one: Found, other: Found) -> str | None:
    """The rule of two dates that are one; None if they are two."""
    gap = text[one.span.end : other.span.start].strip()
    if len(gap) > 2 or "dates.day" in (one.rule, other.rule):
        return None
    first, last = value_of(one.span.of(text)), value_of(other.span.of(text))
    if "dates.quarter" in (one.rule, other.rule):
        year = last if one.rule == "dates.quarter" else first
        return "dates.quarter" if gap in ("", "of") and year.kind in ("year", "financial_year") else None
    if gap not in _TO:
        return None
    if first.kind in _YEARS and last.kind in _YEARS:
        return one.rule
    return one.rule if one.rule == other.rule == "dates.month" and last.first and not first.first else None


def _zones(scan: Scan, found: Sequence[Found]) -> list[tuple[int, int]]:
    """The characters before each date, in whole words, inside its paragraph and after the date before."""
    zones, end = [], 0
    for one in found:
        floor = max(scan.block_spans[scan.block_at(one.span.start)].start, end)
        start, end = max(one.span.start - _REACH, floor), one.span.end
        while floor < start < one.span.start and not scan.text[start - 1].isspace():
            start += 1
        if scan.text[start : one.span.start].strip():
            zones.append((start, one.span.start))
    return zones


def _whole(text: str, one: Found, parts: Sequence[Match]) -> Span:
    """A date with its part ("the end of" last year) and its head (2025-26 "financial year", "financial year" 2025)."""
    start, end = one.span.start, one.span.end
    if one.rule == "dates.figures" and (head := _head_after(text, end, is_year=text[start:end].isdigit())):
        end = head
        before = text[max(start - _REACH, 0) : start].split()
        if before and before[-1].lower() == "the" and not text[start - 1 : start].strip():
            start = text.rindex(before[-1], 0, start)
    part = ends_at(text, start, parts)
    if part and end == one.span.end and _qualifies_a_noun(text, one.span):
        part = None
    return Span(part.start if part else start, end)


def _qualifies_a_noun(text: str, span: Span) -> bool:
    """Whether a year belongs to the noun behind it: "the end of the 2026 season" is not the end of 2026."""
    before = text[max(span.start - _REACH, 0) : span.start].split()
    is_year = text[span.start : span.end].isdigit()
    return is_year and before[-1:] == ["the"] and _word_after(text, span.end)[:1].islower()


def _head_after(text: str, end: int, is_year: bool) -> int | None:
    """The end of the "financial year" or "year" that goes with a year before it ("2025 year" does not)."""
    after = text[end : end + _REACH]
    words = [word.rstrip(".,;:)’'") for word in after.split()[:2]] if after[:1].isspace() else []
    if words and words[0] in token_classes()["kind_of_year"]:
        words = words[1:]
    elif is_year:
        return None
    if not words or words[0] not in ("year", "years"):
        return None
    return text.index(words[0], end) + len(words[0])


def _word_before(text: str, floor: int, place: int) -> str:
    """The word just before a place, without its brackets; empty after the label of a part and a mark that ends one."""
    words = text[max(floor, place - _REACH) : place].split()
    word = words[-1].lstrip("(‘'“\"") if words else ""
    return "" if is_label(word) or word.endswith((",", ";", ":")) else word.rstrip(".)")


def _word_after(text: str, place: int) -> str:
    """The word after a single space; empty where a mark stands between."""
    words = text[place : place + _REACH].split()
    return words[0].strip(").,;:’'\"") if words and text[place].isspace() else ""
