"""Claims, as a page of marked-up passages (`sentences/claims.txt`)."""

from __future__ import annotations

import pytest
from marked import SPACES, lines, scan_of, unmarked

from extractors import claims
from extractors.mentions import Claim

_NAMES = {"made": "recommendation_count", "sum": "sum", "members": "group_members"}


def _said(one: Claim, text: str) -> tuple[str, str, str | None, float | None]:
    return text[one.start : one.end], one.check_type, one.verdict, one.value


@pytest.mark.parametrize("spaces", SPACES.values(), ids=SPACES)
@pytest.mark.parametrize("line", lines("claims"))
def test_passage(line: str, spaces: str) -> None:
    text, marks = unmarked(line, spaces)
    scan = scan_of(text, spaces)
    found = claims.find(scan, [(span.start, span.end) for span in scan.block_spans])
    expected = [
        (
            span.of(text),
            _NAMES.get(name, "verdict_count"),
            None if name in _NAMES else name,
            None if value == "all" else float(value),
        )
        for span, _, attributes in marks
        for name, value in attributes.items()
    ]
    assert sorted((_said(one, text) for one in found), key=str) == sorted(expected, key=str)
    assert all(one.sentence.start <= one.start < one.end <= one.sentence.end for one in found)


def test_only_the_zones_are_read() -> None:
    text = "The report made six recommendations. ¶ The audit made ten recommendations."
    scan = scan_of(text)
    assert [one.value for one in claims.find(scan, [(0, text.index(" ¶"))])] == [6]
