"""Rows of documents, segments and failures."""

from __future__ import annotations

import hashlib
from bisect import bisect_right

from extractors.layouts.answered_report import AnsweredReport, answered_report
from pipeline.documents import Failure
from pipeline.link import Worked, body_id
from pipeline.tables.base import Row, row, span_id


def document_row(worked: Worked) -> Row:
    """The row of `documents`: what the manifest states comes before what the document says of itself."""
    document, facts, stated = worked.document, worked.reading.facts, worked.document.stated
    published_on, precision = worked.published_on
    title = stated.get("title") or facts.title
    report = _answered(worked, title)
    publisher = stated.get("publisher_name") or facts.publisher_name or report.responder
    recommender = stated.get("recommender_name") or report.recommender
    is_stated = any(stated.get(name) for name in ("title", "publisher_name", "published_on"))
    is_told = any((facts.title, publisher, facts.published_on))
    values = {
        "doc_id": document.doc_id,
        "source_path": document.source_path,
        "source_url": stated.get("source_url") or facts.source_url,
        "record_key": document.record_key,
        "media_type": document.media_type,
        "document_type": stated.get("document_type") or worked.reading.document_type,
        "layout": worked.layout,
        "title": title,
        "publisher_name": publisher,
        "publisher_body_id": body_id(publisher, published_on),
        "report_title": stated.get("report_title") or report.title,
        "recommender_name": recommender,
        "recommender_body_id": body_id(recommender, published_on),
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
    return row("documents", values)


def _answered(worked: Worked, title: str | None) -> AnsweredReport:
    """What the title of a response says of the report; other documents answer none."""
    is_response = (worked.document.stated.get("document_type") or worked.reading.document_type) == "government_response"
    return (
        answered_report(title, worked.reading.facts.publisher_name) if title and is_response else None
    ) or AnsweredReport()


def segment_rows(worked: Worked) -> list[Row]:
    """The rows of `segments`, in order of place."""
    document, segments = worked.document, worked.reading.segments
    ids = [span_id(document, segment) for segment in segments]
    return [
        row(
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
                "page_start": bisect_right(document.pages, segment.start) or None,
                "page_end": bisect_right(document.pages, segment.end - 1) or None,
            },
        )
        for ordinal, segment in enumerate(segments)
    ]


def failure_row(failure: Failure) -> Row:
    """The row of `failures`."""
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
    return row("failures", values)
