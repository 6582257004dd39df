"""Addressees: who a recommendation asks to act, and in what role.

The lead is the subject of what is asked: it stands before "should", in the subjunctive after "that" ("That the
Secretary of State appoint …"), after "we call on", at the head of a recommendation without a modal ("Home Office
strengthen …"), or in a bracket at its end ("(To HMPPS)"). What is joined to it leads too, "with" and "along with" make
a co-actor, "working with" a partner, and a body that the lead is told to make act is a target. A passive and a subject
that is no body have no lead.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from extractors import bodies
from extractors.asked_bodies import Phrase
from extractors.asked_rows import Member, Row, acting, rows
from extractors.matching import Match, Scan, group
from extractors.mentions import Addressee, Body
from extractors.model import Span
from extractors.token_classes import token_classes

_ROLES = ("lead", "co_actor", "partner", "implicit_target")


def find(scan: Scan, zones: Sequence[tuple[int, int]]) -> list[Addressee]:
    """The addressees of recommendations, in order of place; each zone is the words of one.

    A body that one recommendation names several times is given once, in the strongest role, where it first has it.
    """
    pieces = [(number, span) for number, zone in enumerate(zones) for span in _sentences(scan, *zone)]
    inside = [(span.start, span.end) for _, span in pieces]
    starts = [span.start for _, span in pieces]
    mine: list[list[Match]] = [[] for _ in pieces]
    for match in scan.find(group("addressees"), inside):
        mine[bisect_right(starts, match.start) - 1].append(match)
    known: list[list[Body]] = [[] for _ in pieces]
    for body in bodies.registered(scan, inside):
        known[bisect_right(starts, body.start) - 1].append(body)
    phrases = [
        (number, Phrase(scan.text, span, matches, named))
        for (number, span), matches, named in zip(pieces, mine, known, strict=True)
    ]
    found: list[Addressee] = []
    for _, of_zone in groupby(phrases, key=lambda one: one[0]):
        found += _once(scan.text, _addressees([phrase for _, phrase in of_zone]))
    return found


def _sentences(scan: Scan, start: int, end: int) -> Iterator[Span]:
    """The sentences inside a zone; a zone may begin or end inside a block."""
    for block in range(scan.block_at(start), len(scan.blocks)):
        if scan.block_spans[block].start >= end:
            return
        for span in scan.sentences(block):
            cut = Span(max(span.start, start), min(span.end, end))
            if cut.start < cut.end:
                yield cut


def _once(text: str, found: Sequence[Addressee]) -> list[Addressee]:
    """The addressees without those named before: in the same words, or by one word of a longer name."""
    kept: list[Addressee] = []
    named: list[str] = []
    for one in sorted(found, key=lambda one: (_ROLES.index(one.role), one.start, -one.end)):
        name = " ".join(text[one.start : one.end].lower().split())
        is_apart = all(one.end <= other.start or other.end <= one.start for other in kept)
        if is_apart and name not in named and not any(name in other.split() for other in named):
            kept.append(one)
            named.append(name)
    return sorted(kept, key=lambda one: one.start)


def _addressees(phrases: Sequence[Phrase]) -> list[Addressee]:
    found = []
    for number, phrase in enumerate(phrases):
        for member in [*_subjects(phrase, is_first=number == 0), *_objects(phrase)]:
            start, end = phrase.starts[member.start], phrase.ends[member.end - 1]
            rule = phrase.rule(member.start, member.end)
            found.append(Addressee(start=start, end=end, rule=rule, role=member.role))
    return found


def _behind_mark(phrase: Phrase) -> int:
    """Where the words of a sentence begin: behind the bullet, letter or number of a list item."""
    place = int(phrase.at(0) == "(")
    if len(phrase.at(place)) <= 2 and phrase.at(place + 1) in (")", "."):
        return place + 2
    return int(not phrase.at(0)[:1].isalnum() and phrase.at(0) not in ("[", "“", "‘"))


def _subjects(phrase: Phrase, *, is_first: bool) -> Iterator[Member]:
    """The bodies that a sentence asks to act."""
    that = [end for _, end in phrase.found("asks_that")]
    begin = _behind_mark(phrase)
    if phrase.at(begin) == "that":
        begin += 1
        that.insert(0, begin)
    modals = phrase.found("asks")
    since = 0
    for start, end in [*modals, (len(phrase), len(phrase))]:
        heads = [place for place in that if since <= place <= start] or ([begin] if not since else [])
        if start == len(phrase) and since and not heads:
            return
        for row in _candidates(phrase, heads, since, start):
            is_bare = (is_first or bool(that)) and _verb_follows(phrase, row.end, start, is_said=bool(that))
            if is_bare or (start < len(phrase) and _reaches(phrase, row.end, start, is_head=bool(heads))):
                if is_bare or not _is_passive(phrase, end):
                    yield from acting(phrase, row)
                break
        else:
            if start < len(phrase) and not {"whether", "which", "who"} & set(phrase.lower[since:start]):
                yield from _agents(phrase, end)
        since = end


def _candidates(phrase: Phrase, heads: Sequence[int], since: int, until: int) -> Iterator[Row]:
    """The rows that may be the subject of what begins at a head, or of a further clause joined to the one before."""
    for head in heads:
        head = _behind_and(phrase, head)
        yield from rows(phrase, head)
        if phrase.is_a(head, "at_head") or phrase.at(head) == ",":
            commas = [place for place in range(head + 1, until) if phrase.lower[place - 1] == ","]
            openers = [place for place in range(head + 1, until) if phrase.is_a(place, "opens_noun_phrase")]
            for place in [*commas, *reversed(openers)]:
                yield from _abutting(phrase, place, until)
    if not heads:
        for place in range(since, until):
            if phrase.lower[place] in ("and", ";", "while", "whereas", "but"):
                yield from _abutting(phrase, _behind_and(phrase, place), until)


def _behind_and(phrase: Phrase, place: int) -> int:
    while phrase.at(place) in ("and", "while", "whereas", "but", ";", "that"):
        place += 1
    return place


def _abutting(phrase: Phrase, place: int, until: int) -> Iterator[Row]:
    """Rows inside a sentence: no more than an adverb before the verb, no mere comma before the last body."""
    for row in rows(phrase, place):
        is_listed = len(row.members) < 2 or row.members[-1].joint != {","}
        end = row.end + (phrase.lower[row.end : row.end + 1] == [","] and any("," in one.joint for one in row.members))
        if is_listed and (phrase.skip(end, "manner") == until or _verb_follows(phrase, end, until, is_said=False)):
            yield row


def _reaches(phrase: Phrase, place: int, modal: int, *, is_head: bool) -> bool:
    """Whether a row is the subject of a modal: between them stands nothing but adverbs, an insertion between commas
    or what describes the body."""
    place = phrase.skip(place, "manner")
    if place >= modal:
        return place == modal
    is_inserted = phrase.lower[place] in (",", "(") and phrase.lower[modal - 1] in (",", ")")
    return is_inserted or (is_head and phrase.is_a(place, "after_body"))


def _verb_follows(phrase: Phrase, place: int, until: int, *, is_said: bool) -> bool:
    """Whether a verb in its bare form follows a row of bodies: "… ambitiously, strategically and sustainably invest";
    with `is_said`, after "we recommend that", also "the government seeks"."""
    if phrase.is_a(place, "after_body") and not phrase.is_a(place, "manner"):
        place = next((later for later in range(place + 1, until) if phrase.is_a(later, "bare_verb")), until)
        return place < until and not _is_passive(phrase, place)
    if phrase.at(place) == "," and not phrase.is_a(place + 1, "manner"):
        place = next((later for later in range(place + 1, until) if phrase.lower[later] == ","), place) + 1
    while phrase.is_a(place, "manner") or phrase.at(place) in (",", "and"):
        place += 1
    word = phrase.words[place] if place < until else ""
    forms = {word, word.removesuffix("s"), word.removesuffix("es")} if is_said else {word}
    return (
        word.islower()
        and any(form in token_classes()["bare_verb"] for form in forms)
        and not _is_passive(phrase, place)
    )


def _is_passive(phrase: Phrase, place: int) -> bool:
    """Whether "be" with a participle begins at a word: "urgently be reviewed"."""
    place = phrase.skip(place, "manner")
    return phrase.at(place) == "be" and phrase.is_a(phrase.skip(place + 1, "manner"), "participle")


def _agents(phrase: Phrase, place: int) -> Iterator[Member]:
    """Who a passive names: "should be commissioned by the Department for Education"."""
    if _is_passive(phrase, place):
        verb = phrase.skip(phrase.skip(place, "manner") + 1, "manner")
        if phrase.at(verb + 1) == "by":
            yield from next((row.members for row in rows(phrase, verb + 2)), ())


def _objects(phrase: Phrase) -> Iterator[Member]:
    """The bodies that are called on, worked with, or to be made to act."""
    modals = phrase.found("asks")
    for _, end in phrase.found("asks_of"):
        yield from _first(phrase, end, "lead", before="to")
    for _, end in phrase.found("asks_in_bracket"):
        yield from next((row.members for row in rows(phrase, end) if _ends_in_bracket(phrase, row.end)), ())
    for _, end in phrase.found("partner"):
        yield from _first(phrase, end, "partner")
    for start, end in phrase.found("implicit_target"):
        if modals and modals[0][0] < start:
            yield from _first(phrase, end, "implicit_target", before="to")


def _ends_in_bracket(phrase: Phrase, place: int) -> bool:
    return phrase.lower[place:] in ([")"], ["]"], [")", "."], ["]", "."], [".", ")"])


def _first(phrase: Phrase, place: int, role: str, *, before: str | None = None) -> Sequence[Member]:
    """The first row of bodies at a place, that stands before a word if one is given."""
    for row in rows(phrase, place, role):
        if before is None or phrase.at(row.end) == before:
            return row.members
    return ()
