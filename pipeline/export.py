"""The tables and views for a spreadsheet: CSV files, or one Excel workbook, with a list of contents.

Texts come from documents, so none may act as a formula: one that begins like a formula gets an apostrophe before it.
Days are days, lists are joined with `; `, spans count code points of the text as it is in Parquet.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pipeline.database import VIEWS, connect, description
from pipeline.errors import UsageError
from pipeline.schemas import TABLES
from pipeline.writer import added

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Format = Literal["csv", "xlsx"]
Values = list[Any]

_TARGETS: dict[Format, str] = {"csv": "export/csv", "xlsx": "export/ukgov.xlsx"}
_CONTENTS = ("contents", ("table", "rows", "description"))
_BATCH = 10_000
# What Excel can hold: rows of a sheet, characters of a cell in UTF-16, and no day before its calendar is right.
_MOST_ROWS, _MOST_CHARACTERS, _FIRST_DAY = 1_048_576, 32_767, dt.date(1900, 3, 1)
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    n_rows: int
    columns: tuple[str, ...]
    connection: DuckDBPyConnection

    def rows(self) -> Iterator[Values]:
        self.connection.execute(f"FROM {self.name}")
        while batch := self.connection.fetchmany(_BATCH):
            yield from ([_plain(value) for value in row] for row in batch)


def export(out: Path, format: Format) -> Path:
    """Writes `out/export/csv/`, a file a table, or `out/export/ukgov.xlsx`, a sheet a table, and gives that path.

    Raises FileNotFoundError where there is no run, UsageError for a run of an earlier version or a table too long
    for Excel, OutputError where nothing can be written.
    """
    with added(out, _TARGETS[format]) as (version, path), connect(version) as connection:
        sheets = [_sheet(connection, name) for name in (*TABLES, *VIEWS)]
        (_write_csv if format == "csv" else _write_xlsx)(path, sheets)
    return out / _TARGETS[format]


def _sheet(connection: DuckDBPyConnection, name: str) -> _Sheet:
    relation = connection.table(name)
    return _Sheet(name, len(relation), tuple(relation.columns), connection)


def _contents(sheets: list[_Sheet]) -> list[Values]:
    return [[sheet.name, sheet.n_rows, _plain(description(sheet.name))] for sheet in sheets]


def _plain(value: Any) -> Any:
    """A value that a cell can hold and that is no formula."""
    if isinstance(value, list):
        value = "; ".join(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def _write_csv(folder: Path, sheets: list[_Sheet]) -> None:
    folder.mkdir()
    name, columns = _CONTENTS
    for title, head, rows in [
        (name, columns, _contents(sheets)),
        *((sheet.name, sheet.columns, sheet.rows()) for sheet in sheets),
    ]:
        with (folder / f"{title}.csv").open("w", encoding="utf-8-sig", newline="") as file:  # the mark is for Excel
            writer = csv.writer(file)
            writer.writerow(head)
            writer.writerows(rows)


def _write_xlsx(path: Path, sheets: list[_Sheet]) -> None:
    from openpyxl import Workbook

    for sheet in sheets:
        if sheet.n_rows >= _MOST_ROWS:
            raise UsageError(f"{sheet.name} has {sheet.n_rows:,} rows, too many for Excel: --format csv")
    book = Workbook(write_only=True)
    _add(book, *_CONTENTS, _contents(sheets), widths=(30, 10, 120))
    for sheet in sheets:
        _add(book, sheet.name, sheet.columns, sheet.rows(), widths=tuple(len(name) + 4 for name in sheet.columns))
    book.save(path)


def _add(book: Any, title: str, head: tuple[str, ...], rows: Any, widths: tuple[int, ...]) -> None:
    """One sheet, its first row bold and always in view."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    cells = [WriteOnlyCell(sheet, name) for name in head]
    for cell in cells:
        cell.font = Font(bold=True)
    sheet.append(cells)
    for row in rows:
        cells = [_for_excel(value) for value in row]
        sheet.append([_as_text(sheet, cell) if isinstance(cell, str) and cell[:1] == "#" else cell for cell in cells])


def _as_text(sheet: Any, text: str) -> Any:
    """A cell of text, where openpyxl would take `#N/A` for an error of a formula."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    return cell


def _for_excel(value: Any) -> Any:
    if isinstance(value, dt.date) and value < _FIRST_DAY:
        return value.isoformat()
    if not isinstance(value, str):
        return value
    value = _NO_XML.sub("\ufffd", value.replace("\r\n", "\n").replace("\r", "\n"))
    if len(value) * 2 <= _MOST_CHARACTERS:  # no need to count
        return value
    utf16 = value.encode("utf-16-le")
    if len(utf16) // 2 <= _MOST_CHARACTERS:
        return value
    mark = f"… [clipped here: {len(value):,} characters in all]"
    return utf16[: 2 * (_MOST_CHARACTERS - len(mark))].decode("utf-16-le", errors="ignore") + mark
