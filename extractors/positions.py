"""Positions: what lets a reader infer where a government stands that states no verdict.

Each match of `patterns/positions.jsonl` is a sign; `inferred` weighs the signs of one answer. What comes out is a
reading and no verdict: it stands beside the verdict's columns, never in them. The positions are the contract's.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.matching import Match, Scan, group
from extractors.mentions import Position
from extractors.model import Zones
from extractors.openings import openings
from extractors.overlaps import longest_leftmost
from extractors.token_classes import token_classes
from extractors.words import words_and_marks

# A weaker sign counts only where no stronger one is there.
_BY_STRENGTH = {
    "promises": "agrees",
    "considers": "will_consider",
    "follows_up": "will_consider",
    "endorses": "agrees",
    "done": "already_done",
    "goes_on": "already_done",
    "notes": "noted",
}
_LONGEST_NAME = 120
_REACH = 12
_BEFORE_A_PLACE = ("across", "at", "from", "in", "to")
_LINKS = ("of", "for", "and", "&")


def find(scan: Scan, zones: Zones) -> list[Position]:
    """The signs in the answers, in order of place; `deferred` for an answer that is promised for later.

    That another body acts is a sign only where the answer has no word of the government, and the body is not where
    something is ("in Sport England"). A sign that opens with a name opens with the whole of it.
    """
    places = [(span.start, span.end) for span in zones.answers]
    matches = [*scan.find(group("positions"), places), *scan.find(group("response_status"), places)]
    silent = [span for span in zones.answers if not _speaks_of_state(span.of(scan.text))]
    meant = [
        match
        for match in matches
        if match.rule.value != "others_act"
        or (any(span.start <= match.start < span.end for span in silent) and not _is_place(scan.text, match))
    ]
    meant += openings(scan, "position_openings", zones.answers, ends=(",",))
    return [
        Position(start=_start_of_name(scan, match), end=match.end, rule=match.rule.id, position=match.rule.value)
        for match in longest_leftmost(meant)
    ]


def _is_place(text: str, match: Match) -> bool:
    before = text[max(0, match.start - _REACH) : match.start].lower().split()
    return bool(before) and before[-1] in _BEFORE_A_PLACE


def _start_of_name(scan: Scan, match: Match) -> int:
    """Where the name begins that a match opens with the end of: "Social Care will" after "Department of Health and".

    The words of a heading above are no part of it.
    """
    if not scan.text[match.start].isupper():
        return match.start
    floor = max(scan.block_spans[scan.block_at(match.start)].start, match.start - _LONGEST_NAME)
    of_a_name = token_classes()["subject_word"]
    begin, before = match.start, ""
    for place in words_and_marks(scan.text, floor, match.start):
        word, is_inside = place.of(scan.text), begin < match.start
        if word in of_a_name:
            begin = begin if is_inside else place.start
        elif not (is_inside and ((word in _LINKS and before in of_a_name) or (word == "the" and before in _LINKS))):
            begin = match.start
        before = word
    return begin


def inferred(signs: Sequence[Position]) -> tuple[str, Position] | None:
    """The position that the signs of an answer amount to, and the sign that shows it; None where there is none.

    What is declined or left to others decides, and with a promise beside it the answer is partly yes; so it is where
    one thing is promised and another only to be considered, but not where it is how to do it that is considered, or its
    effect kept under review. The last sign of a kind is the evidence, since an answer closes with what it means to do.
    """
    last = {sign.position: sign for sign in signs}
    if "others_act" in last:
        return "not_for_government", last["others_act"]
    for kind, position in (("declines", "leans_against"), ("for_others", "not_for_government")):
        if kind in last:
            return ("partly_agrees" if "promises" in last else position), last[kind]
    if "considers" in last and "promises" in last:
        return "partly_agrees", last["considers"]
    return next(((position, last[kind]) for kind, position in _BY_STRENGTH.items() if kind in last), None)


def _speaks_of_state(answer: str) -> bool:
    words = {word.strip(".,;:()’'“”‘").lower().removesuffix("’s") for word in answer.split()}
    return not words.isdisjoint(token_classes()["state"].words)
