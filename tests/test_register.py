"""The register of bodies: as-of resolution on both sides of every change, and what must hold of its rows."""

import itertools
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from extractors import register
from extractors.register import Body, bodies, names, resolve
from pipeline import vocabularies
from pipeline.registers import derive

DATA = Path(__file__).parent.parent.parent / "shared" / "data"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the public lists are not in ../shared/data")
OWN = sorted((derive.REGISTERS / "own").glob("*.jsonl"))

# Day of the change; what a surface means the day before and on it. None: another row has it.
SHARED = [
    ("2010-05-12", "Department for Education", "department-for-education", "department-for-education-2010"),
    ("2010-05-12", "Education Secretary", "secretary-of-state-for-children-schools-and-families", None),
    ("2016-07-14", "Business Secretary", None, "secretary-of-state-for-business-energy-and-industrial-strategy"),
    ("2016-07-14", "Energy Secretary", "secretary-of-state-for-energy-and-climate-change", None),
    ("2017-07-03", "DCMS", "department-for-culture-media-and-sport", "department-for-digital-culture-media-and-sport"),
    ("2018-01-08", "Department of Health", "department-of-health", "department-of-health-and-social-care"),
    ("2018-01-08", "the Department for Health", "department-of-health", "department-of-health-and-social-care"),
    (
        "2018-01-08",
        "Health Secretary",
        "secretary-of-state-for-health",
        "secretary-of-state-for-health-and-social-care",
    ),
    ("2018-01-08", "Communities Secretary", "secretary-of-state-for-communities-and-local-government", None),
    ("2020-09-02", "Foreign Office", "foreign-and-commonwealth-office", "foreign-commonwealth-and-development-office"),
    ("2020-09-02", "Foreign Secretary", "secretary-of-state-for-foreign-and-commonwealth-affairs", None),
    ("2021-09-20", "Housing Secretary", None, "secretary-of-state-for-levelling-up-housing-and-communities"),
    (
        "2023-02-07",
        "DCMS",
        "department-for-digital-culture-media-and-sport",
        "department-for-culture-media-and-sport-2023",
    ),
    ("2023-02-07", "Business Secretary", None, "secretary-of-state-for-business-and-trade"),
    ("2024-07-09", "MHCLG", None, "ministry-of-housing-communities-and-local-government-2024"),
    ("2024-07-01", "Scotland Office", "office-of-the-secretary-of-state-for-scotland", "scotland-office"),
    ("2024-07-01", "Wales Office", "office-of-the-secretary-of-state-for-wales", "wales-office"),
    ("2015-04-01", "ORR", "office-of-rail-regulation", "office-of-rail-and-road"),
    ("2025-02-14", "AISI", "ai-safety-institute", "ai-security-institute"),
]


@pytest.mark.parametrize(("change", "surface", "before", "after"), SHARED)
def test_a_name_of_two_eras_is_that_of_the_day(
    change: str, surface: str, before: str | None, after: str | None
) -> None:
    day = date.fromisoformat(change)
    if before is not None:
        assert resolve(surface, day - timedelta(days=1)) == before
    if after is not None:
        assert resolve(surface, day) == after


SUCCESSIONS = [
    ("DCSF", "2010-05-11", ["DfE"]),
    ("BIS", "2016-07-17", ["BEIS"]),
    ("DECC", "2016-07-17", ["BEIS"]),
    ("DCLG", "2018-01-08", ["MHCLG"]),
    ("Department for Exiting the EU", "2020-01-31", []),
    ("FCO", "2020-09-02", ["FCDO"]),
    ("DFID", "2020-09-02", ["FCDO"]),
    ("DLUHC", "2024-07-09", ["MHCLG"]),
    ("BEIS", "2023-02-07", ["DBT", "DESNZ", "DSIT"]),
    ("DIT", "2023-02-07", ["DBT"]),
]


