"""One document in the terminal: what was found in it, where, by which rule and with what value.

Segment kinds stand in the margin; under each segment stand the rows that begin in it, as they would be published, but
for ids, offsets and what is null, `exact` or `none`. Spans are coloured, or without colour in brackets:
`[payer NHS England] is investing [money £11.4 million] [period over two years]`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from extractors.model import Question, Recommendation, Segment, Span
from pipeline.config import Config
from pipeline.corpus import find_sources
from pipeline.errors import UsageError
from pipeline.link import Worked, leaves
from pipeline.schemas import TABLES
from pipeline.stages import work_through
from pipeline.tables import rows_of

WIDTH = 100
MARGIN = 11
QUOTED = 17

STYLES = {
    "money": "bold black on yellow",
    "modifier": "magenta",
    "period": "cyan",
    "unit": "blue",
    "price_basis": "blue",
    "programme": "green",
    "payer": "bold red",
    "payee": "red",
    "part": "bold cyan",
    "verdict": "bold white on blue",
    "position": "blue",
    "addressee": "bold red",
    "claim": "bold magenta",
    "date": "cyan",
    "body": "green",
}
_VALUE_STYLES = {f"{name}_text": style for name, style in STYLES.items()} | {"amount": "bold", "role": "bold"}
_SEGMENT_STYLES = {"title": "bold", "heading": "bold", "metadata": "dim", "boilerplate": "dim"}
_TOGETHER = ({"metadata", "heading", "boilerplate"}, {"list_item"})
_SAID_ELSEWHERE = {"text", "question_text", "answer_text", "sentence_text", "document_text", "rule", "source"}
_SAID_ELSEWHERE |= {"evidence_ids", "response_text", "ordinal", "said_on", "source_path", "text_sha256"}
_NOTHING: tuple[object, ...] = (None, (), [], "exact", "none", False)


@dataclass(frozen=True, slots=True)
class Mark:
    """A span with what it is: a key of `STYLES`."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table by the names of its columns."""

    table: str
    values: dict[str, Any]

    @property
    def start(self) -> int:
        """Where it is shown; a question where it is asked, not at the name above it."""
        return int(self.values.get("question_char_start", self.values["char_start"]))


def print_explained(path: Path, console: Console | None = None) -> bool:
    """Prints the document in a file; False, with the reason, if it cannot be read."""
    if path.is_dir():
        raise UsageError(f"{path} is a folder: name one file in it")
    part = work_through(find_sources([path]).sources, Config())
    console = console or _console()
    for failure in part.failures:
        console.print(Text.assemble(("Not read: ", "bold red"), failure.message))
    for worked in part.documents:
        in_colour = console.color_system is not None and not console.no_color
        _print(Group(*explained(worked, in_colour=in_colour)), console)
    return not any(failure.is_fatal for failure in part.failures)


def _print(page: Group, console: Console) -> None:
    """In a file or a pipe without the spaces with which the columns of a page are filled."""
    if console.is_terminal:
        console.print(page)
        return
    with console.capture() as printed:
        console.print(page)
    console.file.write("\n".join(line.rstrip() for line in printed.get().split("\n")))


def _console() -> Console:
    console = Console(highlight=False)
    console.width = min(console.width, WIDTH) if console.is_terminal else WIDTH
    return console


def explained(worked: Worked, *, in_colour: bool) -> Iterator[RenderableType]:
    """What is printed of a document: what it says of itself, the legend, then segment after segment."""
    rows = _rows(worked)
    segments = worked.reading.segments
    innermost = list(leaves(segments))
    yield Text(worked.document.doc_id, "bold")
    yield _pairs(rows[0])
    if in_colour:
        yield Text(" ").join(Text(name, style) for name, style in STYLES.items())
    marks = _marks(worked)
    ends = [*(segment.start for segment in innermost[1:]), len(worked.document.text)]
    before: Segment | None = None
    for segment, end in zip(innermost, ends, strict=True):
        mine = [row for row in rows[1:] if segment.start <= row.start < end]
        kinds = [segment.kind]
        if segment.parent is not None and (before is None or before.parent != segment.parent):
            kinds.insert(0, segments[segment.parent].kind)
        text = _marked(worked.document.text, segment, marks, in_colour=in_colour)
        if before is None or not any({before.kind, segment.kind} <= kinds for kinds in _TOGETHER):
            yield Text()
        yield _shown(kinds, text, mine)
        before = segment


