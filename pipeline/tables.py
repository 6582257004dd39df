"""Objects → rows, by the column names of `schemas.py`: the only place where what was found is made flat.

A column that is not named in a row is null; a name that is no column is an error.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from extractors.date_resolve import resolve, within_financial_year
from extractors.model import Date, Mention, Money, Question, Segment, Span, TextPart
from pipeline.documents import Document, Failure
from pipeline.link import Context, Worked, contexts, repeats
from pipeline.schemas import TABLES

Row = tuple[Any, ...]

_COLUMNS = {name: tuple(column.name for column in table.columns) for name, table in TABLES.items()}


def rows_of(documents: Iterable[Worked], failures: Iterable[Failure]) -> dict[str, list[Row]]:
    """The rows of every table for some documents, in the order of the documents and of their text."""
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    for worked in documents:
        rows["documents"].append(_document(worked))
        rows["segments"] += _segments(worked)
        for ordinal, question in enumerate(worked.reading.questions):
            rows["qa_pairs"].append(_qa_pair(worked.document, ordinal, question))
            rows["question_parts"] += (_question_part(worked.document, question, part) for part in question.parts)
        rows["money"] += _money(worked)
        rows["dates"] += [
            _date_row(worked.document, *one) for one in zip(worked.dates, contexts(worked, worked.dates), strict=True)
        ]
    rows["failures"] = [_failure(failure) for failure in failures]
    return rows


def span_id(document: Document, span: Segment | Question | TextPart | Mention) -> str:
    """`<doc_id>@<char_start>:<char_end>`, for a segment with `/<kind>`."""
    kind = f"/{span.kind}" if isinstance(span, Segment) else ""
    return f"{document.doc_id}@{span.start}:{span.end}{kind}"


def _row(table: str, values: dict[str, Any]) -> Row:
    row = tuple([values.pop(name, None) for name in _COLUMNS[table]])
    if values:
        raise ValueError(f"{table} has no column {', '.join(values)}")
    return row


def _words(text: str, name: str, span: Span | None) -> dict[str, Any]:
    """The columns of a span that may be absent: its words and both ends."""
    if span is None:
        return {}
    return {f"{name}_text": span.of(text), f"{name}_char_start": span.start, f"{name}_char_end": span.end}


def _text(document: Document, span: Span | None) -> str | None:
    return None if span is None else span.of(document.text)


def _document(worked: Worked) -> Row:
    document, facts, stated = worked.document, worked.reading.facts, worked.document.stated
    published_on, precision = worked.published_on
    is_stated = any(stated.get(name) for name in ("title", "publisher_name", "published_on"))
    is_told = any((facts.title, facts.publisher_name, facts.published_on))
    values = {
        "doc_id": document.doc_id,
        "source_path": document.source_path,
        "source_url": stated.get("source_url"),
        "record_key": document.record_key,
        "media_type": document.media_type,
        "document_type": stated.get("document_type") or worked.reading.document_type,
        "layout": worked.layout,
        "title": stated.get("title") or facts.title,
        "publisher_name": stated.get("publisher_name") or facts.publisher_name,
        "report_title": stated.get("report_title"),
        "recommender_name": stated.get("recommender_name"),
        "published_on": published_on,
        "published_precision": precision,
        "updated_on": facts.updated_on,
        "jurisdiction": facts.jurisdiction,
        "licence": stated.get("licence"),
        "metadata_source": "manifest" if is_stated else "document" if is_told else "none",
        "document_text": document.text,
        "text_sha256": hashlib.sha256(document.text.encode("utf-8")).hexdigest(),
        "n_chars": len(document.text),
        "n_segments": len(worked.reading.segments),
        "flags": sorted({*document.flags, *worked.reading.flags}),
    }
    return _row("documents", values)


def _segments(worked: Worked) -> list[Row]:
    document, segments = worked.document, worked.reading.segments
    ids = [span_id(document, segment) for segment in segments]
    return [
        _row(
            "segments",
            {
                "segment_id": ids[ordinal],
                "doc_id": document.doc_id,
                "kind": segment.kind,
                "ordinal": ordinal,
                "parent_id": None if segment.parent is None else ids[segment.parent],
                "level": segment.level,
                "label": segment.label,
                "heading_path": segment.heading_path,
                "char_start": segment.start,
                "char_end": segment.end,
            },
        )
        for ordinal, segment in enumerate(segments)
    ]


def _qa_pair(document: Document, ordinal: int, asked: Question) -> Row:
    values = {
        "qa_id": span_id(document, asked),
        "doc_id": document.doc_id,
        "ordinal": ordinal,
        "house": asked.house,
        "uin": asked.uin,
        "heading": asked.heading,
        "date_tabled": asked.date_tabled,
        "date_answered": asked.date_answered,
        "asking_member_name": asked.asking_member_name,
        "asking_party": asked.asking_party,
        "asking_constituency": asked.asking_constituency,
        "addressee": asked.addressee,
        "answering_body_name": asked.answering_body_name,
        "answering_member_name": asked.answering_member_name,
        "answering_role": asked.answering_role,
        **_words(document.text, "question", asked.question),
        "n_question_parts": len(asked.parts),
        **_words(document.text, "answer", asked.answer),
        "answer_status": asked.answer_status,
        "grouped_uins": (),
        "is_question_clipped": False,  # a page prints the whole; the API's lists do not
        "is_answer_clipped": False,
        "char_start": asked.start,
        "char_end": asked.end,
        "rule": asked.rule,
        "source": "rule",
    }
    return _row("qa_pairs", values)


def _question_part(document: Document, asked: Question, part: TextPart) -> Row:
    values = {
        "question_part_id": span_id(document, part),
        "qa_id": span_id(document, asked),
        "doc_id": document.doc_id,
        "label": part.label,
        "text": document.text[part.start : part.end],
        "char_start": part.start,
        "char_end": part.end,
    }
    return _row("question_parts", values)


def _money(worked: Worked) -> list[Row]:
    firsts = repeats(worked.document.text, worked.money)
    found = zip(worked.money, contexts(worked, worked.money), firsts, strict=True)
    return [_money_row(worked.document, *one) for one in found]


def _money_row(document: Document, money: Money, context: Context, first: Money | None) -> Row:
    values = {
        **_mention(document, money, context),
        "currency": money.currency,
        "amount": money.amount,
        "amount_max": money.amount_max,
        "modifier": money.modifier,
        "modifier_text": _text(document, money.modifier_span),
        "period_kind": money.period_kind,
        "period_text": _text(document, money.period_span),
        "period_start": money.period_start,
        "period_end": money.period_end,
        "period_months": money.period_months,
        "financial_year": money.financial_year,
        "unit_kind": money.unit_kind,
        "unit_text": _text(document, money.unit_span),
        "amount_per_year": money.amount_per_year,
        "amount_total": money.amount_total,
        "price_basis": _text(document, money.price_basis_span),
        "role": money.role,
        "programme_text": _text(document, money.programme),
        "payer_text": _text(document, money.payer),
        "payee_text": _text(document, money.payee),
        "repeat_of": None if first is None else span_id(document, first),
        "sentence_char_start": money.sentence.start,
        "sentence_char_end": money.sentence.end,
        "sentence_text": _text(document, money.sentence),
        "rule": money.rule,
        "source": "rule",
    }
    return _row("money", values)


def _date_row(document: Document, date: Date, context: Context) -> Row:
    first, last = resolve(date.when, context.said_on, date.is_ahead)
    is_counted = date.when.relative is not None and (first or last) is not None
    values = {
        **_mention(document, date, context),
        "modifier": date.modifier,
        "modifier_text": _text(document, date.modifier_span),
        "kind": date.when.kind,
        "value_start": first,
        "value_end": last,
        "financial_year": within_financial_year(first, last),
        "role": date.role,
        "anchor_date": context.said_on if is_counted else None,
        "sentence_char_start": date.sentence.start,
        "sentence_char_end": date.sentence.end,
        "sentence_text": _text(document, date.sentence),
        "rule": date.rule,
        "source": "rule",
    }
    return _row("dates", values)


def _mention(document: Document, mention: Mention, context: Context) -> dict[str, Any]:
    """The columns that every table of mentions begins with."""
    segment, question = context.segment, context.question
    return {
        "mention_id": span_id(document, mention),
        "doc_id": document.doc_id,
        "segment_id": None if segment is None else span_id(document, segment),
        "qa_id": None if question is None else span_id(document, question),
        "said_on": context.said_on,
        "char_start": mention.start,
        "char_end": mention.end,
        "text": document.text[mention.start : mention.end],
    }


def _failure(failure: Failure) -> Row:
    key = f"{failure.source_path}#{failure.record_key or ''}/{failure.stage}/{failure.error_type}"
    values = {
        "failure_id": key,
        "source_path": failure.source_path,
        "record_key": failure.record_key,
        "stage": failure.stage,
        "error_type": failure.error_type,
        "message": failure.message,
        "is_fatal": failure.is_fatal,
    }
    return _row("failures", values)