@pytest.mark.parametrize(("former", "ended", "successors"), SUCCESSIONS)
def test_a_department_ended_and_what_came_after(former: str, ended: str, successors: list[str]) -> None:
    day = date.fromisoformat(ended)
    key = _department(former, day - timedelta(days=1))
    body = bodies()[key]
    assert body.exists(day - timedelta(days=1))
    assert not body.exists(day)
    in_office = day + timedelta(days=1)  # a new government may take office a day after the old one leaves it
    assert set(body.successor_body_ids) == {_department(name, in_office) for name in successors}
    assert resolve(body.name, date(2030, 1, 1)) == key, "a name that it alone has had is its own on every day"


def _department(name: str, on: date) -> str:
    """What departments are called, whoever else shares the acronym."""
    found = [form.body_id for form in names()[name] if bodies()[form.body_id].kind == "department"]
    return next(key for key in found if bodies()[key].exists(on))


@pytest.mark.parametrize(
    ("surface", "on", "body_id"),
    [
        ("MHCLG", "2018-01-08", "ministry-of-housing-communities-and-local-government"),
        ("MHCLG", "2021-09-19", "ministry-of-housing-communities-and-local-government"),
        ("MHCLG", "2022-05-01", "ministry-of-housing-communities-and-local-government"),
        ("MHCLG", "2012-05-01", "ministry-of-housing-communities-and-local-government"),
        ("MHCLG", "2024-07-09", "ministry-of-housing-communities-and-local-government-2024"),
        ("MHCLG", None, "ministry-of-housing-communities-and-local-government-2024"),
        ("DCLG", "2024-10-01", "department-for-communities-and-local-government"),
        ("DCLG", None, "department-for-communities-and-local-government"),
        ("DfE", None, "department-for-education-2010"),
        ("the Home Secretary", None, "secretary-of-state-for-the-home-department"),
        ("Her Majesty’s Treasury", "2020-01-01", "hm-treasury"),
        ("His Majesty's Courts & Tribunals Service", None, "hm-courts-and-tribunals-service"),
        (
            "Department for Environment, Food, and Rural Affairs",
            None,
            "department-for-environment-food-and-rural-affairs",
        ),
        ("DEFRA", None, "department-for-environment-food-and-rural-affairs"),
        ("Department  of\u00a0Transport", "2024-01-01", "department-for-transport"),
        ("Department of Transport", "1996-01-01", "department-of-transport"),
        ("National Police Chiefs’ Council", None, "national-police-chiefs-council"),
        ("Charity Commission", None, "charity-commission"),
        ("integrated care boards", None, "integrated-care-boards"),
        ("Integrated care board", None, "integrated-care-boards"),
        ("PCCs", None, "police-and-crime-commissioners"),
        ("NHS trusts", None, "nhs-trusts"),
        ("Cheshire Police", None, "cheshire-constabulary"),
        ("monitor", None, None),
        ("located", None, None),
        ("home office", None, None),
        ("SC", None, None),
        ("", None, None),
    ],
)
def test_a_surface_means_a_body(surface: str, on: str | None, body_id: str | None) -> None:
    assert resolve(surface, date.fromisoformat(on) if on else None) == body_id


