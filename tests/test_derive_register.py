"""How the register is derived, on small lists written here: eras, keys, successors, amendments, acronyms."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.registers import derive as registers
from pipeline.registers.sources import slug

Derive = Callable[..., dict[str, dict[str, Any]]]

DEPARTMENTS = """id,name,short_name,start_date,end_date
d1,Ministry of Works and Roads,MoWR,2001-06-08,2010-05-12
d2,Department for Roads,DfR,2010-05-12,2018-01-08
d3,Ministry of Works and Roads,MoWR,2018-01-08,
d4,Department for Lighthouses,DfL,2000-01-01,
d5,Board of Tolls,BoTo,1990-01-01,1995-01-01
d6,Board of Tolls,BoTo,2000-01-01,2005-01-01
"""
LINKS = """id,predecessor_organisation_id,successor_organisation_id,type,link_start_date,link_end_date
a,d1,d2,Name change,2010-05-12,2010-05-12
b,d2,d3,Name change,2018-01-08,2018-01-08
c,d4,d3,Demerger,2018-01-08,2018-01-08
"""


def organisation(title: str, format: str = "Other", acronym: str | None = None, **more: Any) -> dict[str, Any]:
    """A record as GOV.UK's API gives it; `more` may close it or name its successors and parents by slug."""
    return {
        "title": title,
        "format": format,
        "details": {
            "slug": slug(title),
            "abbreviation": acronym,
            "content_id": f"id of {title}",
            "govuk_status": "closed" if "status" in more else "live",
            "govuk_closed_status": more.get("status"),
            "closed_at": more.get("closed_at"),
        },
        "superseding_organisations": [{"id": f"https://example.org/{name}"} for name in more.get("successors", ())],
        "parent_organisations": [{"id": f"https://example.org/{name}"} for name in more.get("parents", ())],
    }


