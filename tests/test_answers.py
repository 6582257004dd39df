"""What became of each recommendation of a small response, and the rows that say so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.answers import Answer, answers
from pipeline.config import read_config
from pipeline.corpus import find_sources
from pipeline.link import Worked
from pipeline.schemas import TABLES
from pipeline.stages import work_through
from pipeline.tables.recommendations import rows

ASKED = "The Department should mend the pier."
SILENT = "The pier at Sidbury is 140 years old."


@pytest.fixture
def work(tmp_path: Path) -> Any:
    def _work(*paragraphs: str, name: str = "response.txt") -> Worked:
        (tmp_path / name).write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
        part = work_through(find_sources([tmp_path / name]).sources, read_config(None))
        assert part.failures == []
        return part.documents[0]

    return _work


def answered(worked: Worked) -> list[Answer]:
    found = answers(worked)
    for one in found:
        assert (one.status == "verdict_stated") == (one.verdict is not None) == (one.evidence is not None)
        assert one.verdict is None or one.position is None
        assert (one.position is None) == (one.sign is None)
    return found


def one(*answer: str) -> tuple[str, ...]:
    return ("Our piers", "Recommendation 1", ASKED, "Government response", *answer)


@pytest.mark.parametrize(
    ("answer", "status", "verdict", "position"),
    [
        ("We accept this recommendation.", "verdict_stated", "accepted", None),
        ("Accepted in part.", "verdict_stated", "accepted_in_part", None),
        ("We will publish a plan for the pier.", "answered_without_verdict", None, "agrees"),
        ("We do not consider that a new duty is necessary.", "answered_without_verdict", None, "leans_against"),
        ("It is for the harbour board to decide.", "for_others", None, "not_for_government"),
        ("This recommendation is for harbour boards to answer.", "verdict_stated", "not_for_government", None),
        ("We will respond to this recommendation in the spring.", "deferred", None, None),
        (SILENT, "answered_without_verdict", None, None),
    ],
)
def test_status(work: Any, answer: str, status: str, verdict: str | None, position: str | None) -> None:
    (found,) = answered(work(*one(answer)))
    assert (found.status, found.verdict, found.position) == (status, verdict, position)


def test_what_nobody_answers_is_not_addressed(work: Any) -> None:
    first, second = answered(work(*one("We accept this recommendation."), "Recommendation 2", "Gulls should be fed."))
    assert (first.status, second.status, second.position) == ("verdict_stated", "not_addressed", None)


def test_the_evidence_is_the_clause(work: Any) -> None:
    worked = work(*one("The pier is old. We accept this recommendation in principle, and will look at its ironwork."))
    (found,) = answered(worked)
    assert found.evidence and found.evidence.of(worked.document.text) == "We accept this recommendation in principle"
    assert found.basis == "sentence"


def test_one_row_a_part_and_mixed_where_they_differ(work: Any) -> None:
    worked = work(
        *("Our piers", "Recommendation 1", "The Department should (a) mend the pier and (b) count its gulls."),
        *("Government response", "We accept part (a). We do not accept part (b)."),
    )
    (found,) = answered(worked)
    assert [(each.part, each.verdict.verdict) for each in found.stated] == [("a", "accepted"), ("b", "rejected")]
    assert found.verdict == "mixed"
    assert found.evidence and found.evidence.of(worked.document.text) == "We accept part (a). We do not accept part (b)"
    tables = rows(worked)
    assert [(row["part_label"], row["verdict"]) for row in as_dicts("verdicts", tables)] == [
        ("a", "accepted"),
        ("b", "rejected"),
    ]
    assert len({row["verdict_id"] for row in as_dicts("verdicts", tables)}) == 2


def test_a_verdict_on_one_part_is_none_on_the_whole(work: Any) -> None:
    (found,) = answered(work(*one("We accept part (a).")))
    assert ([each.part for each in found.stated], found.verdict) == (["a"], None)


def test_one_row_a_responder_and_the_publishers_own_verdict(work: Any) -> None:
    text = "Sport England accepts this recommendation. We do not accept this recommendation."
    (found,) = answered(work("Our piers: government response", *one(text)[1:]))
    assert len(found.stated) == 2
    assert found.verdict == "rejected"


def test_the_verdict_of_another_body_counts_where_the_publisher_states_none(work: Any) -> None:
    (found,) = answered(
        work("Our piers: government response", *one("Sport England has accepted this recommendation.")[1:])
    )
    (stated,) = found.stated
    assert stated.verdict.responder is not None
    assert (found.verdict, found.status) == ("accepted", "verdict_stated")


def test_a_department_speaks_for_its_government(work: Any) -> None:
    text = "The Ministry of Justice has agreed to this recommendation."
    (found,) = answered(work("Our piers: government response", *one(text)[1:]))
    assert found.verdict == "accepted"


def test_a_body_speaks_for_itself_in_its_own_response(work: Any) -> None:
    (found,) = answered(work("Our piers", "Published by: Ofwat", *one("Ofwat accepts this recommendation.")[1:]))
    assert found.verdict == "accepted"


def test_the_first_verdict_of_the_same_speaker_counts(work: Any) -> None:
    (found,) = answered(work(*one("We accept this recommendation. As said, we accept this recommendation in part.")))
    assert [each.verdict.verdict for each in found.stated] == ["accepted"]


def test_a_sentence_for_the_whole_document(work: Any) -> None:
    worked = work(
        *("Our piers", "The government accepts all of the recommendations.", "Recommendation 1", ASKED, SILENT),
        *("Recommendation 2", ASKED, "We do not accept this recommendation."),
    )
    first, second = answered(worked)
    assert (first.verdict, first.basis) == ("accepted", "document_sentence")
    assert (second.verdict, second.basis) == ("rejected", "sentence")


def test_numbers_named_in_the_answer_to_another(work: Any) -> None:
    worked = work(
        *("Our piers", "Recommendation 1", ASKED, SILENT, "Recommendation 2", ASKED),
        "We accept recommendations 1 and 2, which belong together.",
    )
    first, second = answered(worked)
    assert (first.verdict, first.basis) == ("accepted", "document_sentence")
    assert (second.verdict, second.basis) == ("accepted", "group_sentence")


def test_a_number_named_belongs_to_no_other(work: Any) -> None:
    worked = work(
        "Our piers", "Recommendation 1", ASKED, "We accept Recommendation 2.", "Recommendation 2", ASKED, SILENT
    )
    assert [found.verdict for found in answered(worked)] == [None, "accepted"]


def test_each_of_a_shared_answer_has_its_own_verdict(work: Any) -> None:
    worked = work(
        *("Our piers", "Recommendation 6", ASKED, "Recommendation 7", "Gulls should be fed."),
        "The government partially accepts Recommendation 6 and accepts Recommendation 7.",
        *("Recommendation 8", "The pier should be painted.", SILENT),
    )
    assert [found.verdict for found in answered(worked)] == ["accepted_in_part", "accepted", None]
    six, seven, eight = as_dicts("recommendations", rows(worked))
    assert six["group_id"] == seven["group_id"] == six["recommendation_id"]
    assert (eight["group_id"], eight["is_response_shared"]) == (None, False)
    assert six["is_response_shared"] and six["response_text"] == seven["response_text"]


def test_a_preamble_answers_its_group(work: Any) -> None:
    worked = work(
        *(
            "Our piers",
            "Gulls (recommendations 1 and 2)",
            "We accept these recommendations.",
            "Recommendation 1",
            ASKED,
        ),
        *(SILENT, "Recommendation 2", ASKED, SILENT, "Harbours (recommendation 3)", "Recommendation 3", ASKED, SILENT),
    )
    assert [found.verdict for found in answered(worked)] == ["accepted", "accepted", None]


def test_rows_trace_to_the_text(work: Any) -> None:
    worked = work(*one("We accept this recommendation.", "Work begins in May."))
    (row,) = as_dicts("recommendations", rows(worked))
    text = worked.document.text
    assert text[row["char_start"] : row["char_end"]] == row["text"] == ASKED
    assert text[row["response_char_start"] : row["response_char_end"]] == row["response_text"]
    assert row["recommendation_id"] == f"response.txt@{row['char_start']}:{row['char_end']}/1"
    (verdict,) = as_dicts("verdicts", rows(worked))
    assert verdict["verdict_id"] == f"{row['recommendation_id']}/-/-/{verdict['char_start']}"
    assert text[verdict["char_start"] : verdict["char_end"]] == verdict["text"] == row["verdict_text"]
    assert verdict["sentence_text"] == "We accept this recommendation."


def as_dicts(table: str, found: dict[str, list[Any]]) -> list[dict[str, Any]]:
    """The rows of a table by the names of its columns."""
    names = [column.name for column in TABLES[table].columns]
    return [dict(zip(names, row, strict=True)) for row in found[table]]
