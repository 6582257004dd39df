"""Rows of questions and their parts."""

from __future__ import annotations

from extractors.model import Question
from pipeline.documents import Document
from pipeline.link import body_id
from pipeline.tables.base import Row, row, span_id, words


def qa_pair_row(document: Document, ordinal: int, asked: Question) -> Row:
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
        "body_id": body_id(asked.answering_body_name, asked.date_answered or asked.date_tabled),
        "answering_member_name": asked.answering_member_name,
        "answering_role": asked.answering_role,
        **words(document.text, "question", asked.question),
        "n_question_parts": len(asked.parts),
        **words(document.text, "answer", asked.answer),
        "answer_status": asked.answer_status,
        "grouped_uins": (),
        "is_question_clipped": False,  # a page prints the whole; the API's lists do not
        "is_answer_clipped": False,
        "char_start": asked.start,
        "char_end": asked.end,
        "rule": asked.rule,
        "source": "rule",
    }
    return row("qa_pairs", values)


def question_part_rows(document: Document, asked: Question) -> list[Row]:
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
