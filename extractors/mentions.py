"""What is found in a text, each with its place and the rule that found it: a kind of mention a class.

Every value that is a piece of the text is a `Span` of it, as in `model`.
"""

from __future__ import annotations

import datetime as dt

from extractors.date_resolve import When
from extractors.model import Span
from extractors.records import record


@record(kw_only=True)
class Money:
    """A sum of money: currency, number and magnitude as written, and what the same sentence says of it."""

    start: int
    end: int
    rule: str
    currency: str
    amount: float
    amount_max: float | None
    modifier: str
    modifier_span: Span | None
    period_kind: str
    period_span: Span | None
    period_start: dt.date | None
    period_end: dt.date | None
    period_months: int | None
    financial_year: str | None
    amount_per_year: float | None
    amount_total: float | None
    unit_kind: str | None
    unit_span: Span | None
    price_basis_span: Span | None
    role: str
    programme: Span | None
    payer: Span | None
    payee: Span | None
    sentence: Span


@record(kw_only=True)
class Body:
    """An organisation or office-holder: `name` is what to look up, in full where the text says it shorter.

    `kind` is that of its shape, None where the register knows; `match` is the contract's.
    """

    start: int
    end: int
    rule: str
    match: str
    name: str
    kind: str | None
    acronym: str | None = None


@record(kw_only=True)
class Date:
    """A date: what its words say (`when`, to be resolved against the day it was said) and what it is for.

    `is_ahead`: whether the sentence looks ahead to it, None where it does not tell.
    """

    start: int
    end: int
    rule: str
    when: When
    modifier: str | None
    modifier_span: Span | None
    role: str
    is_ahead: bool | None
    sentence: Span


@record(kw_only=True)
class Verdict:
    """A clause that states a verdict of a recommendation.

    `numbers` are the recommendations it names, empty where it speaks of the one it answers ("this recommendation");
    `parts` are the labels of the parts it speaks of; `responder` who states it, None for "we" and "the government".
    """

    start: int
    end: int
    rule: str
    verdict: str
    basis: str
    numbers: tuple[str, ...]
    parts: tuple[str, ...]
    responder: Span | None
    sentence: Span


@record(kw_only=True)
class Position:
    """A sentence that lets a reader infer where the responder stands, with what it points to."""

    start: int
    end: int
    rule: str
    position: str


@record(kw_only=True)
class Addressee:
    """A body, or a class of them, that a recommendation asks to act: `role` by the contract."""

    start: int
    end: int
    rule: str
    role: str


@record(kw_only=True)
class Claim:
    """A figure that a document states of its own recommendations: `start` to `end` is the figure's own phrase.

    `check_type` is the contract's; `verdict` is what is counted, None for recommendations of any verdict; `value` None
    stands for "all"; `sentence` is where it stands.
    """

    start: int
    end: int
    rule: str
    check_type: str
    value: float | None
    verdict: str | None
    sentence: Span
