"""What the rules give: spans, segments, questions, mentions.

All offsets are half-open Unicode code points into one text that never changes.
Every value that is a piece of the text is kept as a `Span`, never as a copy, so that it can be traced.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields, replace
from typing import TypeVar


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` up to, not including, `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a document's structure; `parent` is the index of the enclosing segment in the same list.

    `level` is that of a heading (1 = highest) or of a list item (1 = outermost), else None.
    """

    kind: str
    start: int
    end: int
    parent: int | None = None
    level: int | None = None
    label: str | None = None
    heading_path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionPart:
    """A lettered part: `label` is the nested path as printed (`a`, `b/i`), the span its words without the label."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A written question with its answer; None where the text does not state it."""

    start: int
    end: int
    rule: str
    question: Span
    answer: Span | None = None
    house: str | None = None
    uin: str | None = None
    heading: str | None = None
    date_tabled: dt.date | None = None
    date_answered: dt.date | None = None
    asking_member_name: str | None = None
    asking_party: str | None = None
    asking_constituency: str | None = None
    addressee: str | None = None
    answering_body_name: str | None = None
    answering_member_name: str | None = None
    answering_role: str | None = None
    answer_status: str = "answered"
    parts: tuple[QuestionPart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a document says of itself. `published_on` is the last day of what is stated."""

    title: str | None = None
    publisher_name: str | None = None
    published_on: dt.date | None = None
    published_precision: str | None = None
    updated_on: dt.date | None = None
    jurisdiction: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one layout grammar makes of a document."""

    document_type: str
    segments: tuple[Segment, ...]
    questions: tuple[Question, ...] = ()
    facts: Facts = Facts()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
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


Found = TypeVar("Found", Segment, QuestionPart, Question, Money)


def moved(found: Found, by: int) -> Found:
    """The same thing `by` characters further on: offsets of a batch → offsets of a document."""
    changes: dict[str, object] = {"start": found.start + by, "end": found.end + by}
    for field in fields(found):
        value = getattr(found, field.name)
        if isinstance(value, Span):
            changes[field.name] = Span(value.start + by, value.end + by)
    return replace(found, **changes)  # type: ignore[arg-type]
