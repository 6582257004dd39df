"""Draws the pictures of the documentation from the tables in `outputs`: `make pictures`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from html import escape
from pathlib import Path

import altair as alt
import charts
import pandas as pd
import vl_convert

import pipeline
from pipeline.vocabularies import RESPONSE_STATUS, VERDICT

ANSWERS = (*VERDICT, "mixed", *RESPONSE_STATUS)
Draw = Callable[[Path], alt.TopLevelMixin]


def _answers(out: Path) -> alt.TopLevelMixin:
    tracker = pipeline.view("recommendation_tracker", out)
    answered = tracker.assign(answer=tracker["verdict"].fillna(tracker["response_status"]))
    return charts.grid(answered, "doc_id", "answer", ANSWERS, "Recommendations by document and answer")


def _found(out: Path) -> alt.TopLevelMixin:
    names = ["qa_pairs", "recommendations", "verdicts", "money", "dates", "bodies", "checks"]
    found = pd.concat([pipeline.load(name, out)[["doc_id"]].assign(table=name) for name in names])
    files = found.merge(pipeline.load("documents", out)[["doc_id", "source_path"]], on="doc_id")
    return charts.grid(files, "source_path", "table", names, "Rows of each table, by file")


def _programmes(out: Path) -> alt.TopLevelMixin:
    return charts.programme_years(pipeline.view("money_by_programme_year", out))


def _review(out: Path) -> alt.TopLevelMixin:
    reasons = pipeline.view("needs_review", out)["reason"].value_counts()
    return charts.bars(reasons, "Rows that a person should look at, by reason")


# Name of the file → what is drawn, and what it shows, for those who do not see it.
PICTURES: dict[str, tuple[Draw, str]] = {
    "tables": (_found, "A grid of files and tables, with the number of rows that each file gives each table"),
    "recommendations": (
        _answers,
        "A grid of documents and verdicts, with the number of recommendations in each",
    ),
    "money": (_programmes, "Bars of the millions of pounds stated for each programme, by financial year and role"),
    "review": (_review, "Bars of the number of rows that a person should look at, by reason"),
}


def draw(name: str, out: Path) -> str:
    """One picture as SVG that says what it shows to those who do not see it."""
    make, shows = PICTURES[name]
    svg = vl_convert.vegalite_to_svg(make(out).to_json())
    return svg.replace("<svg ", '<svg role="img" ', 1).replace(">", f"><title>{escape(shows)}</title>", 1) + "\n"


if __name__ == "__main__":
    tables, images = map(Path, sys.argv[1:])
    for name in PICTURES:
        (images / f"{name}.svg").write_text(draw(name, tables), encoding="utf-8")
