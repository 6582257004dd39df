"""The documents, their structure, and what could not be read."""

from __future__ import annotations

from pipeline import vocabularies
from pipeline.schemas.common import CHARS, DOC_ID, ORDINAL
from pipeline.schemas.model import Column, ForeignKey, Table

DOCUMENTS = Table(
    name="documents",
    description="One row a document: its text, which all spans refer to, and what is known of it.",
    key=("doc_id",),
    columns=(
        Column("doc_id", "string", "Path relative to the corpus root; `path#key` for a record in a container."),
        Column("source_path", "string", "The file it was read from, relative to the corpus root."),
        Column("source_url", "string", "Where it was published, as the manifest or the record states."),
        Column("record_key", "string", "The record's key in a container of many; null for a file of its own."),
        Column("media_type", "string", "Media type of the file, such as `text/plain`."),
        Column("document_type", "string", "What kind of document it is.", vocabularies.DOCUMENT_TYPE),
        Column("layout", "string", "Name of the grammar that read its structure; `plain` where none knows its form."),
        Column("title", "string", "Title, as stated."),
        Column("publisher_name", "string", "Who published it, as stated."),
        Column("publisher_body_id", "string", "The publisher in the register of organisations."),
        Column("report_title", "string", "Title of the report a response answers, as its own title states."),
        Column("recommender_name", "string", "Who made the recommendations it answers, as its title states."),
        Column("recommender_body_id", "string", "The recommender in the register of organisations."),
        Column("published_on", "day", "Last day of what is stated of its publication: March 2023 is 2023-03-31."),
        Column("published_precision", "string", "How exactly publication is stated.", vocabularies.PRECISION),
        Column("updated_on", "day", "Day of its last update, as stated."),
        Column("jurisdiction", "string", "The part of the United Kingdom it applies to, as stated."),
        Column("licence", "string", "Licence it is published under, as stated."),
        Column("metadata_source", "string", "Where title, publisher and date come from.", vocabularies.METADATA_SOURCE),
        Column("document_text", "large_string", "The whole text. Spans are code points into it; it is never changed."),
        Column("text_sha256", "string", "SHA-256 of the text in UTF-8, in hexadecimal."),
        Column("n_chars", "int64", "Length of the text, in Unicode code points."),
        Column("n_segments", "int64", "Number of its rows in segments."),
        Column("flags", "list<string>", "What to be wary of in this document.", vocabularies.DOCUMENT_FLAG),
    ),
    foreign_keys=(
        ForeignKey("publisher_body_id", "organisations"),
        ForeignKey("recommender_body_id", "organisations"),
    ),
)

SEGMENTS = Table(
    name="segments",
    description="The structure of the documents. Segments cover every character that is not white space.",
    key=("segment_id",),
    columns=(
        Column("segment_id", "string", "`<doc_id>@<char_start>:<char_end>/<kind>`."),
        DOC_ID,
        Column("kind", "string", "What the segment is.", vocabularies.SEGMENT_KIND),
        ORDINAL,
        Column("parent_id", "string", "The enclosing segment; null at the top."),
        Column("level", "int64", "Depth of a heading (1 = highest) or a list item (1 = outermost); null for others."),
        Column("label", "string", "Number or letter it is printed with, such as `6.41` or `a`."),
        Column("heading_path", "list<string>", "The headings it stands under, outermost first."),
        *CHARS,
        Column("page_start", "int64", "Page it begins on, from 1; null where the document has no pages."),
        Column("page_end", "int64", "Page it ends on, from 1; null where the document has no pages."),
    ),
    foreign_keys=(ForeignKey("doc_id", "documents"), ForeignKey("parent_id", "segments")),
)

FAILURES = Table(
    name="failures",
    description="What could not be read, or only in part.",
    key=("failure_id",),
    columns=(
        Column("failure_id", "string", "`<source_path>#<record_key>/<stage>/<error_type>`."),
        Column("source_path", "string", "The file, relative to the corpus root."),
        Column("record_key", "string", "The record's key in a container of many; null for a whole file."),
        Column("stage", "string", "Where in the run it failed.", vocabularies.FAILURE_STAGE),
        Column("error_type", "string", "Kind of error, such as `UnicodeDecodeError`."),
        Column("message", "string", "What is wrong, in a sentence."),
        Column("is_fatal", "bool", "Whether nothing at all of it was read."),
    ),
)
