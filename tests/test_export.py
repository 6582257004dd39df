"""CSV files and a workbook that a spreadsheet shows as they are meant, whatever a document says."""

import csv
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pipeline import load, view
from pipeline.cli import main
from pipeline.database import VIEWS
from pipeline.errors import UsageError
from pipeline.export import export
from pipeline.schemas import TABLES
from pipeline.writer import new_version, publish

FORMULAS = ["=1+1", "+44", "-5%", "@SUM(A1)", "\tx", "\rx"]
LONG = "é😀" * 20_000


def row(table: str, **values: object) -> tuple[Any, ...]:
    """A row of nothing but `values`."""
    columns = TABLES[table].columns
    return tuple(values.get(column.name, () if column.type == "list<string>" else None) for column in columns)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run whose texts do what texts of strangers may do."""
    out = tmp_path_factory.mktemp("export") / "out"
    documents = [
        *(row("documents", doc_id=f"{n}.txt", title=text, document_text=text) for n, text in enumerate(FORMULAS)),
        row("documents", doc_id="6.txt", title="a\x0cb\r\nc", document_text=LONG, flags=["no_grammar", "number_gap"]),
        row("documents", doc_id="7.txt", title='"quoted", £5', published_on=dt.date(2024, 3, 31), n_chars=7),
        row("documents", doc_id="8.txt", title="#N/A", document_text="x" * 32_767, published_on=dt.date(1707, 5, 1)),
    ]
    sums = [row("money", mention_id="7.txt@0:1", doc_id="7.txt", amount=-2.5)]
    with new_version(out) as version:
        version.write_part(0, {"documents": documents, "money": sums})
        publish(version, [], {})
    return out


@pytest.fixture(scope="module")
def files(out: Path) -> Path:
    return export(out, "csv")


@pytest.fixture(scope="module")
def book(out: Path) -> Iterator[openpyxl.Workbook]:
    yield openpyxl.load_workbook(export(out, "xlsx"))


def in_csv(files: Path, table: str) -> list[dict[str, str]]:
    with (files / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def in_sheet(book: openpyxl.Workbook, table: str) -> list[dict[str, Any]]:
    head, *rows = book[table].iter_rows(values_only=True)
    return [dict(zip(head, values, strict=True)) for values in rows]


def test_no_text_is_a_formula(files: Path, book: openpyxl.Workbook) -> None:
    escaped = [f"'{text}" for text in FORMULAS]
    assert [one["title"] for one in in_csv(files, "documents")][: len(FORMULAS)] == escaped
    sheet = [one["title"] for one in in_sheet(book, "documents")][: len(FORMULAS)]
    assert sheet == [text.replace("\r", "\n") for text in escaped]
    assert not [cell for one in book for row in one.iter_rows() for cell in row if cell.data_type in "fe"]


def test_a_negative_number_stays_a_number(files: Path, book: openpyxl.Workbook) -> None:
    assert in_csv(files, "money")[0]["amount"] == "-2.5"
    assert in_sheet(book, "money")[0]["amount"] == -2.5


def test_days_numbers_and_lists(files: Path, book: openpyxl.Workbook) -> None:
    document = in_csv(files, "documents")[7]
    assert (document["published_on"], document["n_chars"], document["flags"]) == ("2024-03-31", "7", "")
    assert in_csv(files, "documents")[6]["flags"] == "no_grammar; number_gap"
    document = in_sheet(book, "documents")[7]
    assert (document["published_on"], document["n_chars"]) == (dt.datetime(2024, 3, 31), 7)
    assert in_sheet(book, "documents")[6]["flags"] == "no_grammar; number_gap"


def test_a_day_before_the_calendar_of_excel_is_text(book: openpyxl.Workbook) -> None:
    assert in_sheet(book, "documents")[8]["published_on"] == "1707-05-01"


def test_a_long_text_is_clipped_and_says_so(files: Path, book: openpyxl.Workbook) -> None:
    assert in_csv(files, "documents")[6]["document_text"] == LONG
    kept, mark = in_sheet(book, "documents")[6]["document_text"].split("… [")
    assert mark == "clipped here: 40,000 characters in all]"
    assert LONG.startswith(kept)
    assert 32_764 <= len((kept + "… [" + mark).encode("utf-16-le")) // 2 <= 32_767
    assert in_sheet(book, "documents")[8]["document_text"] == "x" * 32_767


def test_what_xml_cannot_hold_is_replaced(book: openpyxl.Workbook) -> None:
    assert in_sheet(book, "documents")[6]["title"] == "a\ufffdb\nc"


def test_contents_come_first_and_count_the_rows(out: Path, files: Path, book: openpyxl.Workbook) -> None:
    written = [*TABLES, *VIEWS]
    assert book.sheetnames == ["contents", *written]
    assert sorted(path.stem for path in files.iterdir()) == sorted(book.sheetnames)
    contents = in_sheet(book, "contents")
    assert [one["table"] for one in contents] == written
    for one in contents:
        rows = load(one["table"], out) if one["table"] in TABLES else view(one["table"], out)
        assert one["rows"] == len(rows) == len(in_sheet(book, one["table"])) == len(in_csv(files, one["table"]))
        assert one["description"].endswith(".")
    assert [{**one, "rows": str(one["rows"])} for one in contents] == in_csv(files, "contents")


def test_a_sheet_is_a_plain_table_with_its_head_in_view(book: openpyxl.Workbook) -> None:
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert not sheet.merged_cells.ranges
        assert all(cell.value and cell.font.bold for cell in sheet[1])


def test_a_file_begins_with_the_mark_that_excel_needs(files: Path) -> None:
    assert (files / "money.csv").read_bytes().startswith(b"\xef\xbb\xbfmention_id,")


def test_a_table_too_long_for_excel_says_what_to_do(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (out / "export" / "ukgov.xlsx").read_bytes() if (out / "export" / "ukgov.xlsx").exists() else None
    monkeypatch.setattr("pipeline.export._MOST_ROWS", 9)
    with pytest.raises(UsageError, match="documents has 9 rows, too many for Excel: --format csv"):
        export(out, "xlsx")
    after = (out / "export" / "ukgov.xlsx").read_bytes() if (out / "export" / "ukgov.xlsx").exists() else None
    assert before == after


def test_the_command_says_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    with new_version(out) as version:
        publish(version, [], {})
    for format, path in (("csv", "export/csv"), ("xlsx", "export/ukgov.xlsx"), ("csv", "export/csv")):
        assert main(["export", str(out), "--format", format]) == 0
        assert capsys.readouterr().out == f"{out / path}\n"
    assert sorted(path.name for path in (out / "export").iterdir()) == ["csv", "ukgov.xlsx"]
