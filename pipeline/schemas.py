"""Every table a run writes: its columns, key, foreign keys and vocabularies, once.

The Arrow schemas, the data dictionary and `datapackage.json` are all made from `TABLES`.
To add a table, add one `Table` to the tuple at the end; to change one, see `SCHEMA_VERSION`.
"""

from __future__ import annotations

from pipeline import vocabularies
from pipeline.table_types import Column, ForeignKey, Table

# Remove, rename, retype, re-order = major; a new last column, a new table, a new enum value = minor.
SCHEMA_VERSION = "1.0"

_DOC_ID = Column("doc_id", "string", "The document it is in.")
_ORDINAL = Column("ordinal", "int64", "Place among the rows of its document, from 0.")
_CHARS = (
    Column("char_start", "int64", "First character in documents.document_text, in Unicode code points from 0."),
    Column("char_end", "int64", "The character after the last, in Unicode code points."),
)
_MADE_BY = (
    Column("rule", "string", "Dotted id of the rule that made the row."),
    Column("source", "string", "Where the row comes from.", vocabularies.ROW_SOURCE),
)
_SENTENCE = (
    Column("sentence_char_start", "int64", "First character of the sentence it is in, in Unicode code points."),
    Column("sentence_char_end", "int64", "The character after the sentence, in Unicode code points."),
    Column("sentence_text", "string", "The sentence, exactly as in the document."),
)
# Every table of mentions begins with these columns and has these foreign keys.
_MENTION = (
    Column("mention_id", "string", "`<doc_id>@<char_start>:<char_end>`."),
    _DOC_ID,
    Column("segment_id", "string", "The innermost segment it is in."),
    Column("qa_id", "string", "The question or answer it is in; null outside one."),
    Column("recommendation_id", "string", "The recommendation or response it is in; null outside one."),
    Column(
        "said_on", "day", "Day of the answer or question it is in, else of the document; `next year` counts from it."
    ),
    *_CHARS,
    Column("text", "string", "The mention, exactly as in the document."),
)
_MENTION_KEYS = (
    ForeignKey("doc_id", "documents"),
    ForeignKey("segment_id", "segments"),
    ForeignKey("qa_id", "qa_pairs"),
)

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
        Column("layout", "string", "Name of the grammar that read its structure; null where none fits."),
        Column("title", "string", "Title, as stated."),
        Column("publisher_name", "string", "Who published it, as stated."),
        Column("publisher_body_id", "string", "The publisher in the register of organisations."),
        Column("report_title", "string", "Title of the report a response answers, as stated."),
        Column("recommender_name", "string", "Who made the recommendations it answers, as stated."),
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
)

SEGMENTS = Table(
    name="segments",
    description="The structure of the documents. Segments cover every character that is not white space.",
    key=("segment_id",),
    columns=(
        Column("segment_id", "string", "`<doc_id>@<char_start>:<char_end>/<kind>`."),
        _DOC_ID,
        Column("kind", "string", "What the segment is.", vocabularies.SEGMENT_KIND),
        _ORDINAL,
        Column("parent_id", "string", "The enclosing segment; null at the top."),
        Column("level", "int64", "Depth of a heading (1 = highest) or a list item (1 = outermost); null for others."),
        Column("label", "string", "Number or letter it is printed with, such as `6.41` or `a`."),
        Column("heading_path", "list<string>", "The headings it stands under, outermost first."),
        *_CHARS,
        Column("page_start", "int64", "Page it begins on, from 1; null where the document has no pages."),
        Column("page_end", "int64", "Page it ends on, from 1; null where the document has no pages."),
    ),
    foreign_keys=(ForeignKey("doc_id", "documents"), ForeignKey("parent_id", "segments")),
)

QA_PAIRS = Table(
    name="qa_pairs",
    description="One row a written parliamentary question with its answer.",
    key=("qa_id",),
    columns=(
        Column("qa_id", "string", "`<doc_id>@<char_start>:<char_end>`."),
        _DOC_ID,
        _ORDINAL,
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
        *_CHARS,
        *_MADE_BY,
    ),
    foreign_keys=(ForeignKey("doc_id", "documents"),),
)

