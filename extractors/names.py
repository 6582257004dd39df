"""Names of bodies and of programmes in a text, and the words such as "the fund" that stand for one.

Rules: `bodies`, `patterns/governments.jsonl`, `patterns/programmes.jsonl`. A name keeps no leading article,
preposition, year or body: of "The Home Office Safer Streets Fund" the programme is "Safer Streets Fund".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors import bodies, register
from extractors.bodies import without_lead
from extractors.matching import Scan, group
from extractors.mentions import Body
from extractors.model import Span
from extractors.overlaps import longest_leftmost
from extractors.token_classes import token_classes
from extractors.words import words_and_commas, words_in

_LONGEST_NAME = 160
_LINKS = ("and", "&", "of", "for", "to", "by", "against")


class Spans:
    """Spans in order of place that do not overlap; every question is answered by bisection."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        self._ends = [span.end for span in self._spans]

    def inside(self, start: int, end: int) -> list[Span]:
        """The spans that lie between two places."""
        return self._spans[bisect_left(self._starts, start) : bisect_right(self._ends, end)]

    def at(self, start: int) -> Span | None:
        """The span that begins at a place."""
        number = bisect_left(self._starts, start)
        return self._spans[number] if self._starts[number : number + 1] == [start] else None


@dataclass(frozen=True, slots=True)
class Names:
    """What is named in a text: `anaphors` are words that stand for a programme named before them."""

    bodies: Spans
    programmes: Spans
    anaphors: Spans


def find(scan: Scan, sentences: Sequence[tuple[int, int]], blocks: Sequence[int]) -> Names:
    """The programmes in some sentences, and the bodies in their blocks.

    Where a sentence says "the fund", its whole block and the one before are read for what the words stand for.
    """
    pointing = Spans(m.span for m in scan.find(group("programmes"), sentences) if m.rule.value == "anaphor")
    wide = {number for number in blocks if pointing.inside(*_ends(scan, number))}
    before = {before for number in wide if (before := scan.block_before(number)) is not None}
    around = [_ends(scan, number) for number in sorted({*blocks, *before})]
    named = [body for body in bodies.inside(scan, around) if _may_pay(body)]
    governments = [m.span for m in longest_leftmost(scan.find(group("governments"), around)) if m.rule.value]
    payers = [*(Span(body.start, body.end) for body in named), *governments]
    owners = Spans([*(Span(body.start, body.end) for body in named if _is_department(body)), *governments])
    whole_blocks = wide | before
    zones = [span for span in sentences if scan.block_at(span[0]) not in whole_blocks]
    zones = sorted([*zones, *(_ends(scan, number) for number in whole_blocks)])
    found = longest_leftmost(scan.find(group("programmes"), zones))
    whole = (Span(_beginning(scan, m.start), m.end) for m in found if m.rule.value == "programme")
    programmes = [name for span in whole for name in _names(scan.text, span.start, span.end, owners)]
    starts = [body.start for body in named]
    last = ((name, bisect_right(starts, name.start) - 1) for name in programmes)  # the last body up to its beginning
    programmes = [name for name, at in last if at < 0 or not _is_only(named[at], name)]
    anaphors = Spans(m.span for m in found if m.rule.value == "anaphor")
    return Names(Spans(without_lead(scan.text, span) for span in payers), Spans(programmes), anaphors)


def _beginning(scan: Scan, start: int) -> int:
    """Where the row of capitalised words and links that goes on at `start` begins, inside its block."""
    floor = max(scan.block_spans[scan.block_at(start)].start, start - _LONGEST_NAME)
    for place in reversed(words_in(scan.text, floor, start)):
        word = place.of(scan.text)
        bare = word.strip("()‘“’”,")
        if word[-1] in ".:;!?" or not (bare in token_classes()["programme_word"] or word in ("&", "(", ")")):
            break
        start = place.start
    return start


def _may_pay(body: Body) -> bool:
    """A minister announces money and has none; police and crime commissioners, a class, have."""
    known = _known(body)
    return (known.is_class or known.kind != "office_holder") if known else body.kind != "office_holder"


def _is_only(body: Body, name: Span) -> bool:
    """Whether a programme is a body, or a part of its name: "the Horserace Betting Levy Board". A fund or a centre of
    the register may be both."""
    last = body.name.split()[-1].lower()
    is_both = (body.start, body.end) == (name.start, name.end) and last in token_classes()["programme_head"]
    is_inside = body.start <= name.start and name.end <= body.end
    may_be_both = any(word in token_classes()["body_and_programme"] for word in body.name.split())
    return is_inside and _known(body) is not None and not is_both and not may_be_both


def _is_department(body: Body) -> bool:
    known = _known(body)
    return known is not None and known.kind in ("department", "devolved_government")


def _known(body: Body) -> register.Body | None:
    key = register.resolve(body.name, None)
    return register.bodies()[key] if key else None


def _ends(scan: Scan, number: int) -> tuple[int, int]:
    return scan.block_spans[number].start, scan.block_spans[number].end


def _names(text: str, start: int, end: int, owners: Spans) -> list[Span]:
    """The names in a row of capitalised words: "Homes Fund and Repairs Scheme" is two."""
    words = words_and_commas(text, start, end)
    heads, stops = token_classes()["programme_head"], token_classes()["not_first"]
    for head, joint, after in zip(words, words[1:], words[2:], strict=False):
        if head.of(text) in heads and joint.of(text).lower() in ("and", "&", "or", ","):
            return _names(text, start, head.end, owners) + _names(text, after.start, end, owners)
    while words:
        first, owner = words[0].of(text), owners.at(words[0].start)
        if owner is not None and owner.end < end:
            words = [word for word in words if word.start >= owner.end]
        elif first in stops or first[0].isdigit() or first[0] in "’'-–":
            words = words[1:]
        else:
            break
    if len(words) < 2 or _names_nothing(words[-2].of(text), words[-1].of(text)):
        return []
    return [Span(words[0].start, end)]


def _names_nothing(before: str, last: str) -> bool:
    """Whether the last two words end no name: "the Bank's portfolio", "Aid for programmes"."""
    return last.islower() and (before.endswith(("’s", "'s")) or before in _LINKS)
