"""The register of named bodies: what each is called, and which body a name means on a day.

A *body* is one name of one era: the Ministry of Housing, Communities and Local Government to 2021, the Department
for Levelling Up, Housing and Communities to July 2024 and the ministry since are three, in a row of successors.
The data is `registers/organisations.jsonl`; `docs/sources.md` says where it comes from.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from extractors.records import record

Match = Literal["name", "post", "alias", "acronym"]
Need = Literal["definition", "context"]

NATIONS = ("Northern Ireland", "Scotland", "Wales")
_ROYAL = ("HM ", "H.M. ", "His Majesty's ", "Her Majesty's ", "His Majesty ", "Her Majesty ")
_JOINTS = {"Department": ("of", "for"), "Ministry": ("of", "for"), "Secretary of State": ("for",)}
_OF_A_NATION = (("(", ")"), ("for ", ""), ("of ", ""))
_RANKS = ("name", "post", "acronym", "alias")
_FOLDED = {chr(code): " " for code in range(0x3001) if chr(code).isspace() and code != 0x20} | dict.fromkeys("’‘ʼ", "'")


@record()
class Body:
    """A row of the table `organisations`; `valid_to` is the last day of the name, None while it runs or unknown.

    `is_class` marks a name of many ("Integrated Care Boards"), which texts write in lower case too; `common_words`
    are those of its names that are also ordinary words.
    """

    body_id: str
    name: str
    kind: str
    acronym: str | None = None
    aliases: tuple[str, ...] = ()
    jurisdiction: str | None = None
    parent_body_id: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    successor_body_ids: tuple[str, ...] = ()
    govuk_slug: str | None = None
    govuk_content_id: str | None = None
    parliament_answering_body_id: int | None = None
    is_class: bool = False
    common_words: tuple[str, ...] = ()
    acronym_needs_definition: bool = False

    def exists(self, on: date) -> bool:
        """Whether the body has this name on a day, as far as is known."""
        return (self.valid_from or date.min) <= on <= (self.valid_to or date.max)


@record()
class Form:
    """One way to write a body: how it `match`es, and what it `needs` before it counts as a mention.

    `definition`: an acronym that says nothing unless the document defines it. `context`: an ordinary word too, such
    as "Shelter", so that a capital alone does not make it a name.
    """

    body_id: str
    match: Match
    needs: Need | None = None


@cache
def bodies() -> Mapping[str, Body]:
    """All bodies by `body_id`, in order of it."""
    text = (files("extractors") / "registers" / "organisations.jsonl").read_text(encoding="utf-8")
    rows = json.loads(f"[{','.join(text.splitlines())}]")
    for row in rows:
        row |= {key: date.fromisoformat(row[key]) for key in ("valid_from", "valid_to") if key in row}
        row |= {key: tuple(row[key]) for key in ("aliases", "successor_body_ids", "common_words") if key in row}
    return {row["body_id"]: Body(**row) for row in rows}


@cache
def names() -> Mapping[str, tuple[Form, ...]]:
    """Every surface form of every body, for a scanner over text folded as by `fold`; case is as written.

    The forms of one surface stand in the order of `bodies`, at most one a body.
    """
    found: dict[str, tuple[Form, ...]] = {}
    for body in bodies().values():
        for surface, form in _forms(body):
            before = found.get(surface, ())
            if not before or before[-1].body_id != form.body_id:
                found[surface] = (*before, form)
    return found


def fold(text: str) -> str:
    """Text with typewriter apostrophes and plain spaces, one character for one, as surfaces are written."""
    if text.isascii() and text.isprintable():  # as most names are
        return text
    for mark, plain in _FOLDED.items():  # far cheaper than one pass over every character
        text = text.replace(mark, plain)
    return text


@lru_cache(maxsize=10_000)
def resolve(surface: str, on: date | None, nation: str | None = None) -> str | None:
    """The body that a name, acronym, alias or post means on a day; None if it is none's, or two could be meant.

    Where a `nation` speaks it means that one's own: the Department of Health of Northern Ireland, the First Minister
    of Wales.

    A name of several eras is that of the day's era; between two eras that of the one before, and before the first
    that of the first; without a day the newest. A name that one body alone has had is that body on every day: DCLG in
    2024 is DCLG. What needs a definition or a context is resolved like the rest: the caller has seen that it is met.
    """
    words = fold(surface).split()
    name = " ".join(words[1:] if words and words[0].lower() == "the" else words)
    own = national().get(name, {}).get(nation) if nation else None
    return own or meant_on(names().get(name, ()), on)


@cache
def national() -> Mapping[str, Mapping[str, str]]:
    """For a name that the body of a nation bears without saying so, that nation's: "Law Society" → Scotland → key."""
    tails = {f" {joint}{nation}{end}": nation for nation in NATIONS for joint, end in _OF_A_NATION}
    found: dict[str, dict[str, str]] = {}
    for surface, forms in names().items():
        tail = next((tail for tail in tails if surface.endswith(tail)), None)
        if tail is not None and bodies()[forms[0].body_id].jurisdiction != "United Kingdom":
            found.setdefault(surface.removesuffix(tail), {}).setdefault(tails[tail], forms[0].body_id)
    return found


