"""Written questions with their answers."""

from __future__ import annotations

from pipeline import vocabularies
from pipeline.schemas.common import CHARS, DOC_ID, MADE_BY, ORDINAL
from pipeline.schemas.model import Column, ForeignKey, Table

QA_PAIRS = Table(
    name="qa_pairs",
    description="One row a written parliamentary question with its answer.",
    key=("qa_id",),
    columns=(
        Column("qa_id", "string", "`<doc_id>@<char_start>:<char_end>`."),
        DOC_ID,
        ORDINAL,
        Column("house", "string", "House of Parliament it was asked in.", vocabularies.HOUSE),
        Column("uin", "string", "Number printed with the question, unique in its House and session."),
        Column("parliament_question_id", "int64", "Number of the question in Parliament's data."),
        Column("source_url", "string", "Where this question is published."),
        Column("heading", "string", "Heading it is printed under."),
        Column("date_tabled", "day", "Day it was asked."),
        Column("date_for_answer", "day", "Day an answer is due."),
        Column("date_answered", "day", "Day it was answered."),
        Column("date_holding_answer", "day", "Day of a holding answer."),
        Column("date_answer_corrected", "day", "Day the answer was corrected."),
        Column("is_named_day", "bool", "Whether the question names the day for its answer."),
        Column("is_withdrawn", "bool", "Whether it was withdrawn."),
        Column("asking_member_name", "string", "Who asks, as printed."),
        Column("asking_member_id", "int64", "Who asks: number in Parliament's data."),
        Column("asking_party", "string", "Party of who asks, as printed or from the list of members."),
        Column("asking_constituency", "string", "Constituency of who asks, as printed or from the list of members."),
        Column("addressee", "string", "Who is asked, as printed: `the Secretary of State for Transport`."),
        Column("answering_body_name", "string", "Department that answers, as printed."),
        Column("answering_body_id", "int64", "Department that answers: Parliament's number for it."),
        Column("body_id", "string", "Department that answers, in the register of organisations."),
        Column("answering_member_name", "string", "Who answers, as printed."),
        Column("answering_member_id", "int64", "Who answers: number in Parliament's data."),
        Column("answering_role", "string", "Post of who answers, as printed, brackets included."),
        Column("question_text", "string", "The question, exactly as in the document."),
        Column("question_char_start", "int64", "First character of the question, in Unicode code points."),
        Column("question_char_end", "int64", "The character after the question, in Unicode code points."),
        Column("n_question_parts", "int64", "Number of its rows in question_parts."),
        Column("answer_text", "string", "The answer, exactly as in the document."),
        Column("answer_char_start", "int64", "First character of the answer, in Unicode code points."),
        Column("answer_char_end", "int64", "The character after the answer, in Unicode code points."),
        Column("answer_status", "string", "What has become of the question.", vocabularies.ANSWER_STATUS),
        Column("grouped_uins", "list<string>", "Questions that Parliament answered together with this one, by uin."),
        Column("is_question_clipped", "bool", "Whether the source cuts the question, at 255 characters."),
        Column("is_answer_clipped", "bool", "Whether the source cuts the answer, at 255 characters and `...`."),
        *CHARS,
        *MADE_BY,
    ),
    foreign_keys=(ForeignKey("doc_id", "documents"), ForeignKey("body_id", "organisations")),
)

QUESTION_PARTS = Table(
    name="question_parts",
    description="The lettered parts of questions.",
    key=("question_part_id",),
    columns=(
        Column("question_part_id", "string", "`<doc_id>@<char_start>:<char_end>`."),
        Column("qa_id", "string", "The question it is a part of."),
        DOC_ID,
        Column("label", "string", "Nested path of letters as printed: `a`, `b`, `a/i`."),
        Column("text", "string", "The words of the part without its letter, exactly as in the document."),
        *CHARS,
    ),
    foreign_keys=(ForeignKey("qa_id", "qa_pairs"), ForeignKey("doc_id", "documents")),
)
