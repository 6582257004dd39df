"""What in a sentence says how much of an amount, over which period, for each of what, in whose prices.

The words come from `patterns/money_modifiers.jsonl`, `money_periods.jsonl` and `money_units.jsonl`; which amount
they belong to is decided by what stands between, of a period in `money_phrases.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractors.matching import Match, Scan, group
from extractors.model import Span
from extractors.money_phrases import NO_PERIOD, RATES, Phrase, phrases, scoped
from extractors.overlaps import longest_leftmost
from extractors.periods import Period
from extractors.records import record
from extractors.sums import Sentence, Sum
from extractors.token_classes import token_classes
from extractors.words import words_between

_PRICE = 1_000
_LEAD = 8  # words between "per pupil" and an amount behind it
_REACH = 60  # characters before an amount in which its modifier can stand


@record()
class Scope:
    """What belongs to one amount; spans are None where nothing is stated."""

    modifier: str = "exact"
    modifier_span: Span | None = None
    period_kind: str = "none"
    period_span: Span | None = None
    period: Period = NO_PERIOD
    unit_kind: str | None = None
    unit_span: Span | None = None
    price_basis_span: Span | None = None


def find(scan: Scan, sentences: Sequence[Sentence]) -> dict[Sum, Scope]:
    """The scope of every amount."""
    zones = [(sentence.reach.start, sentence.reach.end) for sentence in sentences]
    modifiers = _by_sentence(scan.find(group("money_modifiers"), _near(sentences)), sentences)
    periods = _by_sentence(longest_leftmost(scan.find(group("money_periods"), zones)), sentences)
    units = _by_sentence(longest_leftmost(scan.find(group("money_units"), zones)), sentences)
    scopes: dict[Sum, Scope] = {}
    for sentence in sentences:
        mine = {one: _modified(scan.text, one, modifiers[sentence]) for one in sentence.sums}
        pairs = [(phrase, scoped(scan.text, sentence, phrase)) for phrase in phrases(scan.text, periods[sentence])]
        # What follows an amount goes before what stands ahead of it.
        for phrase, one in sorted(pairs, key=lambda pair: pair[1] is None or pair[1].span.start > pair[0].span.start):
            if one is not None:
                one = _whole(scan.text, sentence, one, mine) or one
                mine[one] = _with_period(mine[one], phrase)
        for match in units[sentence]:
            if not any(match.start < period.end and period.start < match.end for period in periods[sentence]):
                _attach_unit(scan.text, sentence, match, mine)
        scopes |= mine
    return scopes


def of_a_price(text: str, scope: Scope, role: str, one: Sum) -> Scope:
    """The scope of an amount that is a price or a limit: how long that holds makes no sum of it, as in "a £2 fare
    until March"; a bonus "over three years" is one."""
    is_price = role == "rate_or_threshold" or (role == "fee_or_penalty" and one.value.low < _PRICE)
    if not is_price or scope.period_kind != "total_over_period" or scope.period_span is None or scope.unit_span:
        return scope
    words = scope.period_span.of(text).lower().strip("( ").split()
    if words[0] in token_classes()["holding"] and "academic" not in words:
        return replace(scope, period_kind="none", period_span=None, period=NO_PERIOD)
    return scope


