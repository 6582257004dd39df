"""Whose Department of Health a document means."""

from __future__ import annotations

import datetime as dt

import pytest

from extractors import bodies, register
from extractors.matching import Scan
from pipeline.link import body_id
from pipeline.nations import nation_of

SHARED = "The Department of Health spent £3 million."
SAID_ON = dt.date(2025, 3, 19)


@pytest.mark.parametrize(
    ("text", "stated", "nation"),
    [
        (f"{SHARED} The Northern Ireland Executive agreed.", None, "Northern Ireland"),
        (f"{SHARED} The Northern Health and Social Care Trust agreed.", None, "Northern Ireland"),
        (f"{SHARED} It pays for clinics across Northern Ireland.", None, "Northern Ireland"),
        (SHARED, "Northern Ireland", "Northern Ireland"),
        ("The First Minister told the Welsh Government.", None, "Wales"),
        (SHARED, None, None),
        (f"{SHARED} The Home Office told the Northern Ireland Executive.", None, None),
        (f"{SHARED} It pays for clinics in England and Northern Ireland.", None, None),
        (f"{SHARED} The Northern Ireland Executive agreed.", "England", None),
    ],
)
def test_the_nation_of_a_document(text: str, stated: str | None, nation: str | None) -> None:
    assert nation_of(stated, text, bodies.find(Scan(text, [(0, len(text))]))) == nation


def test_a_name_of_several_nations_means_that_of_the_speaker() -> None:
    assert body_id("Department of Health", SAID_ON) == "department-of-health-and-social-care"
    assert body_id("Department of Health", SAID_ON, "Northern Ireland") == "department-of-health-northern-ireland"
    assert body_id("Law Society", SAID_ON, "Scotland") == "law-society-of-scotland"
    assert body_id("Home Office", SAID_ON, "Scotland") == body_id("Home Office", SAID_ON)


def test_a_minister_of_the_united_kingdom_is_no_nations_own() -> None:
    assert "Secretary of State" not in register.national()
