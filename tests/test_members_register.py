"""The list of Members: names with and without titles, numbers, and that the committed file is the derived one."""

import csv
from pathlib import Path

import pytest

from extractors import members_register
from extractors.members_register import Member, member_id, members
from pipeline.registers import derive

DATA = Path(__file__).parent.parent.parent / "shared" / "data"


@pytest.mark.parametrize("name", ["Wendy Morton", "Rt Hon Wendy Morton MP", "wendy morton", "Wendy Morton MP"])
def test_a_name_leads_to_a_member_whatever_its_titles(name: str) -> None:
    found = member_id(name)
    assert found is not None
    assert members()[found] == Member(4358, "Wendy Morton", "Conservative", "Aldridge-Brownhills", "E14001064")


@pytest.mark.parametrize("name", ["Wendy", "Wendy Mortone", "Sir", "", "MP"])
def test_a_name_that_is_nobodys_leads_nowhere(name: str) -> None:
    assert member_id(name) is None


def test_two_members_of_one_name_are_not_told_apart_by_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(members_register, "_by_name", lambda: {"ann rowe": (1, 2), "bob lee": (3,)})
    assert member_id("Ann Rowe") is None
    assert member_id("Sir Bob Lee") == 3


def test_every_seat_has_one_member() -> None:
    assert len(members()) == len({member.constituency for member in members().values()}) == 650
    assert list(members()) == sorted(members())
    assert all(member_id(member.name) == member.member_id for member in members().values())


@pytest.mark.skipif(not DATA.is_dir(), reason="the public lists are not in ../shared/data")
def test_derived_again_the_list_is_the_same() -> None:
    with (derive.REGISTERS / "members.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.DictReader(file)) == derive.members(DATA)
