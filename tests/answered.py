"""A small response, run through the stages, as rows of the tables about recommendations."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from structure import assert_structure

from pipeline.config import read_config
from pipeline.corpus import find_sources
from pipeline.schemas import TABLES
from pipeline.stages import work_through
from pipeline.tables.recommendations import rows

MEND = "Ministers should mend the pier."
COUNT = "Ministers should count the gulls."
YES = "The government accepts this recommendation."
NO = "The government rejects this recommendation."


class Read(NamedTuple):
    """The columns that the tests look at; white space is folded."""

    number: str | None
    words: str | None
    answer: str | None
    verdict: str | None
    basis: str | None


class Tables(NamedTuple):
    text: str
    layout: str
    segments: list[tuple[str, str]]
    recommendations: list[dict[str, Any]]
    verdicts: list[dict[str, Any]]
    checks: list[dict[str, Any]]
    document_type: str

    @property
    def read(self) -> list[Read]:
        return [
            Read(one["number"], folded(one["text"]), folded(one["response_text"]), one["verdict"], one["verdict_basis"])
            for one in self.recommendations
        ]

    def column(self, name: str) -> list[Any]:
        return [one[name] for one in self.recommendations]


def folded(text: str | None) -> str | None:
    return text and " ".join(text.split())


def tables_of(folder: Path, *paragraphs: str) -> Tables:
    """The rows of a text of these paragraphs."""
    path = folder / "response.txt"
    path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    (worked,) = work_through(find_sources([path]).sources, read_config(None)).documents
    text = worked.document.text
    assert_structure(text, worked.reading)
    found = rows(worked)
    named = {
        name: [
            dict(zip([column.name for column in TABLES[name].columns], row, strict=True)) for row in found.get(name, ())
        ]
        for name in ("recommendations", "verdicts", "checks")
    }
    segments = [(one.kind, text[one.start : one.end]) for one in worked.reading.segments]
    return Tables(text, worked.layout, segments, **named, document_type=worked.reading.document_type)
