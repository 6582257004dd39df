"""CSV of written questions, one a row below a row of names; which column is what, `[csv]` of the configuration says.

    [csv]
    question = "PQ text"          # the field and the name of its column; the usual names need no line
    member = "Asked by (MP)"

Commas, semicolons or tabs part the cells. Names of columns count without case, underscores and punctuation. A file with
a column of recommendations and none of questions is one document, a table as any other layout may have it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from typing import Any

from extractors.calendar import stated_date
from pipeline.config import Config
from pipeline.csv_fields import USUAL_NAMES, folded
from pipeline.documents import Document, Failure, Source
from pipeline.errors import Unreadable, malformed
from pipeline.readers.page import day_of
from pipeline.readers.plain_text import decode
from pipeline.readers.question_records import house_named, member, question_document

FORM = "csv"
_RECOMMENDATION = "recommendation"
_CELLS = " | "


def read(source: Source, media_type: str, data: bytes, config: Config) -> Sequence[Document | Failure]:
    """A document a row, its key the number of the row below the names, from 1, empty rows left out; of recommendations
    one document, a line a row.

    A column that is no field's is not read: one failure that is not fatal names them. `Unreadable` where no column
    holds the question, or one that the configuration names is missing.
    """
    try:
        text, flags = decode(data)
    except ValueError as error:
        raise Unreadable("undecodable", f"{source.source_path}: {error}") from error
    try:
        rows = [row for row in _rows(text) if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise malformed(source, "CSV", error) from error
    if len(rows) < 2:
        raise Unreadable("empty", f"{source.source_path}: the file holds no rows below the names of its columns")
    columns = _columns(source, rows[0], config.csv)
    if "question" not in columns:
        return [_table(source, media_type, rows, flags)]
    found = [_one(source, media_type, number, row, columns, flags) for number, row in enumerate(rows[1:], 1)]
    unread = [name for at, name in enumerate(rows[0]) if at not in columns.values() and name.strip()]
    if unread:
        message = f"{source.source_path}: columns not read: {', '.join(unread)} ([csv] in the configuration maps them)"
        found.append(Failure(source.source_path, "read", "unknown_column", message, is_fatal=False))
    return found


def _rows(text: str) -> Iterator[list[str]]:
    first = text.split("\n", 1)[0]
    mark = max((",", ";", "\t"), key=first.count)
    return csv.reader(StringIO(text, newline=""), delimiter=mark, strict=True)


def _columns(source: Source, names: Sequence[str], named: Mapping[str, str]) -> dict[str, int]:
    """Field → place of its column: by the configuration, else by the first of its usual names that is there."""
    places: dict[str, int] = {}
    for at, name in enumerate(names):
        if folded(name) in places:
            raise Unreadable("unknown_form", f"{source.source_path}: two columns are called {name.strip()!r}")
        if name.strip():
            places[folded(name)] = at
    found: dict[str, int] = {}
    for field, usual in USUAL_NAMES.items():
        wanted = (folded(named[field]),) if field in named else usual
        place = next((places[name] for name in wanted if name in places), None)
        if place is not None and (field in named or place not in found.values()):
            found[field] = place
        elif field in named:
            raise Unreadable("unknown_form", f"{source.source_path}: no column {named[field]!r} for {field} of [csv]")
    if "question" not in found and not any(_RECOMMENDATION in name for name in places):
        there = ", ".join(name.strip() for name in names)
        message = f"no column of questions or recommendations among {there}"
        hint = "name that of the questions as question in [csv] of the configuration"
        raise Unreadable("unknown_form", f"{source.source_path}: {message}: {hint}")
    return found


def _table(source: Source, media_type: str, rows: Sequence[Sequence[str]], flags: tuple[str, ...]) -> Document:
    """The rows as lines, their cells between upright bars; a cell of several lines becomes one."""
    text = "\n".join(_CELLS.join(" ".join(cell.split()) for cell in row) for row in rows)
    return Document(source.doc_id, source.source_path, media_type, text, flags=flags, stated=source.stated)


def _one(
    source: Source, media_type: str, number: int, row: Sequence[str], columns: Mapping[str, int], flags: tuple[str, ...]
) -> Document | Failure:
    cells = {field: row[at].strip() for field, at in columns.items() if at < len(row)}
    try:
        record = _record(cells)
    except ValueError as error:
        message = f"{source.source_path}: row {number}: {error}"
        return Failure(source.source_path, "read", "bad_record", message, False, str(number))
    return question_document(source, media_type, FORM, str(number), record, url=cells.get("url") or None, flags=flags)


def _record(cells: Mapping[str, str]) -> dict[str, Any]:
    """A date of which only the column's name `date` speaks is that of the answer, where there is one."""
    answer, date = cells.get("answer"), _day(cells, "date")
    return {
        "heading": cells.get("heading"),
        "questionText": cells["question"] if cells.get("question") else "",
        "answerText": answer,
        "uin": cells.get("uin"),
        "house": house_named(cells.get("house", "")),
        "dateTabled": _day(cells, "date_tabled") or (None if answer else date),
        "dateAnswered": _day(cells, "date_answered") or (date if answer else None),
        "askingMember": member(cells.get("member"), cells.get("party"), cells.get("constituency")),
        "answeringBodyName": cells.get("department"),
        "answeringMember": member(cells.get("answering_member")),
    }


def _day(cells: Mapping[str, str], field: str) -> str | None:
    if not (written := cells.get(field)):
        return None
    date = day_of(written) or stated_date(written)
    if date is None or date.precision != "day":
        raise ValueError(f"{field} is {written!r}: not a day")
    return date.first.isoformat()
