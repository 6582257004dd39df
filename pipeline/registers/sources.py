"""GOV.UK's list of organisations and the Institute for Government's of departments, as rows of one list.

A row has the columns of the register and `parents` and `successors` by the sources' own ids. GOV.UK renames a body
in place, so the eras of a department and their dates come from the Institute where it has them.
"""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

Row = dict[str, Any]

# `Ministry of Housing, Communities & Local Government (2018 to 2021)`
_YEARS = re.compile(r"\s*\(\d{4} to \d{4}\)$")
_NORTHERN_IRELAND = " (NI)"
# Two names of one department, and what the Institute lists that is no department.
_SAME = {
    "department-for-exiting-the-eu": "department-for-exiting-the-european-union",
    "department-of-environment-transport-and-the-regions": "department-of-the-environment-transport-and-the-regions",
    "prime-minister-s-office": "prime-minister-s-office-10-downing-street",
}
_NO_DEPARTMENT = ("Government Whips",)
# Short names that the Institute made for its own use.
_NOT_ACRONYMS = frozenset(
    ("DESc", "DPM", "DoEm", "DoEnv", "DoTr", "Leader Commons", "Leader Lords", "PM", "Scot", "Wal")
)

_KIND_BY_FORMAT = {
    "Ministerial department": "department",
    "Executive office": "department",
    "Devolved government": "devolved_government",
    "Court": "court_or_judiciary",
    "Tribunal": "court_or_judiciary",
    "Special health authority": "health_body",
    "Civil service": "other",
}
# The first that fits the name; GOV.UK's formats "Other" and "Sub organisation" say nothing of kind.
_KIND_BY_NAME = (
    (r"^(Department|Ministry) .*\(Northern Ireland\)$", "devolved_government"),
    (r"^(Department|Ministry) (for|of)\b", "department"),
    (r"^HM Inspectorate|^HM .*Inspectorate$|Water Inspectorate$|Chief Inspector\b", "inspectorate"),
    (r"^(?!Office of).*\b(Commissioner|Reviewer of Terrorism Legislation)$", "office_holder"),
    (r"\bCourts?$|^Court of\b|\bTribunal\b(?! Service)", "court_or_judiciary"),
    (r"^NHS\b(?!.*Review Body)|Health and Social (Care|Services) (Board|Trust)|^Public Health Wales", "health_body"),
    (r"\b(Action Zone|Partnership|Working Group)$", "board_or_partnership"),
    (r"\b(Inquiry|Review|Investigation|Profession|Function)$", "other"),
    (r"\b(Ltd|Limited)$", "company"),
)
_JURISDICTIONS = (
    ("England and Wales", r"\bEngland and Wales\b"),
    ("Northern Ireland", r"\bNorthern Ireland\b"),
    ("Scotland", r"\b(Scotland|Scottish)\b"),
    ("Wales", r"\b(Wales|Welsh)\b"),
    ("England", r"\bEngland\b(?! Company)"),
)


def slug(name: str) -> str:
    """`Department for Business, Innovation & Skills` → `department-for-business-innovation-and-skills`."""
    plain = name.lower().replace("&", " and ").removeprefix("the ")
    return re.sub(r"[^\w]+", "-", plain).strip("-_")


def departments_and_govuk(data: Path) -> list[Row]:
    """Every body of both sources, each once."""
    records = json.loads((data / "govuk-organisations.json").read_text(encoding="utf-8"))
    rows = [_govuk(record) for record in records]
    by_slug = {row["govuk_slug"]: row for row in rows}
    for row in rows:
        # A change of name on a known day is the day from which its one successor carries the new one.
        if row.pop("is_renamed") and row.get("valid_to") and len(row["successors"]) == 1:
            successor = by_slug.get(row["successors"][0], {})
            successor["valid_from"] = max(row["valid_to"], successor.get("valid_from") or "")
            row["valid_to"] = _day_before(row["valid_to"])
    return _with_eras(rows, _institute(data))


