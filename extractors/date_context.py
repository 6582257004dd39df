"""What the words around a date make of it: part of a name or a number, one of a range, a year it is given.

"Autumn Budget 2024"      no date           "March 2022 … and again in October"   October 2022
"2022-23 to 2024-25"      one date          "the next three years (2022 to 2025)" the years in the bracket
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.calendar import Unit, months_on
from extractors.date_resolve import Relative, When
from extractors.date_values import given_year, value_of
from extractors.model import Span
from extractors.rules import token_classes

_YEARS = ("dates.year", "dates.years")
_YEAR_KINDS = ("year", "financial_year", "year_range", "financial_range")
_WINDOWS = (*_YEAR_KINDS, "year_ending")
_TO = ("-", "–", "—", "to")
_NUMBER_MARKS = "/-_=.,:#£€$@+[&?"

Core = tuple[Span, str]


def is_name_or_number(text: str, floor: int, span: Span, rule: str) -> bool:
    """Whether a year belongs to a name ("Equality Act 2010") or a number, a season to a name ("Spring Statement").

    `floor` is where the paragraph begins.
    """
    before, after = _word_before(text, floor, span.start), _word_after(text, span.end)
    if rule == "dates.season":
        has_year = span.of(text)[-1].isdigit()
        return not has_year and (after[:1].isupper() or after.lower() in token_classes()["season_noun"])
    if rule not in _YEARS:
        return False
    if (span.start and text[span.start - 1] in _NUMBER_MARKS) or text[span.end : span.end + 1] in ("%", "/", "_", "="):
        return not _follows_mid(text, span)
    if before.lower() in token_classes()["before_number"] or before.isdigit():
        return True
    words = span.of(text)
    if words in ("1900", "2000"):  # counts more often than years
        return before.lower() not in ("in", "since", "by", "until", "before", "after", "from", "year")
    is_owner = before.endswith(("'s", "’s", "s’"))  # "NHS England’s 2024/25 priorities"
    return before[:1].isupper() and not is_owner and before.lower() not in token_classes()["before_year"]


def joined(text: str, cores: Sequence[Core]) -> list[Core]:
    """The dates with the ends of a range as one: "2022-23 to 2024-25 inclusive", "July to September 2024"."""
    found: list[Core] = []
    for span, rule in cores:
        if found and text[found[-1][0].end : span.start].strip() in _TO:
            one, other = value_of(found[-1][0].of(text)), value_of(span.of(text))
            both_years = one.kind in _YEAR_KINDS and other.kind in _YEAR_KINDS
            lacks_year = one.first is None and rule == found[-1][1] == "dates.month" and other.first is not None
            if both_years or lacks_year:
                span = Span(found.pop()[0].start, span.end)
                if _word_after(text, span.end) == "inclusive":
                    span = Span(span.start, text.index("inclusive", span.end) + len("inclusive"))
        found.append((span, rule))
    return found


def in_context(text: str, spans: Sequence[Span], whens: Sequence[When]) -> list[When]:
    """The values of the dates of one sentence, each in the light of the others."""
    found = list(whens)
    for number, when in enumerate(whens):
        relative = when.relative
        if relative is None:
            continue
        before, after = found[:number], whens[number + 1 :]
        if relative.unit == "financial_year" or (relative.count and relative.unit in ("year", "month")):
            window = _window(text, spans, whens, number, relative)
            found[number] = When(when.kind, window.first, window.last) if window else when
        elif relative.from_named and relative.unit == "year":
            named = next((one for one in reversed(before) if one.first and one.kind in _YEAR_KINDS), None)
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
        elif earlier := next((one for one in reversed(before) if one.first and one.kind in ("date", "month")), None):
            found[number] = given_year(when, earlier)
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
    return gap in ("and", "or", ",", "to", "until", "&", *_TO)


def _follows_mid(text: str, span: Span) -> bool:
    return text[: span.start - 1].lower().endswith("mid")


def _word_before(text: str, floor: int, place: int) -> str:
    """The word just before a place, without its brackets; empty after the label of a part and a mark that ends one."""
    words = text[max(floor, place - 40) : place].split()
    word = words[-1].lstrip("(‘'“\"") if words else ""
    is_label = word.endswith(")") and word[:-1].islower()
    return "" if is_label or word.endswith((",", ";", ":")) else word.rstrip(".)")


def _word_after(text: str, place: int) -> str:
    """The word after a single space; empty where a mark stands between."""
    rest = text[place : place + 40]
    words = rest.split()
    return words[0].strip(").,;:’'\"") if words and rest[:1].isspace() else ""
