"""Scores and misses as plain text of at most 100 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from pipeline.evaluation.misses import Miss
from pipeline.evaluation.scores import Count, TableScore

WIDTH = 100
_LABEL, _CELL = 40, 10


def summary_text(
    tables: Sequence[TableScore], n_documents: int, missing_documents: Sequence[str], missing_tables: Sequence[str]
) -> str:
    """A line a table: its rows, how many are right, and the column that is right least often where it is stated."""
    lines = [f"{n_documents} document{'' if n_documents == 1 else 's'} with gold in this output"]
    lines += [f"  not in this output: {name}" for name in missing_documents]
    lines += [f"  no such table in this output: {name}" for name in missing_tables]
    return "\n".join(
        [
            *lines,
            "",
            _short_line("overlap + value", "gold", "predicted", "F1", "weakest column"),
            *map(_in_short, tables),
        ]
    )


def details_text(tables: Sequence[TableScore]) -> str:
    """Of each table the counts by criterion, field, document and rule."""
    return "\n\n".join("\n".join(_table(score)) for score in tables)


def _in_short(score: TableScore) -> str:
    whole = score.criteria["overlap + value"]
    stated = [(count.recall, name, count.gold) for name, (_, count) in score.fields.items() if count.recall is not None]
    recall, name, n_stated = min(stated, key=lambda one: one[0], default=(1.0, "", 0))
    weakest = f"{name}: {recall:.3f} of {n_stated}" if recall < 1 else "none below 1.000"
    return _short_line(score.table, whole.gold, whole.predicted, whole.f1, weakest)


def _short_line(label: str, gold: int | str, predicted: int | str, f1: float | str | None, weakest: str) -> str:
    return f"  {label:<24}{gold:>8}{predicted:>12}{_cell(f1):>8}   {weakest}"


def _table(score: TableScore) -> Iterator[str]:
    overlap = score.criteria["overlap"]
    left_out = f"{score.n_optional} optional, {score.n_ignored} ignored"
    yield f"{score.table}: {overlap.predicted} predicted, {overlap.gold} gold; left out: {left_out}"
    yield from _counts("", score.criteria)
    yield ""
    yield _line("fields of matched rows", "right", "of", "accuracy", "stated", "accuracy")
    for name, (every, stated) in score.fields.items():
        yield _line(name, every.right, every.gold, every.recall, stated.gold, stated.recall)
    yield ""
    yield from _counts("by document, overlap + value", score.by_document)
    yield ""
    yield _line("by rule, overlap + value", "right", "predicted", "precision")
    for rule, count in score.by_rule.items():
        yield _line(rule, count.right, count.predicted, count.precision)


def _counts(title: str, counts: Mapping[str, Count]) -> Iterator[str]:
    yield _line(title, "right", "predicted", "gold", "precision", "recall", "F1")
    for label, count in counts.items():
        yield _line(label, count.right, count.predicted, count.gold, count.precision, count.recall, count.f1)


def _line(label: str, *cells: str | float | None) -> str:
    label = label if len(label) < _LABEL - 2 else "…" + label[-(_LABEL - 4) :]  # the end of a path tells them apart
    return f"  {label:<{_LABEL - 2}}" + "".join(f"{_cell(cell):>{_CELL}}" for cell in cells)


def _cell(value: str | float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def misses_text(misses: Iterable[Miss]) -> str:
    """One block a table, kind and field, with its number; in it one entry a miss, under its document."""
    blocks = []
    for (table, kind, field), group in groupby(misses, key=lambda miss: (miss.table, miss.kind, miss.field)):
        rows = list(group)
        lines = [f"{table}: {kind}{f', {field}' if field else ''} ({len(rows)})"]
        for doc, in_doc in groupby(rows, key=lambda miss: miss.doc_id):
            lines += [f"  {doc}", *(line for miss in in_doc for line in _entry(miss))]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _entry(miss: Miss) -> Iterator[str]:
    rule = f"  [{miss.rule}]" if miss.rule else ""
    if miss.field is None:
        yield f"    {shown(miss.gold if miss.found is None else miss.found)}{rule}"
    else:
        at = first_difference(miss.found, miss.gold)
        yield f"    predicted {shown(miss.found, at)}{rule}"
        yield f"    gold      {shown(miss.gold, at)}"
    yield from textwrap.wrap(miss.context, WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 6)


def first_difference(one: object, other: object) -> int:
    """Where two long texts begin to differ, less a few characters to recognise the place."""
    if not isinstance(one, str) or not isinstance(other, str):
        return 0
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return max(0, same - 20)


def shown(value: object, at: int = 0, width: int = 60) -> str:
    """As Python writes it, null where there is none; of a long text the part from `at` on."""
    if value is None:
        return "null"
    if isinstance(value, frozenset):
        return " ".join(sorted(map(_item, value))) or "none"
    if not isinstance(value, str) or len(value) <= width:
        return repr(value)
    end = at + width
    return f"{'…' if at else ''}{value[at:end]!r}{'…' if end < len(value) else ''}"


def _item(value: object) -> str:
    """A name, or a part as `a@15:22`."""
    if isinstance(value, tuple):
        label, start, end = value
        return f"{label}@{start}:{end}"
    return str(value)
