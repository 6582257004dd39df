"""Organisations and office-holders named in a text.

A mention is a form of the register (`register.names`: name, post, alias, acronym), a shape that no register holds
(`patterns/body_shapes.jsonl`: "X Integrated Care Board"), an acronym that the document defines ("Heat Networks
Taskforce (HNT)"), or the short form of a body named in full before ("the Taskforce"). The longest wins; a name inside
the name of an Act or a programme is none. Which body a name means on a day is resolved later: see `register.resolve`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import ahocorasick_rs
import numpy as np

from extractors import body_contexts, register
from extractors.defined_names import defined, short_forms
from extractors.matching import Offsets, Scan, group
from extractors.model import Body, Span
from extractors.names import without_lead


def find(scan: Scan) -> list[Body]:
    """Every mention of a body, in order of place."""
    known = _longest([*_registered(scan), *_shapes(scan)])
    known = [one for one in known if not body_contexts.is_part_of_another_name(scan.text, one)]
    defining = [one for one in known if one.match != "undefined"]
    found = _longest([*defining, *defined(scan, defining), *short_forms(scan, defining)])
    return [one for one in found if not body_contexts.is_common_word(scan, one, found)]


def _registered(scan: Scan) -> Iterator[Body]:
    """The forms of the register as whole words inside a block."""
    surfaces, scanner = _scanner()
    hits = np.array(scanner.find_matches_as_indexes(register.fold(scan.copy), overlapping=True), dtype=np.int64)
    for number, start, end in _whole(scan, hits.reshape(-1, 3)):
        surface = surfaces[number]
        form = register.names()[surface][0]
        match = "undefined" if form.needs == "definition" else form.match
        yield Body(start=start, end=end, rule=f"body.register.{form.match}", match=match, name=surface, kind=None)


def _whole(scan: Scan, hits: Offsets) -> Iterable[tuple[int, int, int]]:
    """The hits that are whole words in one block, their places those of the source."""
    number, start, end = hits.T
    block = np.searchsorted(scan.blocks[:, 0], start, "right") - 1
    is_in = (block >= 0) & (end <= scan.blocks[np.maximum(block, 0), 1])
    is_cut = scan.is_inside_word(start) | scan.is_inside_word(end)
    spans = scan.sourced(hits[:, 1:])
    whole: list[tuple[int, int, int]] = np.column_stack((number, spans))[is_in & ~is_cut].tolist()
    return whole


@cache
def _scanner() -> tuple[Sequence[str], ahocorasick_rs.AhoCorasick]:
    surfaces = list(register.names())
    return surfaces, ahocorasick_rs.AhoCorasick(surfaces)


def _shapes(scan: Scan) -> Iterator[Body]:
    for match in scan.find(group("body_shapes")):
        span = without_lead(scan.text, Span(match.start, match.start + len(match.span.of(scan.text).rstrip(" ,"))))
        name = " ".join(span.of(scan.text).split())
        if " " in name:
            yield Body(
                start=span.start, end=span.end, rule=match.rule.id, match="pattern", name=name, kind=match.rule.value
            )


def _longest(found: Iterable[Body]) -> list[Body]:
    """Of those that overlap the longest, the leftmost, one of the register before a shape; in order of place."""
    kept: list[Body] = []
    for one in sorted(found, key=lambda body: (body.start, -body.end, body.match == "pattern")):
        while kept and one.start < kept[-1].end and one.end - one.start > kept[-1].end - kept[-1].start:
            kept.pop()
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
