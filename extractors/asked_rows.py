"""Rows of bodies in a recommendation: "the Home Office, with the College of Policing and local forces".

What joins a body to the one before says its role: "and" the same, "along with" a co-actor's, "working with" a
partner's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from extractors.asked_bodies import Phrase

_MOST = 100


@dataclass(frozen=True, slots=True)
class Member:
    """A body of a row of bodies; `joint` are the words that join it to the one before."""

    start: int
    end: int
    role: str
    joint: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Row:
    """Bodies that stand together as one subject or object, and where what follows them begins."""

    members: tuple[Member, ...]
    end: int


def rows(phrase: Phrase, start: int, role: str = "lead") -> Iterator[Row]:
    """The rows of bodies that begin at a word, behind its determiners, the longest first; never very many."""
    start = phrase.skip(start, "determiner")
    found = (row for end in phrase.bodies(start) for row in _continued(phrase, (Member(start, end, role),), end))
    return islice(found, _MOST)


def acting(phrase: Phrase, row: Row) -> Iterator[Member]:
    """The members without those that only stand beside the last one after a comma: "Ofsted, the regulator, should";
    of "the sector’s regulator, Ofsted, should" the one that is named."""
    members = list(row.members)
    while len(members) > 1 and members[-1].joint <= {",", "the", "a", "our"}:
        beside = members.pop()
        if phrase.is_registered(beside.start, beside.end) and not phrase.is_registered(
            members[-1].start, members[-1].end
        ):
            members[-1] = beside
    yield from members


def _continued(phrase: Phrase, members: tuple[Member, ...], end: int) -> Iterator[Row]:
    end = _behind_brackets(phrase, end)
    joint = _joint(phrase, end, members[-1].role)
    if joint is not None:
        start, role = joint
        words = frozenset(phrase.lower[end:start])
        for after in phrase.bodies(start):
            yield from _continued(phrase, (*members, Member(start, after, role, words)), after)
    yield Row(members, end)


def _behind_brackets(phrase: Phrase, place: int) -> int:
    """Behind a bracket with another name of the body before (`(ONS)`, `(“the Inspectorate”)`), or behind the mark that
    closes an editor's insertion (`[the college]`)."""
    if phrase.at(place) in ("]", "”"):
        return place + 1
    if phrase.at(place) != "(" or not (phrase.is_a(place + 1, "acronym") or phrase.at(place + 1) in ("“", '"', "‘")):
        return place
    return next((end + 1 for end in range(place, min(place + 9, len(phrase))) if phrase.at(end) == ")"), place)


def _joint(phrase: Phrase, place: int, role: str) -> tuple[int, str] | None:
    """Where the next body of a row begins, and its role; None where the row ends."""
    start = place
    while start < len(phrase):
        if ends := [(end, value) for value in ("partner", "co_actor") for end in phrase.ends_of(value, start)]:
            start, role = max(ends)
        elif not (phrase.is_a(start, "joint") or (start > place and phrase.is_a(start, "determiner"))):
            break
        else:
            start += 1
    return (start, role) if start > place else None