def _govuk(record: Row) -> Row:
    details = record["details"]
    title = " ".join(_YEARS.sub("", record["title"].strip()).split())
    acronym = (details["abbreviation"] or "").strip()
    is_northern = acronym.endswith(_NORTHERN_IRELAND)
    is_short = 1 < len(acronym) < len(title) and " " not in acronym and not is_northern
    status = details["govuk_closed_status"]
    return {
        "name": title,
        "acronym": acronym if is_short else None,
        "aliases": [acronym] if acronym and not is_short and acronym != title else [],
        "kind": _kind(title, record["format"]),
        "jurisdiction": next((place for place, words in _JURISDICTIONS if re.search(words, title)), None),
        "parents": _slugs(record["parent_organisations"]),
        "valid_to": details["closed_at"][:10] if details["closed_at"] else None,
        # GOV.UK gives the devolved government as what came after a body that it has ceased to list.
        "successors": [] if status == "devolved" else _slugs(record["superseding_organisations"]),
        "is_renamed": status == "changed_name",
        "is_closed": details["govuk_status"] == "closed",
        "govuk_slug": details["slug"],
        "govuk_content_id": details["content_id"],
    }


def _slugs(organisations: Iterable[Row]) -> list[str]:
    return [organisation["id"].rsplit("/", 1)[1] for organisation in organisations]


def _kind(title: str, govuk_format: str) -> str:
    if kind := _KIND_BY_FORMAT.get(govuk_format):
        return "devolved_government" if kind == "department" and "Northern Ireland)" in title else kind
    return next((kind for words, kind in _KIND_BY_NAME if re.search(words, title)), "agency_or_alb")


def _institute(data: Path) -> list[Row]:
    """The departments since 1979 with their successors: what took over from one that ended with the change.

    A link from a department that went on is no succession, whatever its type.
    """
    departments = {row["id"]: row for row in _csv(data / "departments-since-1979.csv")}
    successors = defaultdict(list)
    for link in _csv(data / "department-links.csv"):
        ended = departments[link["predecessor_organisation_id"]]["end_date"]
        if ended and _days(ended, link["link_start_date"]) <= 7:
            successors[link["predecessor_organisation_id"]].append(link["successor_organisation_id"])
    return [
        {
            "name": row["name"],
            "acronym": None if row["short_name"] in _NOT_ACRONYMS else row["short_name"],
            "kind": "department",
            "valid_from": row["start_date"] or None,
            "valid_to": _day_before(row["end_date"]) if row["end_date"] else None,
            "successors": successors[row["id"]],
            "institute_id": row["id"],
        }
        for row in departments.values()
        if not row["name"].startswith(_NO_DEPARTMENT)
    ]


def _with_eras(rows: list[Row], eras: list[Row]) -> list[Row]:
    """GOV.UK's rows with the Institute's dates, and a row of its own for each era that GOV.UK does not list."""
    by_name = defaultdict(list)
    for row in rows:
        by_name[slug(row["name"])].append(row)
    alone = []
    for era in eras:
        name = _SAME.get(slug(era["name"]), slug(era["name"]))
        same = [row for row in by_name[name] if "institute_id" not in row and _fits(row, era)]
        if not same:
            alone.append(era)
            continue
        acronym = same[0]["acronym"] or era["acronym"]
        variants = [era["acronym"]] if era["acronym"] and era["acronym"] != acronym else []
        same[0].update(
            institute_id=era["institute_id"],
            acronym=acronym,
            aliases=[*same[0]["aliases"], *variants],
            valid_from=era["valid_from"],
            valid_to=era["valid_to"] or same[0]["valid_to"],
            successors=era["successors"] or same[0]["successors"],
        )
    return [*rows, *alone]


def _fits(row: Row, era: Row) -> bool:
    """A department that GOV.UK lists as closed is the era that ended, one that it lists as open the one that runs."""
    closed, ended = row["valid_to"], era["valid_to"]
    if closed:
        return _days(closed, ended) < 100 if ended else (era["valid_from"] or "") < closed
    return bool(row["is_closed"]) == bool(ended)


def _days(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def _csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