@pytest.fixture
def lamps(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A register of three eras of one name with a gap, and of two bodies with one acronym that one of them shares."""
    eras = (("1990-01-01", "1994-12-31"), ("2000-01-01", "2004-12-31"), ("2010-01-01", "2014-12-31"))
    rows = [
        Body(
            f"lamps-{start[:4]}",
            "Lamps",
            "other",
            None,
            (),
            None,
            None,
            date.fromisoformat(start),
            date.fromisoformat(end),
        )
        for start, end in eras
    ]
    rows += [
        Body("oil", "Oil Works", "other", "OW"),
        Body("ore", "Ore Works", "other", "OW", acronym_needs_definition=True),
    ]
    register.names.cache_clear()
    monkeypatch.setattr(register, "bodies", lambda: {row.body_id: row for row in rows})
    yield
    register.names.cache_clear()


@pytest.mark.usefixtures("lamps")
@pytest.mark.parametrize(
    ("on", "body_id"),
    [
        ("1980-01-01", "lamps-1990"),
        ("1994-12-31", "lamps-1990"),
        ("1997-01-01", "lamps-1990"),
        ("2000-01-01", "lamps-2000"),
        ("2007-01-01", "lamps-2000"),
        ("2020-01-01", "lamps-2010"),
        (None, "lamps-2010"),
    ],
)
def test_between_two_eras_a_name_is_that_of_the_one_before(on: str | None, body_id: str) -> None:
    assert resolve("Lamps", date.fromisoformat(on) if on else None) == body_id


@pytest.mark.usefixtures("lamps")
def test_an_acronym_that_stands_alone_goes_before_one_that_needs_a_definition() -> None:
    assert resolve("OW", None) == "oil"


@pytest.mark.parametrize(
    ("surface", "match", "needs"),
    [
        ("Ministry of Justice", "name", None),
        ("MoJ", "acronym", None),
        ("DEFRA", "acronym", None),
        ("Treasury", "alias", None),
        ("Home Secretary", "post", None),
        ("Children's Commissioner", "post", None),
        ("ORR", "acronym", "definition"),
        ("EA", "acronym", "definition"),
        ("SARCs", "acronym", "definition"),
        ("MI5", "acronym", None),
        ("Monitor", "name", "context"),
        ("Shelter", "name", "context"),
        ("Scouts", "alias", "context"),
        ("Which?", "name", "context"),
    ],
)
def test_a_form_says_how_it_matches_and_what_it_needs(surface: str, match: str, needs: str | None) -> None:
    assert {(form.match, form.needs) for form in names()[surface]} == {(match, needs)}


def test_surfaces_are_folded() -> None:
    assert [surface for surface in names() if surface != register.fold(surface) or surface != surface.strip()] == []


def test_every_key_resolves() -> None:
    keys = bodies().keys()
    parents = {body.parent_body_id for body in bodies().values()} - {None}
    successors = {key for body in bodies().values() for key in body.successor_body_ids}
    assert parents <= keys
    assert successors <= keys
    assert not [key for key, body in bodies().items() if key in (body.parent_body_id, *body.successor_body_ids)]


@pytest.mark.parametrize(
    ("body_id", "parent"),
    [
        ("standards-and-testing-agency", "department-for-education-2010"),
        ("uk-health-security-agency", "department-of-health-and-social-care"),
        (
            "secretary-of-state-for-levelling-up-housing-and-communities",
            "department-for-levelling-up-housing-and-communities",
        ),
    ],
)
def test_a_parent_is_of_the_childs_time(body_id: str, parent: str) -> None:
    assert bodies()[body_id].parent_body_id == parent


def test_every_kind_is_of_the_vocabulary() -> None:
    assert {body.kind for body in bodies().values()} == set(vocabularies.BODY_KIND)


def test_no_two_bodies_of_one_time_have_one_name() -> None:
    by_name: dict[str, list[Body]] = {}
    for body in bodies().values():
        by_name.setdefault(body.name.removeprefix("The ").replace("&", "and").casefold(), []).append(body)
    for same in by_name.values():
        eras = sorted(same, key=lambda body: body.valid_from or date.min)
        for one, other in itertools.pairwise(eras):
            assert (one.valid_to or date.max) < (other.valid_from or date.min), (one.body_id, other.body_id)


def test_a_body_ends_after_it_begins_and_an_answering_body_has_one_number() -> None:
    assert not [key for key, b in bodies().items() if b.valid_from and b.valid_to and b.valid_from > b.valid_to]
    numbers = Counter(body.parliament_answering_body_id for body in bodies().values())
    assert {number for number, count in numbers.items() if number and count > 1} == set()


def test_every_acronym_spoken_of_is_a_bodys() -> None:
    rows = (derive.REGISTERS / "own" / "acronyms.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(row)["acronym"] for row in rows} <= {body.acronym for body in bodies().values()}


def test_the_register_is_sorted_by_key() -> None:
    assert list(bodies()) == sorted(bodies())


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_our_own_lists_are_sorted(path: Path) -> None:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    order = [next(str(value).zfill(9) if isinstance(value, int) else value for value in row.values()) for row in rows]
    assert rows
    assert order == sorted(order)


@needs_data
def test_derived_again_the_register_is_the_same() -> None:
    committed = (derive.REGISTERS / "organisations.jsonl").read_text(encoding="utf-8")
    assert "".join(derive.lines(derive.organisations(DATA))) == committed