def _near(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """The characters around each amount, as zones that do not overlap."""
    zones: list[tuple[int, int]] = []
    for sentence in sentences:
        for one in sentence.sums:
            start = max(sentence.span.start, one.anchor - _REACH)
            end = min(sentence.span.end, one.span.end + _REACH // 3)
            if zones and start < zones[-1][1]:
                start = zones.pop()[0]
            zones.append((start, end))
    return zones


def _by_sentence(matches: Sequence[Match], sentences: Sequence[Sentence]) -> dict[Sentence, list[Match]]:
    grouped: dict[Sentence, list[Match]] = {sentence: [] for sentence in sentences}
    rest = iter(matches)
    match = next(rest, None)
    for sentence in sentences:
        while match is not None and match.start < sentence.span.end:
            grouped[sentence].append(match)
            match = next(rest, None)
    return grouped


def _modified(text: str, one: Sum, matches: Sequence[Match]) -> Scope:
    """The nearest modifier before the amount with nothing but fillers between, else one right after it."""
    fillers = token_classes()["filler"]
    after = [m for m in matches if ".after_" in m.rule.id and m.start >= one.span.end]
    before = [m for m in matches if ".after_" not in m.rule.id and m.end <= one.anchor]
    for match in sorted(before, key=lambda m: (-m.end, m.start)):
        gap = words_between(text, match.end, one.anchor)
        if all(word in fillers and word != "the" for word in gap):  # "just over the £14,500 limit" says nothing of it
            return Scope(modifier=match.rule.value, modifier_span=match.span)
    for match in after:
        if not text[one.span.end : match.start].strip():
            return Scope(modifier=match.rule.value, modifier_span=match.span)
    return Scope()


def _whole(text: str, sentence: Sentence, one: Sum, scopes: Mapping[Sum, Scope]) -> Sum | None:
    """The amount that another with a period of its own is a part of: "£19m, including £2m in 2024-25, since 2016"."""
    before = sentence.before(one.anchor)
    if before is None or scopes[one].period == NO_PERIOD or scopes[before].period_kind != "none":
        return None
    return before if {"including", "which"} & set(words_between(text, before.span.end, one.anchor)) else None


def _with_period(scope: Scope, phrase: Phrase) -> Scope:
    """A scope with a phrase added, if it has no such phrase yet."""
    if phrase.kind == "price_basis":
        return replace(scope, price_basis_span=phrase.span)
    if phrase.kind in RATES:
        if scope.period_kind in RATES:
            return scope
        # A rate and a span together are a rate over that span: the span gives the days and the length.
        return replace(scope, period_kind=phrase.kind, period_span=phrase.span)
    if scope.period_kind in RATES and scope.period == NO_PERIOD:
        return replace(scope, period=replace(phrase.period, financial_year=None))
    if scope.period_kind == "none":
        return replace(scope, period_kind=phrase.kind, period_span=phrase.span, period=phrase.period)
    return scope


def _attach_unit(text: str, sentence: Sentence, match: Match, scopes: dict[Sum, Scope]) -> None:
    """Gives "per pupil" to the amount just before it; "a pupil" only if nothing stands between."""
    one = sentence.before(match.start)
    first = text[match.start : match.end].lower().split()[0]
    if one is None and first == "per":
        _lead_unit(text, sentence, match, scopes)
    if one is None or scopes[one].unit_span is not None:
        return
    gap = words_between(text, one.span.end, match.start)
    if len(gap) <= {"per": 4, "for": 4, "on": 4, "each": 1, "every": 1}.get(first, 0):
        scopes[one] = replace(scopes[one], unit_kind=match.rule.value or None, unit_span=match.span)
        old = sentence.before(one.span.start)  # "from £5,000 to £7,500 per household"
        if (
            old is not None
            and scopes[old].unit_span is None
            and words_between(text, old.span.end, one.span.start) == ["to"]
        ):
            scopes[old] = replace(scopes[old], unit_kind=match.rule.value or None, unit_span=match.span)


def _lead_unit(text: str, sentence: Sentence, match: Match, scopes: dict[Sum, Scope]) -> None:
    """Gives "per pupil" to the amounts that its noun leads to: "funding per pupil rose from £5,000 to £7,000"."""
    end = match.end
    for one in sentence.sums:
        gap = words_between(text, end, one.anchor)
        is_said = end > match.end or any(word in token_classes()["equals"] for word in gap)
        if (
            len(gap) > _LEAD
            or not is_said
            or any(word[-1] in ",;" for word in gap)
            or scopes[one].unit_span is not None
        ):
            return
        scopes[one] = replace(scopes[one], unit_kind=match.rule.value or None, unit_span=match.span)
        end = one.span.end
