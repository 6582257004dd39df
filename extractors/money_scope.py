"""What in a sentence says how much of an amount, over which period, for each of what, in whose prices.

The words come from `patterns/money_modifiers.jsonl`, `money_periods.jsonl` and `money_units.jsonl`; which amount
they belong to is decided here, by what stands between. A period scopes over the nearest amount before it
("£18 million a year over the next two years") or, at the head of a clause, over the next one ("In 2025-26, £3m");
a part, a conjunct or an uplift in the same sentence does not inherit it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.matching import Match, Scan, group
from extractors.model import Span
from extractors.overlaps import longest_leftmost
from extractors.periods import Period, period_of, points
from extractors.rules import token_classes
from extractors.sums import Sentence, Sum

_REACH = 60  # characters before an amount in which its modifier can stand
_RATES = ("per_year", "per_month", "per_week", "per_day", "per_hour")
_NO_PERIOD = Period()


@dataclass(frozen=True, slots=True)
class Scope:
    """What belongs to one amount; spans are None where nothing is stated."""

    modifier: str = "exact"
    modifier_span: Span | None = None
    period_kind: str = "none"
    period_span: Span | None = None
    period: Period = _NO_PERIOD
    unit_kind: str | None = None
    unit_span: Span | None = None
    price_basis_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of time: `rule` is the last part of the id of the rule that found it."""

    kind: str
    span: Span
    rule: str
    period: Period


def find(scan: Scan, sentences: Sequence[Sentence]) -> dict[Sum, Scope]:
    """The scope of every amount."""
    zones = [(sentence.reach.start, sentence.reach.end) for sentence in sentences]
    modifiers = _by_sentence(scan.find(group("money_modifiers"), _near(sentences)), sentences)
    periods = _by_sentence(longest_leftmost(scan.find(group("money_periods"), zones)), sentences)
    units = _by_sentence(longest_leftmost(scan.find(group("money_units"), zones)), sentences)
    scopes: dict[Sum, Scope] = {}
    for sentence in sentences:
        mine = {one: _modified(scan.text, one, modifiers[sentence]) for one in sentence.sums}
        scoped = [(phrase, _scoped(scan.text, sentence, phrase)) for phrase in _phrases(scan.text, periods[sentence])]
        # What follows an amount goes before what stands ahead of it.
        for phrase, one in sorted(scoped, key=lambda pair: pair[1] is None or pair[1].span.start > pair[0].span.start):
            if one is not None:
                mine[one] = _with_period(mine[one], phrase)
        for match in units[sentence]:
            if not any(match.start < period.end and period.start < match.end for period in periods[sentence]):
                _attach_unit(scan.text, sentence, match, mine)
        scopes |= mine
    return scopes


def words_between(text: str, start: int, end: int) -> list[str]:
    """The lower-case words between two places, marks apart from them left on."""
    return text[start:end].lower().split()


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


def _phrases(text: str, matches: Sequence[Match]) -> list[Phrase]:
    """The phrases of time of a sentence; "over three years (2022-23 to 2024-25)" is one."""
    phrases: list[Phrase] = []
    for match in matches:
        if not match.rule.value:
            continue
        rule = match.rule.id.rsplit(".", 1)[-1]
        last = phrases[-1] if phrases else None
        if (
            last
            and {last.kind, match.rule.value} <= {"total_over_period", "named"}
            and not text[last.span.end : match.start].strip()
        ):
            span = Span(last.span.start, match.end)
            phrases[-1] = Phrase("total_over_period", span, last.rule, period_of(span.of(text)))
        else:
            phrase = _phrase(text, match, rule)
            phrases += [phrase] if phrase else []
    return phrases


def _phrase(text: str, match: Match, rule: str) -> Phrase | None:
    period = period_of(match.span.of(text))
    kind = match.rule.value
    if kind in _RATES:
        return Phrase(kind, match.span, rule, _NO_PERIOD)
    if kind == "named":
        kind = "for_financial_year" if period.financial_year else "total_over_period"
        if period == _NO_PERIOD and not points(match.span.of(text)):
            return None
    if kind == "relative":
        financial = any(word in match.span.of(text).lower() for word in ("financial", "fiscal", "tax"))
        kind = "for_financial_year" if financial else "total_over_period"
    return Phrase(kind, match.span, rule, period)


