"""What an amount is for: promised, spent, asked for, a cost, a saving, a threshold.

Rules in `patterns/money_roles.jsonl`. A rule that reaches into the amount ("an increase of £", "£2 million uplift")
speaks of that amount; a verb or noun elsewhere in the sentence speaks of the amount nearest to it. The order of
`_ORDER` decides between several: what an amount *is* goes before what is done with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractors.matching import Match, Scan, group
from extractors.money_scope import Scope, words_between
from extractors.sums import Sentence, Sum

_ORDER = ("saving", "fee_or_penalty", "cost_estimate", "baseline", "uplift", "rate_or_threshold")
_PER_UNIT_OF_TIME = ("per_month", "per_week", "per_day", "per_hour")
_PARTS = {"which", "including", "(including", "includes"}  # "£9m, of which £2m", "£9m, including £2m"
_SMALL, _LARGE = 20_000, 1_000_000


def find(scan: Scan, sentences: Sequence[Sentence], scopes: Mapping[Sum, Scope]) -> dict[Sum, str]:
    """The role of every amount, `other` where the sentence does not tell."""
    zones = [(sentence.span.start, sentence.span.end) for sentence in sentences]
    matches = scan.find(group("money_roles"), zones)
    roles: dict[Sum, str] = {}
    at = 0
    for sentence in sentences:
        mine = []
        while at < len(matches) and matches[at].start < sentence.span.end:
            mine.append(matches[at])
            at += 1
        mine = _without_false(mine)
        for number, one in enumerate(sentence.sums):
            before = sentence.sums[number - 1] if number else None
            role, is_own = _role(scan.text, sentence, one, scopes[one], mine)
            is_part = before and _PARTS & set(words_between(scan.text, before.span.end, one.anchor))
            roles[one] = roles[before] if before and is_part and not is_own else role
    return roles


def _role(text: str, sentence: Sentence, one: Sum, scope: Scope, matches: Sequence[Match]) -> tuple[str, bool]:
    """The role, and whether the words that touch the amount say it."""
    touching = {m.rule.value for m in matches if m.start < one.span.end and m.end > one.anchor and _fits(m, one)}
    loose = [m for m in matches if not any(m.start < other.span.end and m.end > other.anchor for other in sentence.sums)]
    if any(m.rule.value == "other" and m.end <= one.anchor for m in loose):
        return "other", True
    for role in _ORDER:
        if role in touching:
            return role, True
    if scope.unit_span is not None or scope.period_kind in _PER_UNIT_OF_TIME:
        return "rate_or_threshold", True
    funding = touching & {"funding_past", "funding_commitment"}
    role = _nearest(text, sentence, one, loose) or next(iter(sorted(funding)), "other")
    if role == "funding_past" and scope.modifier == "up_to" and scope.period_kind != "none":
        role = "funding_commitment"  # "has allocated up to £10 million over three years" looks ahead
    if role == "other" and one.value.low < _SMALL:
        role = "rate_or_threshold"
    return role, False


def _fits(match: Match, one: Sum) -> bool:
    """Whether the amount can be what the rule says: "worth £6 billion" is no threshold, "worth £600" may be one."""
    return match.rule.id != "money.role.worth" or one.value.low < _LARGE


def _nearest(text: str, sentence: Sentence, one: Sum, loose: Sequence[Match]) -> str | None:
    """The role of the nearest verb or noun before the amount, else right after it."""
    before = [m for m in loose if m.end <= one.anchor and m.rule.value in ("cost_estimate", "funding_past", "funding_commitment")]
    after = [m for m in loose if m.start >= one.span.end and m.rule.value in ("funding_past", "funding_commitment")]
    next_sum = sentence.after(one.span.end)
    after = [m for m in after if next_sum is None or m.end <= next_sum.anchor]
    if after and len(words_between(text, one.span.end, after[0].start)) <= 5 and after[0].rule.value == "funding_past":
        return after[0].rule.value
    if before:
        return max(before, key=lambda m: (m.end, m.end - m.start)).rule.value
    return after[0].rule.value if after else None


def _without_false(matches: Sequence[Match]) -> list[Match]:
    """The matches that share no character with one that says what only looks like a role: "cost of living"."""
    false = [m for m in matches if not m.rule.value]
    return [m for m in matches if m.rule.value and not any(m.start < f.end and f.start < m.end for f in false)]