QUESTION_PARTS = Table(
    name="question_parts",
    description="The lettered parts of questions.",
    key=("question_part_id",),
    columns=(
        Column("question_part_id", "string", "`<doc_id>@<char_start>:<char_end>`."),
        Column("qa_id", "string", "The question it is a part of."),
        _DOC_ID,
        Column("label", "string", "Nested path of letters as printed: `a`, `b`, `a/i`."),
        Column("text", "string", "The words of the part without its letter, exactly as in the document."),
        *_CHARS,
    ),
    foreign_keys=(ForeignKey("qa_id", "qa_pairs"), ForeignKey("doc_id", "documents")),
)

MONEY = Table(
    name="money",
    description="Sums of money. To add up `amount`, keep rows with `repeat_of` null and one `period_kind`.",
    key=("mention_id",),
    columns=(
        *_MENTION,
        Column("currency", "string", "ISO 4217 code, such as `GBP`."),
        Column("amount", "float64", "The sum, or the lower end of a range, in units of `currency` (50p is 0.5)."),
        Column("amount_max", "float64", "The upper end of a range, in units of `currency`; null for a single sum."),
        Column("modifier", "string", "How the sum is qualified.", vocabularies.MONEY_MODIFIER),
        Column("modifier_text", "string", "The words that qualify it, as in the document."),
        Column("period_kind", "string", "The period the sum is for.", vocabularies.MONEY_PERIOD_KIND),
        Column("period_text", "string", "The words that state the period, as in the document."),
        Column("period_start", "day", "First day of the period."),
        Column("period_end", "day", "Last day of the period."),
        Column("period_months", "int64", "Length of the period, in months."),
        Column("financial_year", "string", "UK financial year (1 April to 31 March), as `2025-26`."),
        Column("unit_kind", "string", "What the sum is for each of; null for a total.", vocabularies.MONEY_UNIT_KIND),
        Column("unit_text", "string", "The words that state the unit, as in the document."),
        Column("amount_per_year", "float64", "Sum a year in `currency`, only where the stated period allows it."),
        Column("amount_total", "float64", "Sum over the period in `currency`, only where the stated period allows it."),
        Column("price_basis", "string", "Price basis, in the document's words: `2022 to 2023 prices`."),
        Column("role", "string", "What the sum is.", vocabularies.MONEY_ROLE),
        Column("programme_text", "string", "The programme it is for, as in the document."),
        Column("payer_text", "string", "Who pays, as in the document."),
        Column("payer_body_id", "string", "Who pays, in the register of organisations."),
        Column("payee_text", "string", "Who is paid, as in the document."),
        Column("repeat_of", "string", "First mention of the same sum in the same document; null if this is it."),
        *_SENTENCE,
        *_MADE_BY,
    ),
    foreign_keys=(*_MENTION_KEYS, ForeignKey("repeat_of", "money")),
)

DATES = Table(
    name="dates",
    description="Days, months, seasons, quarters, years and rows of them, and the words that count from a day.",
    key=("mention_id",),
    columns=(
        *_MENTION,
        Column(
            "modifier",
            "string",
            "How the time stands to the date; null where nothing says.",
            vocabularies.DATE_MODIFIER,
        ),
        Column("modifier_text", "string", "The words that say so, as in the document."),
        Column("kind", "string", "What is named.", vocabularies.DATE_KIND),
        Column("value_start", "day", "First day of what is named; null where it cannot be known."),
        Column("value_end", "day", "Last day of what is named; null where it cannot be known."),
        Column(
            "financial_year",
            "string",
            "UK financial year (1 April to 31 March) it lies in, as `2025-26`; null if in none alone.",
        ),
        Column("role", "string", "What the date is for.", vocabularies.DATE_ROLE),
        Column(
            "anchor_date", "day", "The day that `next year` was counted from; null where the words alone give the days."
        ),
        *_SENTENCE,
        *_MADE_BY,
    ),
    foreign_keys=_MENTION_KEYS,
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

TABLES: dict[str, Table] = {
    table.name: table for table in (DOCUMENTS, SEGMENTS, QA_PAIRS, QUESTION_PARTS, MONEY, DATES, FAILURES)
}
