"""Claims, as a page of marked-up passages (`sentences/claims.txt`)."""

from __future__ import annotations

import pytest
from marked import SPACES, scan_of, sentences, unmarked

from extractors import claims
from extractors.model import Claim

_NAMES = {"made": "recommendation_count", "sum": "sum", "members": "group_members"}


def _said(one: Claim, text: str) -> tuple[str, str, str | None, float | None]:
    return text[one.start : one.end], one.check_type, one.verdict, one.value


@pytest.mark.parametrize("spaces", SPACES.values(), ids=SPACES)
@pytest.mark.parametrize("line", sentences("claims.txt"))
def test_passage(line: str, spaces: str) -> None:
    text, marks = unmarked(line, spaces)
    scan = scan_of(text)
    found = claims.find(scan, [(span.start, span.end) for span in scan.block_spans])
    expected = [
        (
            span.of(text),
            _NAMES.get(name, "verdict_count"),
            None if name in _NAMES else name,
            None if value == "all" else float(value),
        )
        for span, attributes in marks
        for name, value in attributes.items()
    ]
    assert sorted((_said(one, text) for one in found), key=str) == sorted(expected, key=str)
    assert all(one.sentence.start <= one.start < one.end <= one.sentence.end for one in found)


def test_all_twelve_is_a_verdict_and_the_total() -> None:
    text = "We accept all of the twelve recommendations."
    found = claims.find(scan_of(text), [(0, len(text))])
    assert [_said(one, text) for one in found] == [
        ("all of the twelve recommendations", "verdict_count", "accepted", 12),
        ("twelve recommendations", "recommendation_count", None, 12),
    ]


def test_only_the_zones_are_read() -> None:
    text = "The report made six recommendations. ¶ The audit made ten recommendations."
    scan = scan_of(text)
    assert [one.value for one in claims.find(scan, [(0, text.index(" ¶"))])] == [6]
