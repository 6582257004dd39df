"""A comparison of two outputs as Markdown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from pipeline.compare import CHANGED, GAINED, LOST, Comparison, Difference, TableComparison
from pipeline.evaluation.misses import around
from pipeline.evaluation.score_text import first_difference, shown
from pipeline.parts import read_rows
from pipeline.schemas import TABLES

Texts = Mapping[str, str]
Groups = dict[tuple[str, str], list[Difference]]

_WORTH_SHOWING = 4


def comparison_text(comparison: Comparison, limit: int) -> str:
    """Counts a table, then the differences by table, by what they are and by rule: at most `limit` of each group."""
    tables = [table for table in comparison.tables if table.differences or table.columns]
    texts = {what: _texts(comparison, what, limit) for what in (LOST, GAINED)}
    lines = [f"# {comparison.before} → {comparison.after}", "", *_counts(comparison)]
    if not tables and not comparison.tables_of_one:
        lines += ["", "No difference."]
    if comparison.tables_of_one:
        lines += ["", f"Not compared, since only one has them: {', '.join(comparison.tables_of_one)}."]
    for table in tables:
        lines += ["", f"## {table.table}", *_table(table, texts, limit)]
    return "\n".join(lines)


def _counts(comparison: Comparison) -> Iterator[str]:
    yield "| table | rows before | rows after | lost | gained | changed |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for table in comparison.tables:
        counts = [table.n_before, table.n_after, *(table.count(what) for what in (LOST, GAINED, CHANGED))]
        yield f"| {table.table} | {' | '.join(f'{number:,}' for number in counts)} |"


def _table(table: TableComparison, texts: Mapping[str, Texts], limit: int) -> Iterator[str]:
    if table.columns:
        yield from ("", f"Columns that only one has, not compared: {', '.join(table.columns)}.")
    for what in (LOST, GAINED, CHANGED):
        of = texts[LOST if what == LOST else GAINED]
        for (column, group), its in _groups(table, what).items():
            name = " by ".join(part for part in (column and _code(column), group and _code(group)) if part)
            yield from ("", f"### {what.capitalize()}{f', {name}' if name else ''}: {len(its):,}", "")
            yield from (_line(table.table, one, of) for one in its[:limit])
            if len(its) > limit:
                yield f"- … and {len(its) - limit:,} more"


def _groups(table: TableComparison, what: str) -> Groups:
    groups: Groups = {}
    for one in table.differences:
        if one.what == what:
            groups.setdefault((one.column, one.group), []).append(one)
    return dict(sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])))


def _line(table: str, one: Difference, texts: Texts) -> str:
    text = texts.get(one.row.get("doc_id") or "", "")
    change = ""
    if one.what == CHANGED:
        at = first_difference(one.old, one.new)
        change = f": {_code(_value(one.old, at))} → {_code(_value(one.new, at))}"
    where = f" {_code(around(text, one.row['char_start'], one.row['char_end']))}" if _has_place(one) and text else ""
    return f"- {_code(one.key)}{change}{where or ('' if change else _columns(table, one))}"


def _columns(table: str, one: Difference) -> str:
    """Some of what a row says that stands nowhere in a text."""
    names = [column.name for column in TABLES[table].columns if column.name not in TABLES[table].key]
    stated = [name for name in names if one.row.get(name) not in (None, [])]
    return "".join(f" {name} {_code(_value(one.row[name]))}" for name in stated[:_WORTH_SHOWING])


def _texts(comparison: Comparison, what: str, limit: int) -> dict[str, str]:
    """The documents of the rows that are shown: of A for what is lost, of B for the rest."""
    groups = chain.from_iterable(
        _groups(table, each).values() for table in comparison.tables for each in _read_as(what)
    )
    wanted = {one.row["doc_id"] for its in groups for one in its[:limit] if _has_place(one)}
    root = comparison.before if what == LOST else comparison.after
    rows: Iterable[Mapping[str, str]] = read_rows(root / "documents", ["doc_id", "document_text"]) if wanted else ()
    return {row["doc_id"]: row["document_text"] for row in rows if row["doc_id"] in wanted}


def _read_as(what: str) -> tuple[str, ...]:
    return (LOST,) if what == LOST else (GAINED, CHANGED)


def _has_place(one: Difference) -> bool:
    return bool(one.row.get("doc_id")) and one.row.get("char_start") is not None


def _value(value: object, at: int = 0) -> str:
    return str(value.date()) if isinstance(value, dt.datetime) else shown(value, at)


def _code(text: str) -> str:
    """A span of code, whatever marks are in the text."""
    fence = "`"
    while fence in text:
        fence += "`"
    return f"{fence} {text} {fence}" if len(fence) > 1 else f"`{text}`"
