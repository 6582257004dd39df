"""The engine: windows find what the whole text holds, and offsets come back to the characters of the source."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from documents import FILES, blocks
from hypothesis import given, settings
from hypothesis import strategies as st
from test_rules import GROUPS

from extractors.matching import Scan, group
from extractors.model import Span


@pytest.mark.parametrize("name", GROUPS)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_windows_find_what_the_whole_text_holds(path: Path, name: str) -> None:
    """For every rule on every document: cutting windows around cues loses and adds nothing."""
    text = path.read_bytes().decode("utf-8-sig")
    rules = group(name)
    scan = Scan(text, blocks(text))
    windowed = scan.find(rules)
    for rule in rules.rules:
        whole = scan.match(rules, rule, scan.blocks)
        assert sorted((m.start, m.end) for m in windowed if m.rule.id == rule.id) == sorted(
            (m.start, m.end) for m in whole
        )


_PIECES = st.sampled_from(
    (
        *(
            "£",
            "5",
            "million",
            "£3m",
            "a year",
            "in",
            "2025-26",
            "2025/26",
            "over",
            "three",
            "years",
            "cannot",
            "dont",
            "provide",
            "will",
            "agency",
            "Agency",
            "İstanbul",
            "ß",
            "😀",
        ),
        *(
            "per",
            "pupil",
            "up to",
            "the",
            "Safer",
            "Coasts",
            "Fund",
            "\u00a0",
            "\n",
            "\r\n",
            "  ",
            ".",
            ",",
            "(",
            ")",
            "–",
        ),
    )
)


@settings(deadline=None)  # every group of rules, on whatever machine
@given(st.lists(_PIECES, max_size=40), st.sampled_from([" ", "", "\u2009"]))
def test_windows_and_whole_agree_on_any_text(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    scan = Scan(text, [(0, len(text))] if text.strip() else [])
    for name in GROUPS:
        rules = group(name)
        found = {(m.rule.id, m.start, m.end) for m in scan.find(rules)}
        whole = {(m.rule.id, m.start, m.end) for rule in rules.rules for m in scan.match(rules, rule, scan.blocks)}
        assert found == whole
        assert all(not text[start].isspace() and not text[end - 1].isspace() for _, start, end in found)


def test_nothing_matches_across_two_blocks() -> None:
    text = "a grant of £5\nmillion more came"
    assert [text[m.start : m.end] for m in Scan(text, [(0, 13), (14, 31)]).find(group("money_amounts"))] == ["£5"]


def test_zones_narrow_the_search() -> None:
    text = "£1 and £2 and £3"
    found = Scan(text, [(0, len(text))]).find(group("money_amounts"), [(7, 9)])
    assert [text[m.start : m.end] for m in found] == ["£2"]


@given(st.text(max_size=200))
def test_every_character_of_the_copy_comes_from_its_place(text: str) -> None:
    scan = Scan(text, [])
    assert len(scan.lower) == len(scan.copy)
    places = np.flatnonzero([not character.isspace() for character in scan.copy])
    for at, (start, end) in zip(places, scan.sourced(np.stack((places, places + 1), axis=1)), strict=True):
        assert text[start:end] == scan.copy[at]


def test_counts_tell_how_much_was_tokenised() -> None:
    text = "word " * 1000 + "£5 million " + "word " * 1000
    scan = Scan(text, [(0, len(text) - 1)])
    scan.find(group("money_amounts"))
    counts = scan.counts["money_amounts"]
    assert counts["cues"] >= 1
    assert counts["matches"] == 2  # £5 and £5 million
    assert 0 < counts["tokenised"] < len(text) / 20


def test_a_set_phrase_is_matched_once_and_found_wherever_it_stands() -> None:
    text = "It gave £5 million in grants. " * 3
    scan, once = Scan(text, [(0, len(text) - 1)]), Scan(text[:30], [(0, 29)])
    found, alone = scan.find(group("money_amounts")), once.find(group("money_amounts"))
    assert [m.span for m in found] == [Span(m.start + by, m.end + by) for by in (0, 30, 60) for m in alone]
    assert scan.counts["money_amounts"]["tokenised"] == once.counts["money_amounts"]["tokenised"]
