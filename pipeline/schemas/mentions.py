"""What is mentioned in a text: one row a mention."""

from __future__ import annotations

from pipeline import vocabularies
from pipeline.schemas.common import MADE_BY, MENTION, MENTION_KEYS, SENTENCE
from pipeline.schemas.model import Column, ForeignKey, Table

MONEY = Table(
    name="money",
    description="Sums of money. To add up `amount`, keep rows with `repeat_of` null and one `period_kind`.",
    key=("mention_id",),
    columns=(
        *MENTION,
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
        *SENTENCE,
        *MADE_BY,
    ),
    foreign_keys=(
        *MENTION_KEYS,
        ForeignKey("payer_body_id", "organisations"),
        ForeignKey("repeat_of", "money"),
    ),
)

DATES = Table(
    name="dates",
    description="Days, months, seasons, quarters, years and rows of them, and the words that count from a day.",
    key=("mention_id",),
    columns=(
        *MENTION,
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
        *SENTENCE,
        *MADE_BY,
    ),
    foreign_keys=MENTION_KEYS,
)

BODIES = Table(
    name="bodies",
    description="Organisations and office-holders, wherever they are named.",
    key=("mention_id",),
    columns=(
        *MENTION,
        Column("body_id", "string", "The body in the register of organisations, as of `said_on`; null if not in it."),
        Column("canonical_name", "string", "Its name in the register, else the fullest in the document."),
        Column("acronym", "string", "Its acronym, in the register or as the document defines it."),
        Column("kind", "string", "What kind of body it is.", vocabularies.BODY_KIND),
        Column("match", "string", "How it was recognised.", vocabularies.BODY_MATCH),
        *MADE_BY,
    ),
    foreign_keys=(*MENTION_KEYS, ForeignKey("body_id", "organisations")),
)
