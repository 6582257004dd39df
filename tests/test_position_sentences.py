"""Positions, as a page of whole answers (`sentences/positions.txt`), each with all kinds of spaces."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractors import positions
from extractors.matching import Scan
from extractors.model import Span, Zones

_LINES = (Path(__file__).parent / "sentences" / "positions.txt").read_text(encoding="utf-8").splitlines()
ANSWERS = [line for line in _LINES if line.strip() and not line.startswith("#")]
_MARK = re.compile(r"<p position=(?P<position>\w+)>(?P<inside>.*?)</p>")


@pytest.mark.parametrize("spaces", [" ", "\u00a0", "\n", "\r\n"], ids=["space", "no-break", "line-end", "crlf"])
@pytest.mark.parametrize("line", ANSWERS)
def test_answer(line: str, spaces: str) -> None:
    mark = _MARK.search(line)
    assert mark is not None
    text = _MARK.sub(r"\g<inside>", line).replace(" ", spaces)
    shown = mark["inside"].replace(" ", spaces)
    signs = positions.find(Scan(text, [(0, len(text))]), Zones(answers=(Span(0, len(text)),)))
    found = positions.inferred(signs)
    assert (found[0] if found else "null") == mark["position"]
    if found:
        start = text.index(shown)
        assert start <= found[1].start < found[1].end <= start + len(shown), text[found[1].start : found[1].end]


@pytest.mark.parametrize(
    ("answer", "sign"),
    [
        ("In May the National Physical Laboratory will publish it.", "National Physical Laboratory will publish"),
        (
            "The Department of Health and Social Care will fund it.",
            "The Department of Health and Social Care will fund",
        ),
        (
            "Until then the Office of the Schools Adjudicator will publish it.",
            "Office of the Schools Adjudicator will publish",
        ),
        ("We met. Sport England already funds it.", "Sport England already funds"),
        ("The list will be published.", "will be published"),
    ],
)
def test_a_sign_opens_with_the_whole_of_a_name(answer: str, sign: str) -> None:
    (found,) = positions.find(Scan(answer, [(0, len(answer))]), Zones(answers=(Span(0, len(answer)),)))
    assert answer[found.start : found.end] == sign