def _with_period(scope: Scope, phrase: Phrase) -> Scope:
    """A scope with a phrase added, if it has no such phrase yet."""
    if phrase.kind == "price_basis":
        return replace(scope, price_basis_span=phrase.span)
    if phrase.kind in _RATES:
        if scope.period_kind in _RATES:
            return scope
        # A rate and a span together are a rate over that span: the span gives the days and the length.
        return replace(scope, period_kind=phrase.kind, period_span=phrase.span)
    if scope.period_kind in _RATES and scope.period == _NO_PERIOD:
        return replace(scope, period=replace(phrase.period, financial_year=None))
    if scope.period_kind == "none":
        return replace(scope, period_kind=phrase.kind, period_span=phrase.span, period=phrase.period)
    return scope


def _scoped(text: str, sentence: Sentence, phrase: Phrase) -> Sum | None:
    """The amount a phrase scopes over."""
    before, after = sentence.before(phrase.span.start), sentence.after(phrase.span.end)
    gap = words_between(text, before.span.end, phrase.span.start) if before else []
    ahead = words_between(text, phrase.span.end, after.anchor) if after else []
    if phrase.rule == "annual":
        return after if after and len(ahead) <= 4 else before if before and len(gap) <= 2 else None
    if phrase.kind in _RATES:
        if phrase.span.of(text).lower() in ("annually", "yearly") and len(gap) > 4:
            return None  # "turnover of £36 million to publish a statement annually"
        return before if before and len(gap) <= 8 else after if after and not before and len(ahead) <= 12 else None
    if phrase.rule == "length_adjective":
        return _scoped_by_adjective(text, before, after, gap, ahead, phrase)
    if (
        phrase.rule in ("in", "in_named_year", "relative_year")
        and gap
        and gap[-1].strip(",") in token_classes()["event"]
    ):
        return None
    if gap[-2:-1] in (["compared"], ["relative"]) or gap[-1:] == ["than"]:
        return None
    if phrase.rule == "relative_year" and before and (len(gap) > 6 or any(word.endswith(",") for word in gap)):
        return None
    if phrase.rule == "in" and phrase.kind == "total_over_period" and _is_one_date(phrase):
        # "In November 2024 the department announced £5m" dates the act; "a spend of £5m in 2022" the money.
        return before if before and len(gap) <= 2 else None
    heads_clause = text[phrase.span.end : phrase.span.end + 1] == ","
    if phrase.rule == "relative_year" and before is None and phrase.span.start != sentence.span.start:
        return None
    starts_clause = phrase.span.start == sentence.span.start or (
        (gap and gap[-1][-1] in ",;:–-—") or gap[-1:] in (["and"], ["while"])
    )
    if after and (before is None or (heads_clause and starts_clause)):
        return after if len(ahead) <= 25 else None
    return before if before and len(gap) <= 25 and not any(word.endswith(";") for word in gap) else None


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


def _attach_unit(text: str, sentence: Sentence, match: Match, scopes: dict[Sum, Scope]) -> None:
    """Gives "per pupil" to the amount just before it; "a pupil" only if nothing stands between."""
    one = sentence.before(match.start)
    if one is None or scopes[one].unit_span is not None:
        return
    gap = words_between(text, one.span.end, match.start)
    first = text[match.start : match.end].lower().split()[0]
    if len(gap) <= {"per": 4, "for": 4, "on": 4, "each": 1, "every": 1}.get(first, 0):
        scopes[one] = replace(scopes[one], unit_kind=match.rule.value or None, unit_span=match.span)
        old = sentence.before(one.span.start)  # "from £5,000 to £7,500 per household"
        if (
            old is not None
            and scopes[old].unit_span is None
            and words_between(text, old.span.end, one.span.start) == ["to"]
        ):
            scopes[old] = replace(scopes[old], unit_kind=match.rule.value or None, unit_span=match.span)