def said_in_full(surface: str, following: str) -> str:
    """A name with the nation that the text goes on with: "Department of Health" before " in Northern Ireland, …"."""
    own = national().get(surface)
    if own is None:  # as for most names
        return surface
    words = " ".join(fold(following).split()).lstrip(",( ").removeprefix("in ")
    nation = next((one for one in own if words.startswith(one)), None)
    return bodies()[own[nation]].name if nation is not None else surface


def meant_on(forms: Sequence[Form], on: date | None) -> str | None:
    """The body that one of several forms of one surface means on a day, as `resolve` chooses."""
    if len(forms) < 2:
        return forms[0].body_id if forms else None
    known, day = bodies(), on or date.max
    meant = [form for form in forms if known[form.body_id].exists(day)]
    if not meant:
        eras = sorted(forms, key=lambda form: known[form.body_id].valid_from or date.min)
        begun = [form for form in eras if (known[form.body_id].valid_from or date.min) <= day]
        meant = begun[-1:] or eras[:1]
    best = min(map(_rank, meant))
    meant = [form for form in meant if _rank(form) == best]
    return meant[0].body_id if len(meant) == 1 else None


def _rank(form: Form) -> tuple[bool, int]:
    return form.needs is not None, _RANKS.index(form.match)


def _forms(body: Body) -> Iterator[tuple[str, Form]]:
    """Each surface with its form, what is nearest to the name as registered first."""
    named: Match = "post" if body.kind == "office_holder" and not body.is_class else "name"
    acronym = (body.acronym or "").lower()
    short: Need | None = "definition" if body.acronym_needs_definition else None
    for number, name in enumerate((body.name, *body.aliases, *_unbracketed(body.name))):
        name = name.removeprefix("The ")
        match: Match = named if number == 0 or named == "post" else "alias"
        needs: Need | None = "context" if name in body.common_words else None
        if number and acronym and name.lower() in (acronym, f"{acronym}s"):
            match, needs = "acronym", short
        for surface in _spellings(fold(name), body):
            yield surface, Form(body.body_id, match, needs)
        for mixed_up in _mixed_up(name) if body.kind in ("department", "office_holder") else ():
            for surface in _spellings(fold(mixed_up), body):
                yield surface, Form(body.body_id, named if named == "post" else "alias")
    if body.acronym:
        for surface in dict.fromkeys((body.acronym, body.acronym.upper())):
            yield surface, Form(body.body_id, "acronym", short)


def _spellings(name: str, body: Body) -> Iterable[str]:
    """The name without its article, with "and" and "&", with and without a last comma, the King's or the Queen's."""
    if royal := next((words for words in _ROYAL if name.startswith(words)), None):
        found = [words + name.removeprefix(royal) for words in _ROYAL]
    else:
        found = [name]
    for old, new in ((" & ", " and "), (" and ", " & ")):
        found += [one.replace(old, new) for one in found if old in one]
    pairs = [one.rpartition(" and ") for one in found]
    found += [f"{head}, and {last}" for head, _, last in pairs if ", " in head and head[-1] != ","]
    if body.is_class and " " in name:
        lower = [" ".join(word if word.isupper() else word.lower() for word in one.split(" ")) for one in found]
        found += [spelling for one in lower for spelling in (one, one[0].upper() + one[1:])]
    return dict.fromkeys(found)


def _unbracketed(name: str) -> Iterator[str]:
    """`Department of Health (Northern Ireland)` → `Northern Ireland Department of Health`, `Northern Ireland's …`."""
    nation = next((nation for nation in NATIONS if name.endswith(f" ({nation})")), None)
    if nation is not None:
        short = name.removesuffix(f" ({nation})")
        yield from (f"{nation} {short}", f"{nation}'s {short}")


def _mixed_up(name: str) -> Iterator[str]:
    """`Department of Health` → `Department for Health`, `Department for the Health` and so on: texts mix them up."""
    for head, joints in _JOINTS.items():
        used = next((joint for joint in joints if name.startswith(f"{head} {joint} ")), None)
        if used is not None:
            rest = name.removeprefix(f"{head} {used} ").removeprefix("the ")
            written = (f"{head} {joint} {article}{rest}" for joint in joints for article in ("", "the "))
            yield from (one for one in written if one != name)
