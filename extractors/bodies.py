"""Organisations and office-holders named in a text.

A mention is a form of the register (`register.names`: name, post, alias, acronym), a shape that no register holds
(`patterns/body_shapes.jsonl`: "X Integrated Care Board"), an acronym that the document defines ("Heat Networks
Taskforce (HNT)"), or the short form of a body named in full before ("the Taskforce"). The longest wins; a name inside
the name of an Act or a programme is none. Which body a name means on a day is resolved later: see `register.resolve`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import takewhile

import ahocorasick_rs

from extractors import body_contexts, register
from extractors.defined_names import defined, short_forms
from extractors.matching import Scan, Zoned, group
from extractors.mentions import Body
from extractors.model import Span
from extractors.token_classes import token_classes
from extractors.words import words_and_commas, words_and_marks

_LINKS = ("and", "&")
_JOINTS = (",", *_LINKS)
_LONGEST_NAME = 60
_LONGEST_NATION = 24
_PARTED_BY = frozenset((*_JOINTS, "on"))


def find(scan: Scan) -> list[Body]:
    """Every mention of a body, in order of place."""
    defining = inside(scan, None)
    named_again = (one for one in (*defined(scan, defining), *short_forms(scan, defining)) if _is_in_a_block(scan, one))
    found = _longest([*defining, *named_again])
    return [one for one in found if not body_contexts.is_common_word(scan, one, found)]


def _is_in_a_block(scan: Scan, one: Body) -> bool:
    """Not, for example, in a running head, which is no part of what is said."""
    block = scan.block_at(one.start)
    return block >= 0 and one.end <= scan.block_spans[block].end


def inside(scan: Scan, zones: Zoned) -> list[Body]:
    """The bodies named by themselves inside zones of the text (None: in every block), in order of place."""
    known = list(_registered(scan, zones))
    return _named(scan, [*known, *_shapes(scan, known, zones)])


def registered(scan: Scan, zones: Zoned) -> list[Body]:
    """Those of them that are in the register, in order of place."""
    return _named(scan, _registered(scan, zones))


def _named(scan: Scan, found: Iterable[Body]) -> list[Body]:
    named = (one for one in _longest(found) if not body_contexts.is_part_of_another_name(scan.text, one))
    return [one for one in named if one.match != "undefined"]


def _registered(scan: Scan, zones: Zoned) -> Iterator[Body]:
    """The forms of the register as whole words inside a zone."""
    surfaces, scanner = _scanner()
    names = register.names()
    for number, start, end in scan.literals(scanner, register.fold, zones):
        surface = surfaces[number]
        form = names[surface][0]
        match = "undefined" if form.needs == "definition" else form.match
        name = register.said_in_full(surface, scan.text[end : end + _LONGEST_NATION])
        yield Body(start=start, end=end, rule=f"body.register.{form.match}", match=match, name=name, kind=None)


@cache
def _scanner() -> tuple[Sequence[str], ahocorasick_rs.AhoCorasick]:
    surfaces = list(register.names())
    return surfaces, ahocorasick_rs.AhoCorasick(surfaces)


def _shapes(scan: Scan, registered: Sequence[Body], zones: Zoned) -> Iterator[Body]:
    """What has the shape of a body's name, the more telling shape first."""
    starts = {one.start for one in registered}
    ends = {one.end for one in registered if not _has_wider_portfolio(scan.text, one, starts)}
    rank = {rule.id: number for number, rule in enumerate(group("body_shapes").rules)}
    for match in sorted(scan.find(group("body_shapes"), zones), key=lambda match: rank[match.rule.id]):
        found = match.span.of(scan.text).removesuffix(" I").rstrip(" ,")
        span = _last_name(scan.text, Span(match.start, match.start + len(found)), ends)
        name = " ".join(span.of(scan.text).split()) if span else ""
        if span and " " in name and name not in token_classes()["no_body"]:
            yield Body(
                start=span.start, end=span.end, rule=match.rule.id, match="pattern", name=name, kind=match.rule.value
            )


def _has_wider_portfolio(text: str, post: Body, starts: Collection[int]) -> bool:
    """Whether a post goes on: "[the Minister for Health] and Older People", not "… and Fishing Ministers" or a body,
    of which `starts` are those known."""
    if post.match != "post" or not ("Minister for " in post.name or "Secretary of State for " in post.name):
        return False
    if not text[post.end : post.end + _LONGEST_NAME].lstrip().startswith(_LINKS):  # as after most, and cheap
        return False
    words = words_and_marks(text, post.end, post.end + _LONGEST_NAME)
    going_on = [word.of(text) for word in takewhile(lambda word: word.of(text)[0].isupper(), words[1:])]
    if not going_on or words[0].of(text) not in _LINKS or words[1].start in starts:
        return False
    classes = token_classes()
    return not any(word in classes["other_post"] or word in classes["ends_a_body"] for word in going_on)


def _last_name(text: str, span: Span, ends: Collection[int]) -> Span | None:
    """A shape without the names that it begins with, of which `ends` are those known: "[the Treasury and] Fishing
    Committee", "[Marl Council and] Tamar Park Authority"; None where it is only what a known one is "on"."""
    span = without_lead(text, span)
    whole = span.of(text)
    if "," not in whole and _PARTED_BY.isdisjoint(whole.split()):  # as most are
        return span
    start, before, end, n_before = span.start, "", span.start, 0
    for place in words_and_commas(text, span.start, span.end):
        word, is_known = place.of(text), end in ends
        if word == "on" and is_known:
            return None
        if word in _JOINTS and (is_known or (n_before > 1 and before in token_classes()["ends_a_body"])):
            start = place.end
        if before == "on" and any(word in token_classes()[day] for day in ("weekday", "a_month")):
            return None
        if word not in _JOINTS:
            before, end, n_before = word, place.end, n_before + 1
        else:
            n_before = 0
    rest = text[start : span.end]
    return Span(span.end - len(rest.lstrip()), span.end)


def _longest(found: Iterable[Body]) -> list[Body]:
    """Of those that overlap the longest, the leftmost, one of the register before a shape; in order of place."""
    kept: list[Body] = []
    for one in sorted(found, key=lambda body: (body.start, -body.end, body.match == "pattern")):
        while kept and one.start < kept[-1].end and one.end - one.start > kept[-1].end - kept[-1].start:
            kept.pop()
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def without_lead(text: str, span: Span) -> Span:
    """A name without the article or preposition that begins its sentence: "The Environment Agency"."""
    first, *rest = span.of(text).split(None, 1)
    return Span(span.end - len(rest[0]), span.end) if rest and first in token_classes()["not_first"] else span
