"""The data dictionary: every table and column as Markdown, for `ukgov-extract schema` and `docs/data-dictionary.md`."""

from __future__ import annotations

from pipeline.schemas import SCHEMA_VERSION, TABLES, Column, Table

_HEAD = f"""# Data dictionary

Schema version {SCHEMA_VERSION}. Made by `ukgov-extract schema` from `pipeline/schemas/`: change it there.

Null means that the text does not state it. Lists are never null. Days are at 00:00 without a zone.
Spans are half-open and count Unicode code points of `documents.document_text`.
"""

_SUMS = """## Sums that must not be done

Every row is a mention in a text. Adding up mentions is seldom adding up what they speak of.

- **`money.amount`** across more than one `currency`, `period_kind`, `role` or `unit_kind`. £10 a week, £2 million a
  year and £6 million over three years have no sum; a commitment and what was spent of it are one sum seen twice.
- **`money.amount`** of rows with `repeat_of`: they say again what an earlier row of the document said. Two documents
  that name the same sum have a row each, and nothing marks that.
- A sum and its parts: in "£5 million, of which £2 million for Wales" both are rows. Read `sentence_text`.
- **`amount`** of a range as if it were its value: with `amount_max` it is the lower end. `up_to`, `at_least`,
  `more_than` and `less_than` in `modifier` are bounds.
- **`amount_per_year`** and **`amount_total`** together: they are one sum in two ways. Sums of different `price_basis`
  without converting them.
- **Rows of `verdicts`** as recommendations: one recommendation may have several, by part and by who responds. Count
  `recommendations.verdict`; `mixed` is a case of its own.
- **`position_inferred`** with `verdict`: the one is read out of an answer that states no verdict, the other is stated.
  A null `verdict` is no rejection: `response_status` says what it is.
- **What stands in a shared response**, by recommendation: its rows carry the `recommendation_id` of the first
  recommendation that it answers. Where `is_response_shared`, count by `group_id`.
- **`answer_clusters.n_members`** as repetition. In a `grouped` cluster Parliament gave one answer to several questions:
  one statement. `n_statements` counts statements, and only `repeated` clusters have more than one.
- **Anything found in clipped answers** beside whole ones: where `is_answer_clipped`, only the first 255 characters were
  there to be read, and two clipped answers that agree may differ further on.
- **Lengths of `segments`** and of `question_parts`: outer ones hold the inner ones. Leaves are those that are nobody's
  `parent_id`.
- **Mentions of `bodies`** as activity: a body that is named need not do anything. Null `body_id` is one that the
  register does not hold; one department under two names has two ids, each with its years.
- **`checks`** with `cannot_check` as agreement.
"""


def data_dictionary() -> str:
    """The whole document: what not to add up, then the tables in the order they are written."""
    return "\n".join([_HEAD, _SUMS, *map(_section, TABLES.values())])


def _section(table: Table) -> str:
    refers_to = {key.column: key.table for key in table.foreign_keys}
    rows = [_row(column, refers_to.get(column.name)) for column in table.columns]
    key = ", ".join(f"`{name}`" for name in table.key)
    head = (
        f"## {table.name}\n\n{table.description} Key: {key}.\n\n| column | type | description |\n| --- | --- | --- |\n"
    )
    return head + "".join(rows)


def _row(column: Column, refers_to: str | None) -> str:
    description = column.description
    if refers_to:
        description += f" → [{refers_to}](#{refers_to})"
    if column.values:
        description += "<br>" + " · ".join(f"`{value}`" for value in column.values)
    return f"| `{column.name}` | `{column.type}` | {description.replace('|', chr(92) + '|')} |\n"
