"""Every grammar on every document: each is won by its own, and none fails on another's."""

from __future__ import annotations

import pytest
from documents import FILES, ROOT
from structure import assert_structure

from extractors.layouts import LAYOUTS, choose, is_close

# Which grammar a document of our own was written for, by folder, and where a folder has several by name.
OF_A_FOLDER = {"press": "press", "responses": "responses", "written-questions": "parallel_parliament"}
OF_A_NAME = {
    "libraries-and-lifeboats.txt": "question_pages",
    "harbours-and-magistrates.txt": "hansard",
    "bees-and-ballots.txt": "hansard",
    "hill-paths.txt": "scottish_questions",
    "hillside-buses.txt": "senedd_questions",
    "pharmacy-roads.txt": "northern_ireland_questions",
    "river-piers.txt": "mayors_questions",
    "coin-hoards.txt": "written_statements",
}
OWN = [path for path in FILES if path.is_relative_to(ROOT / "corpus")]


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_each_document_is_won_by_its_own_grammar_and_clearly(path) -> None:
    name, reading = choose(path.read_bytes().decode("utf-8-sig"))
    assert name == OF_A_NAME.get(path.name, OF_A_FOLDER[path.parent.name])
    assert not is_close(reading.evidence), reading.evidence


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_every_grammar_reads_every_text_without_a_hole(path, name: str) -> None:
    text = path.read_bytes().decode("utf-8-sig")
    assert_structure(text, LAYOUTS[name].read(text))


@pytest.mark.parametrize(
    ("evidence", "close"),
    [({"a": 9, "b": 6, "c": 0}, False), ({"a": 8, "b": 6, "c": 0}, True), ({"a": 0, "b": 0}, False)],
)
def test_a_close_call(evidence: dict[str, int], close: bool) -> None:
    assert is_close(evidence) is close


def test_a_text_of_no_form_is_plain_and_says_so() -> None:
    name, reading = choose("To ask is human.\nTo answer is not.\n")
    assert (name, reading.flags) == ("plain", ("no_grammar",))
    assert set(reading.evidence) == set(LAYOUTS)
