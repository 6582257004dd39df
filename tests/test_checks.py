"""Checks: a document of ours against its own figures, with every verdict as it is and changed."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from marked import scan_of

from extractors import claims
from pipeline.checks import Check, checks

TEXT = (
    "The harbour review made nine recommendations. The department has accepted three recommendations and partially"
    " accepted four recommendations. Two have not been accepted. ¶ Piers (recommendations 1, 2 and 3) ¶ Boats follow."
)
VERDICTS = [*["accepted"] * 3, *["accepted_in_part"] * 4, *["rejected"] * 2]
FIGURE = {"accepted": "three recommendations", "accepted_in_part": "four recommendations", "rejected": "Two"}
PIERS = "Piers (recommendations 1, 2 and 3)"


@dataclass(frozen=True)
class Row:
    id: str
    number: str | None
    verdict: str | None
    group_heading: str | None


ROWS = [Row(f"r{n}", str(n), verdict, PIERS if n < 4 else None) for n, verdict in enumerate(VERDICTS, 1)]


def _checks(rows: list[Row], text: str = TEXT) -> list[Check]:
    scan = scan_of(text)
    return checks("a.txt", text, claims.find(scan, [(span.start, span.end) for span in scan.block_spans]), rows)


def _by_figure(rows: list[Row], text: str = TEXT) -> dict[tuple[str, str], Check]:
    return {(one.check_type, text[one.start : one.end]): one for one in _checks(rows, text)}


def test_a_document_that_agrees_with_itself() -> None:
    found = _by_figure(ROWS)
    assert {key: (one.stated_value, one.computed_value, one.status) for key, one in found.items()} == {
        ("recommendation_count", "nine recommendations"): (9, 9, "agree"),
        ("sum", "nine recommendations"): (9, 9, "agree"),
        ("verdict_count", "three recommendations"): (3, 3, "agree"),
        ("verdict_count", "four recommendations"): (4, 4, "agree"),
        ("verdict_count", "Two"): (2, 2, "agree"),
        ("group_members", "recommendations 1, 2 and 3"): (3, 3, "agree"),
    }
    assert found["verdict_count", "Two"].evidence_ids == ("recommendations:r8", "recommendations:r9")
    assert found["recommendation_count", "nine recommendations"].evidence_ids[0] == "recommendations:r1"
    place = TEXT.index("Two")
    assert found["sum", "nine recommendations"].evidence_ids[2] == f"checks:a.txt@{place}:{place + 3}/verdict_count"


@pytest.mark.parametrize("at", range(len(ROWS)), ids=[row.id for row in ROWS])
@pytest.mark.parametrize("verdict", [*FIGURE, "noted", None], ids=str)
def test_a_changed_verdict_conflicts_with_the_figures_it_concerns(at: int, verdict: str | None) -> None:
    rows = [replace(row, verdict=verdict) if n == at else row for n, row in enumerate(ROWS)]
    conflicts = {key for key, one in _by_figure(rows).items() if one.status == "conflict"}
    concerned = set() if verdict == ROWS[at].verdict else {FIGURE[ROWS[at].verdict or ""], FIGURE.get(verdict or "")}
    assert conflicts == {("verdict_count", figure) for figure in concerned if figure}


def test_a_missing_recommendation_conflicts() -> None:
    found = _by_figure(ROWS[1:])
    assert {key for key, one in found.items() if one.status == "conflict"} == {
        ("recommendation_count", "nine recommendations"),
        ("verdict_count", "three recommendations"),
        ("group_members", "recommendations 1, 2 and 3"),
    }


def test_another_label_below_the_heading_of_a_group_conflicts() -> None:
    rows = [replace(row, number="7") if row.number == "3" else row for row in ROWS]
    assert _by_figure(rows)["group_members", "recommendations 1, 2 and 3"].status == "conflict"


def test_without_any_verdict_read_nothing_is_counted() -> None:
    found = _by_figure([replace(row, verdict=None) for row in ROWS])
    counts = [one for one in found.values() if one.check_type == "verdict_count"]
    assert {(one.computed_value, one.status, one.evidence_ids) for one in counts} == {(None, "cannot_check", ())}
    assert found["recommendation_count", "nine recommendations"].status == "agree"


@pytest.mark.parametrize(
    ("verdicts", "status"),
    [(["accepted"] * 3, "agree"), (["accepted", "accepted", "noted"], "conflict")],
    ids=["all", "not all"],
)
def test_all_is_as_many_as_there_are(verdicts: list[str], status: str) -> None:
    rows = [replace(row, verdict=verdict) for row, verdict in zip(ROWS, verdicts, strict=False)]
    (check,) = _checks(rows, "We accept all of the recommendations.")
    assert (check.stated_value, check.status) == (None, status)


def test_accepted_alone_may_mean_in_part_where_nothing_else_is_tallied() -> None:
    text = "We accept seven recommendations and reject two recommendations."
    assert _by_figure(ROWS, text)["verdict_count", "seven recommendations"].status == "cannot_check"
    assert _by_figure(ROWS, text.replace("seven", "six"))["verdict_count", "six recommendations"].status == "conflict"


def test_figures_that_do_not_add_up_conflict() -> None:
    text = "Of the nine recommendations, we accept three, accept three in part and reject two."
    check = _by_figure(ROWS, text)["sum", "nine recommendations"]
    assert (check.stated_value, check.computed_value, check.status) == (9, 8, "conflict")


def test_a_document_that_states_nothing_gives_no_check() -> None:
    assert _checks(ROWS, "We thank the review for its recommendations. ¶ Boats follow.") == []
