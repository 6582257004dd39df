"""Members of the House of Commons by name and by their number in Parliament's data: `registers/members.csv`.

The list is of those elected in 2024, with party and seat as its source gives them; `docs/sources.md` says which.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_TITLES = frozenset(("dame", "dr", "hon", "lady", "lord", "miss", "mr", "mrs", "ms", "prof", "rt", "sir", "the"))


@dataclass(frozen=True, slots=True)
class Member:
    """A Member as listed: `name` may begin with a title ("Sir Gavin Williamson")."""

    member_id: int
    name: str
    party: str
    constituency: str
    constituency_code: str


@cache
def members() -> Mapping[int, Member]:
    """All Members by number, in order of it."""
    text = (files("extractors") / "registers" / "members.csv").read_text(encoding="utf-8")
    found = [Member(int(row.pop("member_id")), **row) for row in csv.DictReader(text.splitlines())]
    return {member.member_id: member for member in found}


def member_id(name: str) -> int | None:
    """The number of the one Member of a name, titles and "MP" aside; None if there is none, or more than one."""
    found = _by_name().get(_plain(name), ())
    return found[0] if len(found) == 1 else None


@cache
def _by_name() -> Mapping[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for member in members().values():
        plain = _plain(member.name)
        found[plain] = (*found.get(plain, ()), member.member_id)
    return found


def _plain(name: str) -> str:
    """`Rt Hon Sir John Hayes MP` → `john hayes`."""
    words = [word.strip(".,") for word in name.replace("’", "'").casefold().split()]
    while words and words[0] in _TITLES:
        words = words[1:]
    return " ".join(words[:-1] if words[-1:] == ["mp"] else words)
