"""A whole response with each of its verdicts changed in turn: exactly the counts concerned turn to `conflict`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from documents import ROOT, SHARED

from pipeline.config import Config
from pipeline.corpus import find_sources
from pipeline.schemas import TABLES
from pipeline.stages import work_through
from pipeline.tables import rows_of

OURS = ROOT / "corpus" / "responses" / "last-bus-home.txt"
SEED = SHARED / "responses" / "shifting-the-scales-2025.txt"
_CHANGED = {"accepted_in_part": ("partially accepts", "accepts"), "accepted": ("accepts", "rejects")}
_CHANGED |= {"rejected": ("rejects", "partially accepts")}


def _tables(path: Path) -> dict[str, list[dict[str, Any]]]:
    part = work_through(find_sources([path]).sources, Config())
    return {
        name: [dict(zip((column.name for column in TABLES[name].columns), row, strict=True)) for row in rows]
        for name, rows in rows_of(part.documents, part.failures).items()
    }


def _counts(tables: dict[str, list[dict[str, Any]]]) -> dict[float, str]:
    """The status of each count of verdicts, by the value stated."""
    return {row["stated_value"]: row["status"] for row in tables["checks"] if row["check_type"] == "verdict_count"}


def test_our_response_agrees_with_itself() -> None:
    tables = _tables(OURS)
    assert {row["status"] for row in tables["checks"]} == {"agree"}
    assert {row["check_type"] for row in tables["checks"]} >= {"recommendation_count", "verdict_count", "sum"}


@pytest.mark.skipif(not SEED.is_file(), reason="no shared texts")
@pytest.mark.parametrize("at", range(12))
def test_each_verdict_of_the_seed_changed_in_turn(at: int, tmp_path: Path) -> None:
    text = SEED.read_text(encoding="utf-8")
    places = list(
        re.finditer(r"(partially accepts|accepts|rejects)(?= (?:this recommendation|Recommendation \d))", text)
    )
    assert len(places) == 12
    found = places[at]
    was, (old, new) = next((was, pair) for was, pair in _CHANGED.items() if pair[0] == found[1])
    assert old == found[1]
    path = tmp_path / "changed.txt"
    path.write_text(text[: found.start()] + new + text[found.end() :], encoding="utf-8")
    becomes = {"accepts": "accepted", "rejects": "rejected", "partially accepts": "accepted_in_part"}[new]
    stated = {"accepted": 2.0, "accepted_in_part": 9.0, "rejected": 1.0}
    concerned = {stated[was], stated[becomes]}
    assert _counts(_tables(path)) == {value: "conflict" if value in concerned else "agree" for value in stated.values()}
