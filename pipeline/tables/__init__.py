"""Objects → rows, by the column names of `pipeline.schemas`: the only place where what was found is made flat.

A column that is not named in a row is null; a name that is no column is an error.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.documents import Failure
from pipeline.link import Worked
from pipeline.schemas import TABLES
from pipeline.tables import documents, mentions, organisations, questions, recommendations
from pipeline.tables.base import Row


def rows_of(worked: Iterable[Worked], failures: Iterable[Failure]) -> dict[str, list[Row]]:
    """The rows of every table for some documents, in the order of the documents and of their text."""
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    for one in worked:
        rows["documents"].append(documents.document_row(one))
        rows["segments"] += documents.segment_rows(one)
        for ordinal, asked in enumerate(one.reading.questions):
            rows["qa_pairs"].append(questions.qa_pair_row(one.document, ordinal, asked))
            rows["question_parts"] += questions.question_part_rows(one.document, asked)
        for name, found in (*recommendations.rows(one).items(), *mentions.rows(one).items()):
            rows[name] += found
    rows["failures"] = [documents.failure_row(failure) for failure in failures]
    return rows


def register_rows() -> dict[str, list[Row]]:
    """The rows of `organisations`: the same in every run, written with its first part."""
    return {"organisations": organisations.organisation_rows()}
