"""The floors: a score below one, or gone, is named; every floor is that of a score there is."""

from __future__ import annotations

import json

from documents import ROOT

from pipeline.evaluation.accuracy import FLOORS, failures
from pipeline.evaluation.gold_specs import SPECS
from pipeline.evaluation.scores import CRITERIA, Pair, TableScore


def _score(right: int, wrong: int) -> TableScore:
    row = {"char_start": 0, "char_end": 1, "rule": "r"}
    gold = {"start": 0, "end": 1, "kind": "k"}
    pairs = [Pair("d", gold, row, {"kind": n < right}, n < right) for n in range(right + wrong)]
    return TableScore("bodies", tuple(pairs), 0, 0)


def test_a_score_below_its_floor_is_named() -> None:
    assert list(failures([_score(8, 2)], {"bodies": {"overlap + value": 0.8, "kind": 0.8}})) == []
    (line,) = failures([_score(7, 3)], {"bodies": {"overlap": 0.8, "kind": 0.8}})
    assert line == "bodies, kind: 0.700, floor 0.800"


def test_a_score_that_is_gone_is_named() -> None:
    assert list(failures([], {"bodies": {"kind": 0.8}})) == ["bodies, kind: no score, floor 0.800"]


def test_every_floor_is_that_of_a_score() -> None:
    floors = json.loads((ROOT / FLOORS).read_text(encoding="utf-8"))
    known = {spec.table: {*CRITERIA, *(field.name for field in spec.all_fields)} for spec in SPECS}
    for table, its in floors.items():
        assert its.keys() <= known[table]
        assert all(0 < floor < 1 for floor in its.values())
