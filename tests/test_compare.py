"""Two outputs against each other: every gain, loss and change is shown once, under its rule, with its words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli import main
from pipeline.compare import compare
from pipeline.compare_text import comparison_text
from pipeline.schemas import TABLES
from pipeline.writer import new_version, publish

TEXT = "Ofwat gave £5 million to the Reed Fund.\nIt `asked` for £20 million, or £30 million, in May."
Sums = Sequence[dict[str, Any]]


def row(table: str, **values: object) -> tuple[Any, ...]:
    columns = TABLES[table].columns
    assert values.keys() <= {column.name for column in columns}
    return tuple(values.get(column.name, () if column.type == "list<string>" else None) for column in columns)


def sum_of(words: str, **its: object) -> dict[str, Any]:
    start = TEXT.index(words)
    place = {"doc_id": "a.txt", "char_start": start, "char_end": start + len(words), "text": words}
    return {"mention_id": f"a.txt@{start}:{start + len(words)}", "rule": "money.symbol", **place, **its}


def write(out: Path, sums: Sums, **tables: Sequence[tuple[Any, ...]]) -> Path:
    with new_version(out) as version:
        document = row("documents", doc_id="a.txt", document_text=TEXT)
        version.write_part(0, {"documents": [document], "money": [row("money", **its) for its in sums], **tables})
        publish(version, [], {})
    return out


def test_gains_losses_and_changes_with_rule_and_words(tmp_path: Path) -> None:
    before = write(tmp_path / "a", [sum_of("£5 million", amount=5.0), sum_of("£20 million", role="uplift")])
    after = write(
        tmp_path / "b",
        [sum_of("£20 million", role="baseline", rule="money.other"), sum_of("£30 million", rule="money.range")],
    )
    said = comparison_text(compare(before, after), limit=10)
    assert "| money | 2 | 2 | 1 | 1 | 1 |" in said
    assert "### Lost, `money.symbol`: 1\n\n- `a.txt@11:21` `` Ofwat gave «£5 million» to the Reed" in said
    assert "### Gained, `money.range`: 1\n\n- `a.txt@71:82` `` " in said
    assert "«£30 million»" in said
    assert "### Changed, `role` by `money.other`: 1\n\n- `a.txt@55:66`: `'uplift'` → `'baseline'` ``" in said
    assert "`rule` by `money.other`: 1" in said
    assert said.count("\n- ") == 4


def test_a_group_is_cut_at_the_limit_and_says_so(tmp_path: Path) -> None:
    sums = [sum_of(words) for words in ("£5 million", "£20 million", "£30 million")]
    said = comparison_text(compare(write(tmp_path / "a", sums), write(tmp_path / "b", [])), limit=1)
    assert "### Lost, `money.symbol`: 3\n\n- `a.txt@11:21`" in said
    assert "- … and 2 more" in said
    assert said.count("a.txt@") == 1


def test_rows_that_stand_nowhere_show_what_they_say(tmp_path: Path) -> None:
    failure = row("failures", failure_id="x.pdf#/read/empty", stage="read", message="x.pdf: it is empty", is_fatal=True)
    before, after = write(tmp_path / "a", []), write(tmp_path / "b", [], failures=[failure])
    said = comparison_text(compare(before, after), limit=10)
    assert "### Gained, `read`: 1\n\n- `x.pdf#/read/empty` stage `'read'` message `'x.pdf: it is empty'`" in said


def test_the_same_is_said_to_be_the_same(tmp_path: Path) -> None:
    outs = [write(tmp_path / name, [sum_of("£5 million")]) for name in "ab"]
    said = comparison_text(compare(*outs), limit=10)
    assert said.endswith("\n\nNo difference.")
    assert "| money | 1 | 1 | 0 | 0 | 0 |" in said


def test_rows_cut_into_other_parts_are_the_same(tmp_path: Path) -> None:
    sums = [sum_of("£5 million"), sum_of("£20 million")]
    with new_version(tmp_path / "b") as version:
        version.write_part(0, {"documents": [row("documents", doc_id="a.txt", document_text=TEXT)]})
        for part, its in enumerate(sums, start=1):
            version.write_part(part, {"money": [row("money", **its)]})
        publish(version, [], {})
    assert not any(table.differences for table in compare(write(tmp_path / "a", sums), tmp_path / "b").tables)


def test_a_table_of_one_output_is_named(tmp_path: Path) -> None:
    outs = [write(tmp_path / name, []) for name in "ab"]
    version = (outs[1] / ".current").resolve()
    (version / "programmes").mkdir()
    (version / "programmes" / "part-00000.parquet").touch()
    assert "Not compared, since only one has them: programmes." in comparison_text(compare(*outs), limit=10)


def test_an_export_is_no_table(tmp_path: Path) -> None:
    outs = [write(tmp_path / name, []) for name in "ab"]
    folder = (outs[1] / ".current").resolve() / "export" / "csv"
    folder.mkdir(parents=True)
    (folder / "money.csv").touch()
    assert comparison_text(compare(*outs), limit=10).endswith("\n\nNo difference.")


def test_versions_of_one_output_can_be_compared(tmp_path: Path) -> None:
    write(tmp_path / "a", [])
    write(tmp_path / "a", [sum_of("£5 million")])
    versions = tmp_path / "a" / ".versions"
    assert "| money | 0 | 1 | 0 | 1 | 0 |" in comparison_text(compare(versions / "1", versions / "2"), limit=10)


@pytest.mark.parametrize("wrong", ["none", "empty", "broken"])
def test_a_folder_that_is_no_output_is_one_line(wrong: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = write(tmp_path / "good", [])
    (tmp_path / "empty").mkdir()
    write(tmp_path / "broken", [])
    (tmp_path / "broken" / "money" / "part-00000.parquet").write_bytes(b"PAR1")
    assert main(["compare", str(good), str(tmp_path / wrong)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("ukgov-extract: ") and said.err.count("\n") == 1
    assert str(tmp_path / wrong) in said.err


def test_the_command_prints_markdown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outs = [str(write(tmp_path / name, [])) for name in "ab"]
    assert main(["compare", *outs, "--limit", "3"]) == 0
    assert capsys.readouterr().out.startswith("# ")
