"""Addressees, as a page of marked-up recommendations (`sentences/addressees.txt`)."""

from __future__ import annotations

import pytest
from marked import SPACES, lines, scan_of, unmarked

from extractors import addressees


@pytest.mark.parametrize("spaces", SPACES.values(), ids=SPACES)
@pytest.mark.parametrize("line", lines("addressees"))
def test_recommendation(line: str, spaces: str) -> None:
    text, marks = unmarked(line, spaces)
    found = addressees.find(scan_of(text, spaces), [(0, len(text))])
    expected = [(span.of(text), role) for span, role, _ in marks]
    assert [(text[one.start : one.end], one.role) for one in found] == expected


def test_each_zone_is_a_recommendation_of_its_own() -> None:
    text = "Ofsted should report. Ofsted should inspect. Nobody should read: Ofsted must rest."
    first, second = (text.index("Ofsted", place) for place in (0, 5))
    zones = [(first, second - 1), (second, text.index(" Nobody"))]
    found = addressees.find(scan_of(text), zones)
    assert [(one.start, one.role) for one in found] == [(first, "lead"), (second, "lead")]
