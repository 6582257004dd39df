"""Columns that several tables have."""

from __future__ import annotations

from pipeline import vocabularies
from pipeline.schemas.model import Column, ForeignKey

DOC_ID = Column("doc_id", "string", "The document it is in.")
ORDINAL = Column("ordinal", "int64", "Place among the rows of its document, from 0.")
CHARS = (
    Column("char_start", "int64", "First character in documents.document_text, in Unicode code points from 0."),
    Column("char_end", "int64", "The character after the last, in Unicode code points."),
)
MADE_BY = (
    Column("rule", "string", "Dotted id of the rule that made the row."),
    Column("source", "string", "Where the row comes from.", vocabularies.ROW_SOURCE),
)
SENTENCE = (
    Column("sentence_char_start", "int64", "First character of the sentence it is in, in Unicode code points."),
    Column("sentence_char_end", "int64", "The character after the sentence, in Unicode code points."),
    Column("sentence_text", "string", "The sentence, exactly as in the document."),
)
# Every table of mentions begins with these columns and has these foreign keys.
MENTION = (
    Column("mention_id", "string", "`<doc_id>@<char_start>:<char_end>`."),
    DOC_ID,
    Column("segment_id", "string", "The innermost segment it is in."),
    Column("qa_id", "string", "The question or answer it is in; null outside one."),
    Column("recommendation_id", "string", "The recommendation or response it is in; null outside one."),
    Column(
        "said_on", "day", "Day of the answer or question it is in, else of the document; `next year` counts from it."
    ),
    *CHARS,
    Column("text", "string", "The mention, exactly as in the document."),
)
MENTION_KEYS = (
    ForeignKey("doc_id", "documents"),
    ForeignKey("segment_id", "segments"),
    ForeignKey("qa_id", "qa_pairs"),
    ForeignKey("recommendation_id", "recommendations"),
)


def span_columns(name: str, what: str) -> tuple[Column, ...]:
    """A piece of the text that may be absent: its words and both ends."""
    return (
        Column(f"{name}_text", "string", f"The {what}, exactly as in the document; null where there is none."),
        Column(f"{name}_char_start", "int64", f"First character of the {what}, in Unicode code points."),
        Column(f"{name}_char_end", "int64", f"The character after the {what}, in Unicode code points."),
    )
