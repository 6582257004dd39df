"""Phrases of time in a sentence with amounts, and the amount that each scopes over.

A period scopes over the nearest amount before it ("£18 million a year over the next two years") or, at the head of a
clause, over the next one ("In 2025-26, £3m"); a part, a conjunct, an uplift or another clause of the same sentence
does not inherit it. The words come from `patterns/money_periods.jsonl`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.matching import Match
from extractors.model import Span
from extractors.periods import Period, period_of, points
from extractors.sums import Sentence, Sum
from extractors.token_classes import token_classes
from extractors.words import words_between

NO_PERIOD = Period()
RATES = ("per_year", "per_month", "per_week", "per_day", "per_hour")
_SPANS = ("total_over_period", "for_financial_year")
_JOINING = ("and", "but", "while", "whereas", "though", "although")
_PRONOUNS = ("it", "they", "we", "he", "she", "this", "these")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of time: `rule` is the last part of the id of the rule that found it."""

    kind: str
    span: Span
    rule: str
    period: Period


def phrases(text: str, matches: Sequence[Match]) -> list[Phrase]:
    """The phrases of time of a sentence; "over three years (2022-23 to 2024-25)" is one, and with a comma too."""
    found: list[Phrase] = []
    for match in matches:
        if not match.rule.value:
            continue
        rule = match.rule.id.rsplit(".", 1)[-1]
        last = found[-1] if found else None
        if last and match.rule.value in ("total_over_period", "named") and _is_apposed(text, last, match.start):
            span = Span(last.span.start, match.end)
            period = period_of(span.of(text))
            kind = "for_financial_year" if period.financial_year else "total_over_period"
            found[-1] = Phrase(kind, span, last.rule, period)
        else:
            phrase = _phrase(text, match, rule)
            found += [phrase] if phrase else []
    return found


def _is_apposed(text: str, last: Phrase, start: int) -> bool:
    """Whether what begins at `start` says the days of the phrase before: "over four years, from 2025-26 to 2028-29"."""
    gap = text[last.span.end : start].strip()
    has_days = bool(points(last.span.of(text)))
    return (not gap and last.kind == "total_over_period") or (gap == "," and not has_days and last.kind in _SPANS)


def _phrase(text: str, match: Match, rule: str) -> Phrase | None:
    period = period_of(match.span.of(text))
    kind = match.rule.value
    if kind in RATES:
        return Phrase(kind, match.span, rule, NO_PERIOD)
    if kind == "named":
        kind = "for_financial_year" if period.financial_year else "total_over_period"
        if period == NO_PERIOD and not points(match.span.of(text)):
            return None
    if kind == "relative":
        financial = any(word in match.span.of(text).lower() for word in ("financial", "fiscal", "tax"))
        kind = "for_financial_year" if financial else "total_over_period"
    return Phrase(kind, match.span, rule, period)


def scoped(text: str, sentence: Sentence, phrase: Phrase) -> Sum | None:
    """The amount a phrase scopes over."""
    before, after = sentence.before(phrase.span.start), sentence.after(phrase.span.end)
    gap = words_between(text, before.span.end, phrase.span.start) if before else []
    ahead = words_between(text, phrase.span.end, after.anchor) if after else []
    if phrase.rule == "annual":
        if before and gap == ["of"]:
            return before  # "£2m of annual funding and £1m"
        return after if after and len(ahead) <= 4 else before if before and len(gap) <= 2 else None
    if phrase.kind in RATES:
        if phrase.span.of(text).lower() in ("annually", "yearly") and len(gap) > 4:
            return None  # "turnover of £36 million to publish a statement annually"
        return before if before and len(gap) <= 8 else after if after and not before and len(ahead) <= 12 else None
    if phrase.rule == "of_years":
        return before if before and not gap else None  # the years of another noun: "the report of 2024-25"
    if phrase.rule == "length_adjective":
        return _scoped_by_adjective(text, before, after, gap, ahead, phrase)
    if before and _is_of_other_words(text, phrase, gap):
        return None
    if after and _is_left_behind(text, sentence, before, phrase, ahead):
        return None
    if phrase.rule == "in" and phrase.kind == "total_over_period" and _is_one_date(phrase):
        # "In November 2024 the department announced £5m" and "fined £5m in May 2023" date the act; "a spend of £5m in
        # 2022" and "was £12 in March 2024" the money.
        said = words_between(text, sentence.span.start, before.anchor)[-1:] if before else []
        is_dated = _is_year(phrase) or said in (["was"], ["were"], ["is"], ["are"], ["at"])
        return before if before and len(gap) <= 2 and is_dated else None
    heads_clause = text[phrase.span.end : phrase.span.end + 1] == ","
    is_led_up_to = bool(ahead) and ahead[0] in token_classes()["finite"] and len(ahead) <= 4
    if (
        phrase.rule == "relative_year"
        and before is None
        and phrase.span.start != sentence.span.start
        and not is_led_up_to
    ):
        return None
    starts_clause = phrase.span.start == sentence.span.start or (
        (gap and gap[-1][-1] in ",;:–-—") or gap[-1:] in (["and"], ["while"])
    )
    if after and (before is None or (heads_clause and starts_clause)):
        return after if len(ahead) <= 25 else None
    return before if before and len(gap) <= 25 and not any(word.endswith(";") for word in gap) else None


