"""Recommendations, the verdicts on them, and what a document states of both."""

from __future__ import annotations

from pipeline import vocabularies
from pipeline.schemas.common import CHARS, DOC_ID, MADE_BY, ORDINAL, SENTENCE, span_columns
from pipeline.schemas.model import Column, ForeignKey, Table

RECOMMENDATIONS = Table(
    name="recommendations",
    description="One row a recommendation with the answer to it. `verdict` is only what is stated in words.",
    key=("recommendation_id",),
    columns=(
        Column("recommendation_id", "string", "`<doc_id>@<char_start>:<char_end>/<number, or ordinal without one>`."),
        DOC_ID,
        ORDINAL,
        Column("series", "string", "Heading of a second or later set of numbers; null in the first."),
        Column("number", "string", "Number, as printed: `7`, `6.41`, `3a`."),
        Column("group_heading", "string", "Heading of its group: `Funding (recommendations 1 and 3)`."),
        Column("group_id", "string", "First of the recommendations it is answered with; null for one answered alone."),
        Column("text", "string", "The recommendation, exactly as in the document; null where only a label is printed."),
        *CHARS,
        Column("n_parts", "int64", "Number of its rows in recommendation_parts."),
        *span_columns("response", "response"),
        Column("response_headings", "list<string>", "The headings inside the response."),
        Column("is_response_shared", "bool", "Whether the response answers other recommendations too."),
        Column("response_status", "string", "What has become of it; never null.", vocabularies.RESPONSE_STATUS),
        Column(
            "verdict",
            "string",
            "Verdict stated of the whole recommendation by who responds; `mixed` where those on its parts differ.",
            (*vocabularies.VERDICT, "mixed"),
        ),
        Column("verdict_basis", "string", "Where the verdict is stated.", vocabularies.VERDICT_BASIS),
        *span_columns("verdict", "words that state the verdict"),
        Column(
            "position_inferred",
            "string",
            "What a reader may infer where no verdict is stated. Never a verdict, and never to be counted as one.",
            vocabularies.POSITION,
        ),
        *span_columns("position", "words that the position is inferred from"),
        Column("target_text", "string", "When it is to be done, as stated."),
        Column("target_start", "day", "First day of the target."),
        Column("target_end", "day", "Last day of the target."),
        Column(
            "delivery_status", "string", "How far it has been done, only where stated.", vocabularies.DELIVERY_STATUS
        ),
        Column("said_on", "day", "Day of the response."),
        *MADE_BY,
    ),
    foreign_keys=(ForeignKey("doc_id", "documents"), ForeignKey("group_id", "recommendations")),
)

RECOMMENDATION_PARTS = Table(
    name="recommendation_parts",
    description="The bullets and lettered parts of recommendations.",
    key=("recommendation_part_id",),
    columns=(
        Column("recommendation_part_id", "string", "`<doc_id>@<char_start>:<char_end>`."),
        Column("recommendation_id", "string", "The recommendation it is a part of."),
        DOC_ID,
        Column("label", "string", "Nested path of letters or numbers as printed; null for a bullet."),
        Column("text", "string", "The words of the part without its mark, exactly as in the document."),
        *CHARS,
    ),
    foreign_keys=(ForeignKey("recommendation_id", "recommendations"), ForeignKey("doc_id", "documents")),
)

RECOMMENDATION_ADDRESSEES = Table(
    name="recommendation_addressees",
    description="Who a recommendation asks to act, one row a body or class of bodies.",
    key=("recommendation_addressee_id",),
    columns=(
        Column("recommendation_addressee_id", "string", "`<doc_id>@<char_start>:<char_end>`."),
        Column("recommendation_id", "string", "The recommendation."),
        DOC_ID,
        Column("role", "string", "What it is asked to be.", vocabularies.ADDRESSEE_ROLE),
        Column("text", "string", "The body, exactly as in the document, without its article."),
        *CHARS,
        Column("body_id", "string", "The body in the register of organisations."),
    ),
    foreign_keys=(
        ForeignKey("recommendation_id", "recommendations"),
        ForeignKey("doc_id", "documents"),
        ForeignKey("body_id", "organisations"),
    ),
)

VERDICTS = Table(
    name="verdicts",
    description="One row a stated verdict: recommendation × part × who responds.",
    key=("verdict_id",),
    columns=(
        Column("verdict_id", "string", "`<recommendation_id>/<part or ->/<responder or ->/<char_start>`."),
        Column("recommendation_id", "string", "The recommendation."),
        DOC_ID,
        Column("part_label", "string", "The part it is of; null for the whole."),
        Column("responder_name", "string", "Who states it, as printed; null for `we` and `the government`."),
        Column("responder_body_id", "string", "Who states it, in the register of organisations."),
        Column("verdict", "string", "The verdict.", vocabularies.VERDICT),
        Column("basis", "string", "Where it is stated.", vocabularies.VERDICT_BASIS),
        Column("text", "string", "The clause that states it, exactly as in the document."),
        *CHARS,
        *SENTENCE,
        Column("said_on", "day", "Day of the response."),
        *MADE_BY,
    ),
    foreign_keys=(
        ForeignKey("recommendation_id", "recommendations"),
        ForeignKey("doc_id", "documents"),
        ForeignKey("responder_body_id", "organisations"),
    ),
)

CHECKS = Table(
    name="checks",
    description="A document held against the figures that it states of itself.",
    key=("check_id",),
    columns=(
        Column(
            "check_id", "string", "`<doc_id>@<char_start>:<char_end>/<check_type>`, the span of the figure's phrase."
        ),
        DOC_ID,
        Column("check_type", "string", "What is checked.", vocabularies.CHECK_TYPE),
        Column("stated_value", "float64", "The figure as stated."),
        Column("computed_value", "float64", "What was found; null where nothing could be."),
        Column("status", "string", "Whether the two agree.", vocabularies.CHECK_STATUS),
        Column("text", "string", "The phrase that states the figure, exactly as in the document."),
        *CHARS,
        Column("evidence_ids", "list<string>", "What was counted, as `<table>:<id>`."),
        Column("rule", "string", "Dotted id of the rule that found the figure."),
    ),
    foreign_keys=(ForeignKey("doc_id", "documents"),),
)
