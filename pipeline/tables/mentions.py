"""Rows of what is mentioned in a text."""

from __future__ import annotations

from typing import Any

from extractors.date_resolve import resolve, within_financial_year
from extractors.mentions import Body, Date, Money
from extractors.model import Placed
from pipeline.link import Context, Contexts, Worked, body_id, body_of, repeats
from pipeline.tables.base import Row, row, span_id, text_of
from pipeline.tables.recommendations import recommendation_id

# What a recommendation asks somebody to pay or charge is no commitment and no rate: nobody has decided it.
_ONLY_ASKED = ("funding_commitment", "uplift", "rate_or_threshold", "fee_or_penalty")


def rows(worked: Worked) -> dict[str, list[Row]]:
    """The rows of each table of mentions."""
    if not (worked.money or worked.dates or worked.bodies):
        return {}
    contexts = Contexts(worked)
    firsts = repeats(worked.document.text, worked.money)
    return {
        "money": [
            _money_row(worked, one, contexts.of(one), first, contexts.nation)
            for one, first in zip(worked.money, firsts, strict=True)
        ],
        "dates": [_date_row(worked, one, contexts.of(one)) for one in worked.dates],
        "bodies": [_body_row(worked, one, contexts.of(one), contexts.nation) for one in worked.bodies],
    }


def _money_row(worked: Worked, money: Money, context: Context, first: Money | None, nation: str | None) -> Row:
    document = worked.document
    values = {
        **_mention(worked, money, context),
        "currency": money.currency,
        "amount": money.amount,
        "amount_max": money.amount_max,
        "modifier": money.modifier,
        "modifier_text": text_of(document, money.modifier_span),
        "period_kind": money.period_kind,
        "period_text": text_of(document, money.period_span),
        "period_start": money.period_start,
        "period_end": money.period_end,
        "period_months": money.period_months,
        "financial_year": money.financial_year,
        "unit_kind": money.unit_kind,
        "unit_text": text_of(document, money.unit_span),
        "amount_per_year": money.amount_per_year,
        "amount_total": money.amount_total,
        "price_basis": text_of(document, money.price_basis_span),
        "role": "other" if context.is_asked and money.role in _ONLY_ASKED else money.role,
        "programme_text": text_of(document, money.programme),
        "payer_text": text_of(document, money.payer),
        "payer_body_id": body_id(text_of(document, money.payer), context.said_on, nation),
        "payee_text": text_of(document, money.payee),
        "repeat_of": None if first is None else span_id(document, first),
        "sentence_char_start": money.sentence.start,
        "sentence_char_end": money.sentence.end,
        "sentence_text": text_of(document, money.sentence),
        "rule": money.rule,
        "source": "rule",
    }
    return row("money", values)


def _date_row(worked: Worked, date: Date, context: Context) -> Row:
    document = worked.document
    # A question that does not say when it was tabled was so before its answer.
    anchor = context.said_on or (context.question.date_answered if context.question else None)
    first, last = resolve(date.when, anchor, date.is_ahead)
    is_counted = date.when.relative is not None and (first or last) is not None
    values = {
        **_mention(worked, date, context),
        "modifier": date.modifier,
        "modifier_text": text_of(document, date.modifier_span),
        "kind": date.when.kind,
        "value_start": first,
        "value_end": last,
        "financial_year": within_financial_year(first, last),
        "role": date.role,
        "anchor_date": anchor if is_counted else None,
        "sentence_char_start": date.sentence.start,
        "sentence_char_end": date.sentence.end,
        "sentence_text": text_of(document, date.sentence),
        "rule": date.rule,
        "source": "rule",
    }
    return row("dates", values)


def _body_row(worked: Worked, body: Body, context: Context, nation: str | None) -> Row:
    known = body_of(body.name, context.said_on, nation)
    values = {
        **_mention(worked, body, context),
        "body_id": known.body_id if known else None,
        "canonical_name": known.name if known else body.name,
        "acronym": known.acronym if known else body.acronym,
        "kind": known.kind if known else body.kind or "other",
        "match": body.match,
        "rule": body.rule,
        "source": "rule",
    }
    return row("bodies", values)


def _mention(worked: Worked, mention: Placed, context: Context) -> dict[str, Any]:
    """The columns that every table of mentions begins with."""
    document, segment, question, ordinal = worked.document, context.segment, context.question, context.recommendation
    return {
        "mention_id": span_id(document, mention),
        "doc_id": document.doc_id,
        "segment_id": None if segment is None else span_id(document, segment),
        "qa_id": None if question is None else span_id(document, question),
        "recommendation_id": None if ordinal is None else recommendation_id(worked, ordinal),
        "said_on": context.said_on,
        "char_start": mention.start,
        "char_end": mention.end,
        "text": document.text[mention.start : mention.end],
    }