def _is_of_other_words(text: str, phrase: Phrase, gap: Sequence[str]) -> bool:
    """Whether the words between an amount and a phrase behind it have the phrase for themselves."""
    last = gap[-1].strip(",") if gap else ""
    if phrase.rule in ("in", "in_named_year", "relative_year") and last in token_classes()["event"]:
        return True
    if phrase.rule == "relative_year":
        is_possessive = text[phrase.span.end : phrase.span.end + 1] in ("’", "'")  # "£5m in last year’s Budget"
        if is_possessive or len(gap) > 6 or any(word.endswith(",") for word in gap):
            return True
    is_comparison = gap[-2:-1] in (["compared"], ["relative"]) or last in ("than", "on", "with", "against")
    return is_comparison or _begins_clause(gap)


def _begins_clause(words: Sequence[str]) -> bool:
    """Whether another clause begins in some words, so that what follows is said of that: "and will be lent"."""
    return "not" in words or any(
        (word in _JOINING or word.endswith(";")) and (then in token_classes()["finite"] or then in _PRONOUNS)
        for word, then in pairwise(words)
    )


def _is_left_behind(text: str, sentence: Sentence, before: Sum | None, phrase: Phrase, ahead: Sequence[str]) -> bool:
    """Whether a clause that ends before the amount has the phrase: "closed since May and repairs, put at £2m"."""
    lead = words_between(text, before.span.end if before else sentence.span.start, phrase.span.start)
    is_clause = any(word in token_classes()["finite"] for word in lead)
    is_funded = any(word in token_classes()["funded"] for word in lead)  # "the scheme will run for two years, with £5m"
    first = next((word for word in ahead if word != ","), "")
    if is_clause and not is_funded and first in token_classes()["parting"]:
        return True
    joints = [number for number, word in enumerate(ahead) if word in _JOINING]
    return (
        bool(joints)
        and is_clause
        and not any(word in token_classes()["verb"] for word in ahead[joints[0] + 1 : joints[0] + 2])
    )


def _is_year(phrase: Phrase) -> bool:
    start, end = phrase.period.start, phrase.period.end
    return start is not None and end is not None and (end - start).days > 31


def _is_one_date(phrase: Phrase) -> bool:
    """Whether the phrase names one calendar year, month or day."""
    start, end = phrase.period.start, phrase.period.end
    return start is not None and end is not None and (end - start).days < 366


def _scoped_by_adjective(
    text: str, before: Sum | None, after: Sum | None, gap: list[str], ahead: list[str], phrase: Phrase
) -> Sum | None:
    """ "an 18-month pilot", "a three-year £9m programme", but not the "10-Year Plan" of a name."""
    if any(letter.isupper() for letter in phrase.span.of(text)):
        return None
    if after and len(ahead) <= 3:
        return after
    noun = next(
        (
            n
            for n, word in enumerate(words_between(text, phrase.span.end, phrase.span.end + 90)[:10])
            if word.strip(".,;:)") in token_classes()["funded"]
        ),
        None,
    )
    if noun is None:
        return None
    if before and len(gap) <= 10 and noun < 4:
        return before
    return after if after and before is None and noun < len(ahead) <= noun + 4 else None