def _rows(worked: Worked) -> list[Row]:
    """The row of the document, then those that have a place in it, in order of place."""
    tables = rows_of([worked], [])
    found = [
        Row(name, dict(zip((column.name for column in TABLES[name].columns), values, strict=True)))
        for name, rows in tables.items()
        if name not in ("segments", "failures")
        for values in rows
    ]
    return [found[0], *sorted(found[1:], key=lambda row: row.start)]


def _marks(worked: Worked) -> list[Mark]:
    """Every span that is shown, outer ones before those inside them; of two that cross, the first."""
    asked: tuple[Question | Recommendation, ...] = (*worked.reading.questions, *worked.reading.recommendations)
    found = {Mark(part.start, part.end, "part") for one in asked for part in one.parts}
    others: dict[str, Sequence[Any]] = {
        "verdict": worked.verdicts,
        "position": worked.positions,
        "addressee": worked.addressees,
        "claim": worked.claims,
        "date": worked.dates,
        "body": worked.bodies,
    }
    found |= {Mark(one.start, one.end, name) for name, all_of_them in others.items() for one in all_of_them}
    for money in worked.money:
        found.add(Mark(money.start, money.end, "money"))
        for field in fields(money):
            span = getattr(money, field.name)
            if isinstance(span, Span) and field.name != "sentence":
                found.add(Mark(span.start, span.end, field.name.removesuffix("_span")))
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda mark: (mark.start, -mark.end, list(STYLES).index(mark.name))):
        if not any(other.start < mark.start < other.end < mark.end for other in kept):
            kept.append(mark)
    return kept


def _marked(text: str, segment: Segment, marks: Sequence[Mark], *, in_colour: bool) -> Text:
    """The words of a segment with its marks; every white-space character is shown as a space."""
    words = "".join(" " if character.isspace() else character for character in text[segment.start : segment.end])
    mine = [mark for mark in marks if segment.start <= mark.start and mark.end <= segment.end]
    style = _SEGMENT_STYLES.get(segment.kind, "")
    if in_colour:
        shown = Text(words, style)
        for mark in mine:
            shown.stylize(STYLES[mark.name], mark.start - segment.start, mark.end - segment.start)
        return shown
    at: dict[int, str] = {}
    for mark in mine:
        at[mark.start] = f"{at.get(mark.start, '')}[{mark.name} "
    for mark in reversed(mine):
        at[mark.end] = f"]{at.get(mark.end, '')}"
    return Text("".join(at.get(segment.start + place, "") + word for place, word in enumerate([*words, ""])))


def _shown(kinds: Sequence[str], text: Text, rows: Sequence[Row]) -> Table:
    margin = Text("\n".join(kinds).replace("_", " "), "dim", justify="right")
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=QUOTED)
    grid.add_column(ratio=1)
    for row in rows:
        name = row.values.get("text") or row.table
        grid.add_row(Text(f"{name[: QUOTED - 1]}…" if len(name) > QUOTED else name, "bold"), _pairs(row))
    page = Table.grid(padding=(0, 2, 0, 0), expand=True)
    page.add_column(width=MARGIN)
    page.add_column(ratio=1)
    page.add_row(margin, Group(text, grid) if rows else text)
    return page


def _pairs(row: Row) -> Flow:
    """The rule, then `column value` of what the row states."""
    stated = [
        Text.assemble((f"{name} ", "dim"), (_value(name, value), _VALUE_STYLES.get(name, "")))
        for name, value in row.values.items()
        if _is_stated(row.table, name, value)
    ]
    rule = [Text(row.values["rule"], "dim italic")] if "rule" in row.values else []
    return Flow([*rule, *stated])


@dataclass(frozen=True, slots=True)
class Flow:
    """Pieces one after the other with a dot between, each kept on one line where it fits on one."""

    pieces: Sequence[Text]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        line = Text()
        for piece in self.pieces:
            if line and len(line) + len(piece) + 3 > options.max_width:
                yield line
                line = Text()
            line = Text.assemble(line, (" · ", "dim"), piece) if line else piece
        yield line


def _is_stated(table: str, name: str, value: object) -> bool:
    key, columns = TABLES[table].key, {"doc_id", "segment_id", "qa_id", "recommendation_id"}
    is_place = "char_" in name or name.startswith("n_")
    return not (value in _NOTHING or is_place or name in {*key, *columns, *_SAID_ELSEWHERE})


def _value(name: str, value: object) -> str:
    if isinstance(value, float):
        return f"{value:,.2f}".removesuffix(".00")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return ", ".join(value)
    return str(value).rpartition("@")[2] if name == "repeat_of" else str(value)
