"""Bodies, as a page of marked-up paragraphs (`sentences/bodies.txt`), also with other spaces as they come in files."""

from __future__ import annotations

import datetime as dt

import pytest
from marked import SPACES, lines, same, scan_of, unmarked

from extractors import bodies, register
from extractors.matching import Scan

SAID_ON = dt.date(2025, 3, 19)


@pytest.mark.parametrize("spaces", SPACES.values(), ids=SPACES)
@pytest.mark.parametrize("line", lines("bodies"))
def test_sentence(line: str, spaces: str) -> None:
    text, marks = unmarked(line, spaces)
    found = bodies.find(scan_of(text, spaces))
    assert [(b.start, b.end) for b in found] == [(span.start, span.end) for span, _, _ in marks]
    for body, (_, _, attributes) in zip(found, marks, strict=True):
        key = register.resolve(body.name, SAID_ON)
        known = register.bodies()[key] if key else None
        read = {
            "name": known.name if known else body.name,
            "kind": known.kind if known else body.kind,
            "match": body.match,
        }
        for name, expected in attributes.items():
            assert same(read[name], expected), f"{body.rule} {name}: {read[name]!r} is not {expected!r}"


def test_a_name_means_the_body_of_the_day() -> None:
    """The same acronym before and after a department was renamed and named back."""
    (body,) = bodies.find(Scan("The MHCLG budget", [(0, 16)]))
    before, after = (register.resolve(body.name, dt.date(year, 3, 1)) for year in (2020, 2025))
    assert before != after
    assert register.resolve("DLUHC", dt.date(2025, 3, 1)) == register.resolve("DLUHC", dt.date(2022, 3, 1))


def test_a_definition_holds_in_its_own_document_only() -> None:
    first, second = "The Harbour Noise Taskforce (HNT) met.", "The HNT met."
    text = f"{first}\n{second}"
    scan = Scan(text, [(0, len(first)), (len(first) + 1, len(text))], [0, len(first) + 1])
    assert [text[b.start : b.end] for b in bodies.find(scan)] == ["Harbour Noise Taskforce", "HNT"]