@pytest.fixture
def derive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Derive:
    """The rows by key from GOV.UK's records, the departments above and our own lists by name."""

    def derived(*govuk: dict[str, Any], **own: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
        (tmp_path / "own").mkdir()
        for name in ("acronyms", "amendments", "answering_bodies", "common_words", "left_out", *own):
            (tmp_path / "own" / f"{name}.jsonl").write_text("".join(registers.lines(own.get(name, []))))
        (tmp_path / "govuk-organisations.json").write_text(json.dumps(govuk))
        (tmp_path / "departments-since-1979.csv").write_text(DEPARTMENTS)
        (tmp_path / "department-links.csv").write_text(LINKS)
        monkeypatch.setattr(registers, "REGISTERS", tmp_path)
        return {row["body_id"]: row for row in registers.organisations(tmp_path)}

    return derived


def test_a_name_that_came_back_is_two_bodies_and_a_department_that_went_on_has_no_successor(derive: Derive) -> None:
    rows = derive(
        organisation("Ministry of Works & Roads", "Ministerial department", "MOWR"),
        organisation("Kerb Agency", parents=["ministry-of-works-and-roads"]),
    )
    first, later = rows["ministry-of-works-and-roads"], rows["ministry-of-works-and-roads-2018"]
    assert (first["valid_from"], first["valid_to"]) == ("2001-06-08", "2010-05-11")
    assert (later["name"], later["valid_from"]) == ("Ministry of Works & Roads", "2018-01-08")
    assert (later["acronym"], later["aliases"]) == ("MOWR", ["MoWR"])
    assert later["govuk_slug"] == "ministry-of-works-and-roads"
    assert "govuk_slug" not in first
    assert rows["kerb-agency"]["parent_body_id"] == "ministry-of-works-and-roads-2018"
    assert first["successor_body_ids"] == ["department-for-roads"]
    assert rows["department-for-roads"]["successor_body_ids"] == ["ministry-of-works-and-roads-2018"]
    assert "successor_body_ids" not in rows["department-for-lighthouses"]


def test_a_closed_department_is_the_era_that_ended_when_it_was_closed(derive: Derive) -> None:
    rows = derive(organisation("Board of Tolls", status="no_longer_exists", closed_at="2005-01-03T00:00:00Z"))
    assert "govuk_slug" not in rows["board-of-tolls"]
    assert rows["board-of-tolls-2000"]["govuk_slug"] == "board-of-tolls"
    assert rows["board-of-tolls-2000"]["valid_to"] == "2004-12-31"


def test_a_body_renamed_on_a_day_hands_over_on_that_day(derive: Derive) -> None:
    rows = derive(
        organisation(
            "Lamp Office", status="changed_name", closed_at="2020-03-01T00:00:00.000+00:00", successors=["light-agency"]
        ),
        organisation("Light Agency", "Executive agency", parents=["department-for-roads"]),
        organisation("Department for Roads", "Ministerial department", status="replaced"),
    )
    assert rows["lamp-office"]["valid_to"] == "2020-02-29"
    assert rows["light-agency"]["valid_from"] == "2020-03-01"
    assert rows["light-agency"]["parent_body_id"] == "department-for-roads"
    assert rows["light-agency"]["kind"] == "agency_or_alb"


def test_our_own_lists_add_rows_and_amend_them(derive: Derive) -> None:
    rows = derive(
        organisation("Beacon", acronym="The Beacon Office"),
        organisation("Beacon Fund"),
        amendments=[{"govuk_slug": "beacon", "aliases": ["Beacon House"], "not_aliases": ["The Beacon Office"]}],
        left_out=[{"govuk_slug": "beacon-fund", "reason": "a fund"}],
        common_words=[{"word": "Beacon"}],
        answering_bodies=[{"parliament_answering_body_id": 7, "body_id": "beacon"}],
        keepers=[{"name": "Keeper of Lamps", "kind": "office_holder", "parents": ["beacon"]}],
    )
    assert rows["beacon"]["aliases"] == ["Beacon House"]
    assert rows["beacon"]["common_words"] == ["Beacon"]
    assert rows["beacon"]["parliament_answering_body_id"] == 7
    assert rows["keeper-of-lamps"]["parent_body_id"] == "beacon"
    assert "beacon-fund" not in rows


def test_short_and_shared_acronyms_need_a_definition(derive: Derive) -> None:
    rows = derive(
        organisation("Lamp Oil Council", acronym="LOC"),
        organisation("Lamp Wick Council", acronym="LWC"),
        organisation("Lamp Glass Control Council", acronym="LGCC"),
        organisation("Light Gas Consumer Council", acronym="LGCC"),
        organisation("Lamp Inspection and Test Service", acronym="LITS"),
        organisation("Lamp Safety and Maintenance Panel", acronym="LAMP"),
        acronyms=[{"acronym": "LWC", "stands_alone": True}, {"acronym": "LAMP", "stands_alone": False}],
    )
    needing = {row["name"] for row in rows.values() if row.get("acronym_needs_definition")}
    assert needing == {
        "Lamp Oil Council",
        "Lamp Glass Control Council",
        "Light Gas Consumer Council",
        "Lamp Safety and Maintenance Panel",
        "Department for Roads",
        "Department for Lighthouses",
    }


@pytest.mark.parametrize(
    ("own", "reason"),
    [
        ({"keepers": [{"name": "Beacon", "kind": "other"}]}, "two bodies are called Beacon"),
        ({"keepers": [{"name": "Keeper", "kind": "other", "parents": ["nobody"]}]}, "refer to .'nobody'"),
        ({"amendments": [{"name": "Nobody", "aliases": []}]}, "nothing is called Nobody"),
        ({"common_words": [{"word": "Lamp"}]}, "no body is called .'Lamp'"),
    ],
)
def test_a_bad_row_is_named(derive: Derive, own: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        derive(organisation("Beacon"), **own)
