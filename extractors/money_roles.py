"""What an amount is for: promised, spent, asked for, a cost, a saving, a threshold.

Rules in `patterns/money_roles.jsonl`. A rule that reaches into the amount ("an increase of £", "£2 million uplift")
speaks of that amount; a verb or noun elsewhere in the sentence speaks of the amount nearest to it. The order of
`_ORDER` decides between several: what an amount *is* goes before what is done with it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise

from extractors import money_columns
from extractors.matching import Match, Scan, group
from extractors.model import Span
from extractors.money_scope import Scope
from extractors.sums import Sentence, Sum
from extractors.token_classes import token_classes
from extractors.words import words_between

_ORDER = ("saving", "fee_or_penalty", "cost_estimate", "other", "baseline", "uplift", "rate_or_threshold")
_SPANS = ("none", "total_over_period", "for_financial_year")
_PER_UNIT_OF_TIME = ("per_month", "per_week", "per_day", "per_hour")
_FUNDING = ("funding_past", "funding_commitment")
_SAID = ("cost_estimate", "funding_past", "funding_commitment")
_SHARED = (*_SAID, "rate_or_threshold", "fee_or_penalty")
_PARTS = {"which", "including", "(including", "includes"}  # "£9m, of which £2m", "£9m, including £2m"
_WEAK = "money.role.mention"
_ASKED, _PAID = "money.role.recommended", "money.role.paid"
_VALUE, _RECEIPTS = "money.role.value", "money.role.receipts"
_PAYMENT, _WORTH = "money.role.payment", "money.role.worth"
_HEDGES = ("about", "around", "approximately", "between", "currently", "nearly", "over", "roughly", "some", "up", "to")
_LABEL = 5  # words before an amount that is an item: "- Breakfast clubs: £31m"
_PRICE, _SMALL, _PERSONAL, _LARGE = 1_000, 20_000, 100_000, 1_000_000


def find(scan: Scan, sentences: Sequence[Sentence], scopes: Mapping[Sum, Scope]) -> dict[Sum, str]:
    """The role of every amount, `other` where neither its sentence nor the words before its list tell."""
    lead_ins = {sentence: scan.lead_in(sentence.block) for sentence in sentences}
    spans = {sentence.reach for sentence in sentences}
    spans |= {span for number in lead_ins.values() if number is not None for span in scan.sentences(number)}
    matches = scan.find(group("money_roles"), [(span.start, span.end) for span in sorted(spans)])
    starts = [match.start for match in matches]

    def inside(span: Span) -> list[Match]:
        return _without_false(matches[bisect_left(starts, span.start) : bisect_left(starts, span.end)])

    columns = money_columns.find(scan, sentences)
    roles: dict[Sum, str] = {}
    for sentence in sentences:
        mine = inside(sentence.reach)
        loose = [match for match in mine if not any(_touches(match, one) for one in sentence.sums)]
        lead_in = lead_ins[sentence]
        for number, one in enumerate(sentence.sums):
            before = sentence.sums[number - 1] if number else None
            role, is_own = _role(scan.text, sentence, one, scopes[one], mine, loose)
            is_fined = role == "rate_or_threshold" and before is not None and roles[before] == "fee_or_penalty"
            may_share = before is not None and roles[before] in _SHARED and (is_fined or not is_own)
            if one in columns and not is_own and role in ("other", "rate_or_threshold"):
                role = columns[one]
            elif before and may_share and _goes_on(scan.text, before, one, mine):
                role = roles[before]
            elif role == "other" and not is_own and lead_in is not None:
                role = _last_said([match for span in scan.sentences(lead_in) for match in inside(span)])
            if role == "other" and not is_own and _is_item(scan.text, sentence, one, scopes[one], mine):
                role = "funding_commitment"
            roles[one] = role
    return roles


def _is_item(text: str, sentence: Sentence, one: Sum, scope: Scope, matches: Sequence[Match]) -> bool:
    """Whether an amount without a verb is an item of a budget: "Clubs: £31m over two years", "£4m, up from £3m"."""
    label = words_between(text, sentence.span.start, one.anchor)
    words = words_between(text, sentence.reach.start, sentence.reach.end)
    is_budgeted = scope.period_kind in ("per_year", "total_over_period", "each_of")
    is_compared = any(m.rule.value == "baseline" and not _touches(m, one) and m.start >= one.span.end for m in matches)
    return (
        one.value.low >= _SMALL
        and (is_budgeted or is_compared)
        and len(label) <= _LABEL
        and not any(word in token_classes()[verbs] for word in words for verbs in ("finite", "verb", "reports"))
        and not any(m.rule.id in (_VALUE, _RECEIPTS) for m in matches)
    )


def _last_said(matches: Sequence[Match]) -> str:
    """What the words that introduce a list say of its items."""
    said = [m for m in matches if m.rule.value in _SAID]
    strong = [m for m in said if m.rule.id != _WEAK]
    return (strong or said)[-1].rule.value if said else "other"


def _goes_on(text: str, before: Sum, one: Sum, matches: Sequence[Match]) -> bool:
    """Whether an amount is a part or a further item of what was said of the one before: "£9m, of which £2m"."""
    gap = words_between(text, before.span.end, one.anchor)
    if _PARTS & set(gap):
        return True
    if any(word in token_classes()["verb"] for word in gap):
        return False
    between = [m for m in matches if before.span.end <= m.start < one.anchor and m.rule.id != _WEAK]
    is_said = any(not _is_of_it(text, before, m) for m in between)
    return (
        len(gap) <= 8
        and not is_said
        and gap[-1:] != [")"]
        and bool({"and", "or", "then"} & set(gap) or gap[:1] == [","] or len(gap) <= 3)
    )


def _role(
    text: str, sentence: Sentence, one: Sum, scope: Scope, matches: Sequence[Match], loose: Sequence[Match]
) -> tuple[str, bool]:
    """The role, and whether the words that touch the amount say it; `loose` are those that touch no amount."""
    mine = [m for m in matches if _touches(m, one) and _fits(text, sentence, m, one, scope)]
    touching = {match.rule.value for match in mine}
    if any(m.rule.id == _ASKED and _goes_to(text, m, one) for m in loose):
        return "other", True
    if "uplift" in touching and all(m.rule.id == _VALUE for m in mine if m.rule.value == "other"):
        touching -= {"other"}  # "an extra £210m worth of vouchers"
    is_paid = any(match.rule.id == _PAID for match in mine)
    if is_paid:
        touching -= {"cost_estimate", "rate_or_threshold"}
    if "cost_estimate" in touching and _is_price(text, mine, one, scope):
        return "fee_or_penalty", True
    for role in _ORDER:
        if role in touching:
            return role, True
    if scope.unit_span is not None or scope.period_kind in _PER_UNIT_OF_TIME:
        return "cost_estimate" if _is_estimated(text, one, loose) else "rate_or_threshold", True
    if is_paid:
        return "funding_past", True
    if _is_of_a_cost(text, sentence, one, loose):
        return "cost_estimate", True
    told = [m.rule.value for m in mine if m.rule.value in _FUNDING and m.rule.id != _WEAK]
    said = next((m.rule.value for m in mine if m.rule.value in _FUNDING), "other")
    role = _nearest(text, sentence, one, loose, min(told, default=None)) or said
    if role == "funding_past" and scope.modifier == "up_to" and scope.period_kind != "none":
        role = "funding_commitment"  # "has allocated up to £10 million over three years" looks ahead
    elif role == "funding_commitment" and scope.period.start and not scope.period.end and _is_since(text, scope):
        role = "funding_past"  # "awarding £6 million since 2012" looks back
    if one.value.low < {"other": _SMALL, "funding_commitment": _PRICE}.get(role, 0):
        role = "rate_or_threshold"
    return role, False


def _touches(match: Match, one: Sum) -> bool:
    return match.start < one.span.end and match.end > one.anchor


def _fits(text: str, sentence: Sentence, match: Match, one: Sum, scope: Scope) -> bool:
    """Whether the amount can be what the rule says: "worth £6 billion" is no threshold, "worth £600" may be one."""
    before = words_between(text, sentence.span.start, match.start)
    if match.rule.value == "baseline":  # "awards range from £15,000 to £400,000" has no old value
        is_from_to = match.span.of(text).split()[-1] == "to"
        return one.value.high is None and (not is_from_to or _leads_to_a_sum(text, sentence, match))
    if match.rule.id == _PAID:  # "cost" and "put" are as well the verbs of "will cost" and "costs a year"
        is_guessed = any(word.startswith("estimat") for word in before)
        is_ahead = before[-1:] == ["to"] or any(word in token_classes()["ahead"] for word in before[-3:])
        return scope.period_kind in _SPANS and not is_ahead and not is_guessed
    if match.rule.id == _VALUE:
        return one.value.low >= _LARGE and not any(word in token_classes()["funded"] for word in before[-4:])
    if match.rule.id == _RECEIPTS:
        return one.value.low >= _SMALL
    return one.value.low < {_PAYMENT: _PERSONAL, _WORTH: _LARGE}.get(match.rule.id, one.value.low + 1)


def _leads_to_a_sum(text: str, sentence: Sentence, match: Match) -> bool:
    """Whether the new amount follows: not in "benefit from a £4 million boost to museums"."""
    new = sentence.after(match.end)
    return new is not None and all(w in token_classes()["filler"] for w in words_between(text, match.end, new.anchor))


def _goes_to(text: str, asked: Match, one: Sum) -> bool:
    """Whether what is asked for is the amount: not in "hoped for £6m but was offered £2m"."""
    gap = words_between(text, asked.end, one.anchor)
    ends = (word == "but" or (last[-1] == "," and word == "and") for last, word in pairwise(gap))
    return asked.end <= one.anchor and not any(ends)


def _is_price(text: str, matches: Sequence[Match], one: Sum, scope: Scope) -> bool:
    """Whether "costs" names the price of a thing, which is small: "a stamp costs £1.65", "will cost £2"."""
    starts = [match.start for match in matches if match.rule.value == "cost_estimate"]
    verbs = [words_between(text, max(start - 5, 0), one.anchor)[:2] for start in starts]
    is_small = one.value.low < _PRICE and one.value.high is None and scope.unit_span is None
    return is_small and any(verb[-1:] == ["costs"] or verb == ["will", "cost"] for verb in verbs)


def _is_of_a_cost(text: str, sentence: Sentence, one: Sum, loose: Sequence[Match]) -> bool:
    """Whether the sentence begins with the cost that the amount is: "The average costs for owners who … are £1,500"."""
    cost = next((m for m in loose if m.rule.value == "cost_estimate"), None)
    before = [word for word in words_between(text, sentence.reach.start, one.anchor) if word not in _HEDGES]
    is_subject = cost is not None and len(words_between(text, sentence.span.start, cost.start)) <= 1
    return is_subject and before[-1:] in (["is"], ["are"])


def _is_estimated(text: str, one: Sum, loose: Sequence[Match]) -> bool:
    """Whether a rate is what a thing is thought to cost: "the costs of the works are estimated to be £22 per home"."""
    costs = [m for m in loose if m.rule.value == "cost_estimate" and m.end <= one.anchor]
    return bool(costs) and "estimated" in words_between(text, costs[-1].start, one.anchor)


def _is_since(text: str, scope: Scope) -> bool:
    return scope.period_span is not None and scope.period_span.of(text).lower().startswith("since")


def _nearest(text: str, sentence: Sentence, one: Sum, loose: Sequence[Match], told: str | None) -> str | None:
    """The role of the nearest verb or noun before the amount, else right after it; weak words only if alone.

    What the words that touch it have `told` goes before weak ones: "have benefited from £50 million in funding".
    """
    next_sum = sentence.after(one.span.end)
    strong = [m for m in loose if m.rule.id != _WEAK]
    after = [m for m in strong if m.start >= one.span.end and m.rule.value in _FUNDING]
    after = [m for m in after if next_sum is None or m.end <= next_sum.anchor]
    after = [m for m in after if not _is_of_it(text, one, m)]
    if after and len(words_between(text, one.span.end, after[0].start)) <= 5 and after[0].rule.value == "funding_past":
        return after[0].rule.value
    for matches in (strong, loose):
        before = [m for m in matches if m.end <= one.anchor and m.rule.value in _SAID]
        if before:
            return max(before, key=lambda m: (m.end, m.end - m.start)).rule.value
        if told:
            return told
        if after:
            return after[0].rule.value
        after = [m for m in loose if m.start >= one.span.end]
    return after[0].rule.value if after and after[0].rule.value in _SAID else None


def _is_of_it(text: str, one: Sum, match: Match) -> bool:
    """Whether "funding" is what the amount is of, and no verb: "£4 million of capital funding has been spent"."""
    gap = words_between(text, one.span.end, match.start)
    return match.span.of(text).lower() == "funding" and gap[:1] in (["of"], ["in"])


def _without_false(matches: Sequence[Match]) -> list[Match]:
    """The matches that share no character with one that says what only looks like a role: "cost of living"."""
    false = [m for m in matches if not m.rule.value]
    return [m for m in matches if m.rule.value and not any(m.start < f.end and f.start < m.end for f in false)]
