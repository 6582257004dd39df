"""Answers, and which of them are one statement: the same question read twice, or questions answered together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator, Sequence

from extractors.records import record
from pipeline.clusters.groups import sharing
from pipeline.clusters.near import normalised


@record(kw_only=True)
class Answer:
    """A row of `qa_pairs` that has an answer, by the names of its columns; `place` is its place among all rows."""

    place: int
    qa_id: str
    doc_id: str
    house: str | None
    uin: str | None
    parliament_question_id: int | None
    date_tabled: dt.date | None
    date_answered: dt.date | None
    asking_member_name: str | None
    answering_body_name: str | None
    question_text: str | None
    answer_text: str
    answer_char_start: int
    grouped_uins: Sequence[str]
    is_answer_clipped: bool | None

    @property
    def order(self) -> tuple[bool, dt.date, int]:
        """The earliest answer is the canonical one; without a day it comes last, in the order of the documents."""
        return self.date_answered is None, self.date_answered or dt.date.max, self.place


def kind_of(answers: Sequence[Answer]) -> tuple[str, int]:
    """`single`, `grouped` or `repeated`, with the number of statements that near-identical answers are."""
    if len(answers) == 1:  # as most are
        return "single", 1
    n_statements = len(set(sharing([[*_question(one), *_together(one)] for one in answers])))
    if n_statements > 1:
        return "repeated", n_statements
    return ("grouped" if len(set(sharing([[*_question(one)] for one in answers]))) > 1 else "single"), 1


def _question(one: Answer) -> Iterator[Hashable]:
    """What two rows of one question share. A uin comes again in the next session, so the day counts too."""
    if one.parliament_question_id is not None:
        yield "id", one.parliament_question_id
    if one.uin is not None:
        yield "uin", one.house, one.uin, one.date_tabled or one.date_answered
    elif one.parliament_question_id is None:
        words = normalised(one.question_text or "")
        yield words, one.asking_member_name, one.answering_body_name, one.date_tabled, one.date_answered


def _together(one: Answer) -> Iterator[Hashable]:
    """What questions share that are answered together: they name each other, or stand above one answer."""
    yield "answer", one.doc_id, one.answer_char_start
    for uin in (*([one.uin] if one.uin else []), *one.grouped_uins):
        yield "together", one.house, one.date_answered, uin
