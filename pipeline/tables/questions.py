"""Rows of questions and their parts."""

from __future__ import annotations

from extractors import answering_bodies
from extractors.model import Question
from pipeline.documents import Document
from pipeline.tables.base import Row, row, span_id, words

# What stands in the row as it was read.
_AS_READ = (
    *("house", "uin", "parliament_question_id", "source_url", "heading", "date_tabled", "date_for_answer"),
    *("date_answered", "date_holding_answer", "date_answer_corrected", "is_named_day", "is_withdrawn"),
    *("asking_member_name", "asking_member_id", "asking_party", "asking_constituency", "addressee"),
    *("answering_body_name", "answering_body_id", "answering_member_name", "answering_member_id", "answering_role"),
    *("answer_status", "grouped_uins", "is_question_clipped", "is_answer_clipped"),
)


def qa_pair_row(document: Document, ordinal: int, asked: Question) -> Row:
    """The row of `qa_pairs` of a question with its answer."""
    values = {
        "qa_id": span_id(document, asked),
        "doc_id": document.doc_id,
        "ordinal": ordinal,
        **{name: getattr(asked, name) for name in _AS_READ},
        "body_id": _body_id(asked),
        **words(document.text, "question", asked.question),
        "n_question_parts": len(asked.parts),
        **words(document.text, "answer", asked.answer),
        "char_start": asked.start,
        "char_end": asked.end,
        "rule": asked.rule,
        "source": "rule",
    }
    return row("qa_pairs", values)


def _body_id(asked: Question) -> str | None:
    name = asked.answering_body_name
    return answering_bodies.resolve(name, asked.date_answered or asked.date_tabled) if name else None


def question_part_rows(document: Document, asked: Question) -> list[Row]:
    """Its rows of `question_parts`, in order of place."""
    return [
        row(
            "question_parts",
            {
                "question_part_id": span_id(document, part),
                "qa_id": span_id(document, asked),
                "doc_id": document.doc_id,
                "label": part.label,
                "text": document.text[part.start : part.end],
                "char_start": part.start,
                "char_end": part.end,
            },
        )
        for part in asked.parts
    ]
