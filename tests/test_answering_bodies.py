"""Which body a heading of Hansard means on its day."""

from __future__ import annotations

import datetime as dt

import pytest

from extractors import answering_bodies


@pytest.mark.parametrize(
    ("heading", "year", "body_id"),
    [
        ("DEFENCE", 2009, "ministry-of-defence"),
        ("Home Department", 2009, "home-office"),
        ("JUSTICE", 2009, "ministry-of-justice"),
        ("THE TREASURY", 2009, "hm-treasury"),
        ("INNOVATION, UNIVERSITIES AND SKILLS", 2009, "department-for-innovation-universities-and-skills"),
        ("Foreign and Commonwealth Affairs", 2009, "foreign-and-commonwealth-office"),
        ("ATTORNEY-GENERAL", 2009, "attorney-general"),
        ("HOUSE OF COMMONS COMMISSION", 2009, "house-of-commons-commission"),
        ("HEALTH", 2009, "department-of-health"),
        ("Health", 2025, "department-of-health-and-social-care"),
        ("Scotland", 2025, "scotland-office"),
        ("Department for Transport", 2025, "department-for-transport"),
        ("SCHOOL BUSES", 2009, None),
        ("Schools", 2025, None),
    ],
)
def test_department_of_the_day(heading: str, year: int, body_id: str | None) -> None:
    assert answering_bodies.resolve(heading, dt.date(year, 3, 2)) == body_id
