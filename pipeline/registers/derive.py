"""Derive the committed registers from the public lists: `python -m pipeline.registers.derive DATA`.

DATA is a folder with `govuk-organisations.json` (GOV.UK's list, as its API gives it), `departments-since-1979.csv`,
`department-links.csv` (Institute for Government) and `members.csv`; see `docs/sources.md`. With the rows of
`extractors/registers/own/` they become `organisations.jsonl` and `members.csv` in `extractors/registers/`, one row a
line and sorted by key, so that `git diff` after a run on a fresh download shows what changed.

`body_id` is the name in lower case with hyphens. Where bodies of several eras carry one name, the first keeps the
plain key and each later one adds the year it began: `department-for-education-2010`. A new era so never changes a
key that has been given out.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from pipeline.registers.acronyms import needing_definition
from pipeline.registers.sources import Row, departments_and_govuk, slug

REGISTERS = Path(__file__).parents[2] / "extractors" / "registers"
COLUMNS = (
    *("body_id", "name", "acronym", "aliases", "kind", "jurisdiction", "parent_body_id", "valid_from", "valid_to"),
    *("successor_body_ids", "govuk_slug", "govuk_content_id", "parliament_answering_body_id"),
    *("is_class", "common_words", "acronym_needs_definition"),
)
_MEMBER_COLUMNS = ("member_id", "name", "party", "constituency", "constituency_code")
_NOT_BODIES = frozenset(("acronyms", "amendments", "answering_bodies", "common_words", "left_out"))


def organisations(data: Path) -> list[Row]:
    """Every named body as a row of `organisations.jsonl`, sorted by `body_id`, empty values left out.

    `ValueError` where two bodies of one era have one name, or a row names a body that is not there.
    """
    left_out = {row["govuk_slug"] for row in _own("left_out")}
    listed = [row for row in departments_and_govuk(data) if row.get("govuk_slug") not in left_out]
    _amend(listed, _own("amendments"))
    files = sorted(path.stem for path in (REGISTERS / "own").glob("*.jsonl") if path.stem not in _NOT_BODIES)
    own = [row for name in files for row in _own(name)]
    rows = _with_keys([*listed, *own])
    by_source = {row[name]: row["body_id"] for row in rows for name in ("govuk_slug", "institute_id") if name in row}
    for name in _link(listed, by_source) - left_out:
        print(f"{name} is referred to and not in the list", file=sys.stderr)
    if missing := _link(own, {row["body_id"]: row["body_id"] for row in rows}):
        raise ValueError(f"our own lists refer to {sorted(missing)}, which is no body")
    _add_answering_bodies(rows, _own("answering_bodies"))
    for row in needing_definition(rows, _own("acronyms")):
        row["acronym_needs_definition"] = True
    _mark_common_words(rows, {row["word"] for row in _own("common_words")})
    return [{key: row[key] for key in COLUMNS if row.get(key)} for row in sorted(rows, key=lambda row: row["body_id"])]


def members(data: Path) -> list[dict[str, str]]:
    """The Members of the House of Commons, sorted by their number in Parliament's data."""
    with (data / "members.csv").open(encoding="utf-8-sig", newline="") as file:
        found = [
            dict(
                zip(
                    _MEMBER_COLUMNS,
                    (row["member_id"], row["display_as"], row["party_text"], row["pcon_name"], row["pcon_code"]),
                    strict=True,
                )
            )
            for row in csv.DictReader(file)
        ]
    return sorted(found, key=lambda row: int(row["member_id"]))


def _own(name: str) -> list[Row]:
    with (REGISTERS / "own" / f"{name}.jsonl").open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def _amend(rows: list[Row], amendments: Iterable[Row]) -> None:
    """Add to rows what their source lacks: aliases and the like; each amendment names its row by slug or by name."""
    by_key: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        by_key["name", row["name"]].append(row)
        if row.get("govuk_slug"):
            by_key["govuk_slug", row["govuk_slug"]].append(row)
    for amendment in amendments:
        key = "govuk_slug" if "govuk_slug" in amendment else "name"
        if not by_key[key, amendment[key]]:
            raise ValueError(f"amendments.jsonl: nothing is called {amendment[key]}")
        for row in by_key[key, amendment[key]]:
            aliases = [alias for alias in row.get("aliases", ()) if alias not in amendment.get("not_aliases", ())]
            row |= amendment | {"aliases": [*aliases, *amendment.get("aliases", ())]}


def _with_keys(rows: list[Row]) -> list[Row]:
    rows = sorted(rows, key=lambda row: (slug(row["name"]), row.get("valid_from") or ""))
    for plain, eras in groupby(rows, key=lambda row: slug(row["name"])):
        for number, row in enumerate(eras):
            if number and not row.get("valid_from"):
                raise ValueError(f"two bodies are called {row['name']} and it is not known when they began")
            row["body_id"] = f"{plain}-{row['valid_from'][:4]}" if number else plain
    if len({row["body_id"] for row in rows}) < len(rows):
        raise ValueError("two bodies of one name began in one year")
    return rows


def _link(rows: list[Row], keys: Mapping[str, str]) -> set[str]:
    """Write parents and successors as keys. The names that are none of `keys`: what sources refer to by their own
    ids our own rows do by key, and the id of one body can be the key of another."""
    missing: set[str] = set()
    for row in rows:
        parents, successors = row.get("parents", ()), row.get("successors", ())
        missing |= {*parents, *successors} - keys.keys()
        row["parent_body_id"] = next((keys[name] for name in parents if name in keys), None)
        row["successor_body_ids"] = sorted({keys[name] for name in successors if name in keys})
    return missing


def _add_answering_bodies(rows: list[Row], numbers: Iterable[Row]) -> None:
    by_key = {row["body_id"]: row for row in rows}
    for number in numbers:
        by_key[number["body_id"]]["parliament_answering_body_id"] = number["parliament_answering_body_id"]


def _mark_common_words(rows: list[Row], common: set[str]) -> None:
    """Which of its names a row shares with ordinary words; `ValueError` for a word that is no body's name."""
    for row in rows:
        names = [name.removeprefix("The ") for name in (row["name"], *row.get("aliases", ()))]
        row["common_words"] = [name for name in names if name in common]
    if unused := common - {word for row in rows for word in row["common_words"]}:
        raise ValueError(f"common_words.jsonl: no body is called {sorted(unused)}")


def lines(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Rows as the lines of a file of the register."""
    return (json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)


def main(data: Path) -> None:
    """Write both registers anew."""
    (REGISTERS / "organisations.jsonl").write_text("".join(lines(organisations(data))), encoding="utf-8")
    with (REGISTERS / "members.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, _MEMBER_COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(members(data))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m pipeline.registers.derive DATA")
    main(Path(sys.argv[1]))
