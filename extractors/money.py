"""Money: every amount in a text with what the same sentence says of it.

`find` gives a `Money` for each amount: `£39 million`, `50p`, `€2m`, `5 million pounds`, and one for a range
(`£3-5 million`, "between £3 million and £5 million", from the first sign to the last magnitude). Modifier, period,
unit, role, programme and payer are attached by what stands between them and the amount, and are null where the
text does not state them. "from £5,000 to £10,500" is an old and a new value, not a range, unless it "ranges".
"""

from __future__ import annotations

from decimal import Decimal

from extractors import money_roles, money_scope, parties, sums
from extractors.amounts import Amount
from extractors.matching import Scan
from extractors.mentions import Money
from extractors.money_scope import Scope
from extractors.parties import Parties
from extractors.sums import Sentence, Sum


def find(scan: Scan) -> list[Money]:
    """Every amount of the text, in order of place."""
    sentences = sums.find(scan)
    scopes = money_scope.find(scan, sentences)
    roles = money_roles.find(scan, sentences, scopes)
    scopes = {one: money_scope.of_a_price(scan.text, scope, roles[one], one) for one, scope in scopes.items()}
    paid = parties.find(scan, sentences, roles)
    return [
        _money(one, sentence, scopes[one], roles[one], paid[one]) for sentence in sentences for one in sentence.sums
    ]


def _money(one: Sum, sentence: Sentence, scope: Scope, role: str, parties: Parties) -> Money:
    per_year, total = _arithmetic(one.value, scope)
    return Money(
        start=one.span.start,
        end=one.span.end,
        rule=one.rule,
        currency=one.value.currency,
        amount=float(one.value.low),
        amount_max=None if one.value.high is None else float(one.value.high),
        modifier=scope.modifier,
        modifier_span=scope.modifier_span,
        period_kind=scope.period_kind,
        period_span=scope.period_span,
        period_start=scope.period.start,
        period_end=scope.period.end,
        period_months=scope.period.months,
        financial_year=scope.period.financial_year,
        amount_per_year=per_year,
        amount_total=total,
        unit_kind=scope.unit_kind,
        unit_span=scope.unit_span,
        price_basis_span=scope.price_basis_span,
        role=role,
        programme=parties.programme,
        payer=parties.payer,
        payee=parties.payee,
        sentence=sentence.span,
    )


def _arithmetic(value: Amount, scope: Scope) -> tuple[float | None, float | None]:
    """The sum a year and the sum in all, where the text states a period that allows the step, else None.

    "£18 million a year over two years" is 36 million in all; "£75 million over three years" 25 million a year; a
    financial year is one year. A range, a rate by the week or hour, and a sum for each of something ("£3 per journey
    until December", "£4,200 per prison in 2023-24") give neither; nor do two dates give a length.
    """
    years = Decimal(scope.period.months) / 12 if scope.period.months else None
    per_year: Decimal | None = None
    total: Decimal | None = None
    if value.high is not None:
        return None, None
    if scope.period_kind in ("per_year", "each_of"):
        per_year, total = value.low, value.low * years if years and scope.unit_span is None else None
    elif scope.period_kind == "total_over_period" and scope.unit_span is None:
        per_year, total = value.low / years if years else None, value.low
    elif scope.period_kind == "for_financial_year" and scope.unit_span is None:
        per_year = total = value.low
    return None if per_year is None else float(per_year), None if total is None else float(total)
