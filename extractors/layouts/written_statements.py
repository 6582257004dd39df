"""Written ministerial statements: Hansard's pages of them, or one as Parliament's own site prints it.

    12 Mar 2013 : Column 1WS                       Harbour Walls
    Written Ministerial Statements                 Statement made on 12 March 2025
    TREASURY                                       Statement UIN HCWS512
    Coins and Notes                                Statement made by
    The Financial Secretary (Ann Rowe): I am …     Ann Rowe
    12 Mar 2013 : Column 2WS                       Minister of State for Harbours
    We will …                                      Commons
    [HCWS12]                                       I am …

Many texts say who speaks and then a colon: only a number of a statement, a column of them or a heading that calls them
by their name makes a text one of these. Who makes a statement is `metadata`, and columns are `boilerplate`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.layouts.body import body, may_be_heading
from extractors.layouts.frontmatter import read_front
from extractors.layouts.furniture import is_notice
from extractors.layouts.hansard_blocks import volume_paragraphs
from extractors.layouts.hansard_lines import day_of
from extractors.layouts.lines import lines, spaced
from extractors.layouts.outline import nested
from extractors.layouts.plain import segments_of
from extractors.model import Reading, Segment, Span

_SHAPES = re.compile(
    r"(?:(?:statement )?uin:? )?\[?h[cl]ws ?\d+\]?|written (?:ministerial )?statements?"
    r"|(?:\d{1,2} \w{3,9}\.? \d{4}\s*:\s*)?col(?:umn|\.)?\s*:?\s*(?:\d{1,5}WS|WS\d{1,5})(?:[—–-]+continued)?"
    r"|statement (?:made on:?\s.{6,40}|made by:?(?:\s.{3,80})?)|made on:\s.{6,40}|made by:\s.{3,160}",
    re.IGNORECASE,
)
_MADE = re.compile(r"statement (?:made|uin)\b|made (?:on|by):", re.IGNORECASE)
_HOUSE = ("Commons", "Lords")  # below it only a label stands above the statement, on older pages its title
_PARTY = r"(?:\s*\([A-Z][\w/ -]{1,12}\))?"
_NUMBER = r"(?:\s*\[H[CL]WS ?\d+\])?"
_OPENS = re.compile(
    rf"(?:The [A-Z][^():.]{{3,160}}\s\([^():]{{3,60}}\){_PARTY}{_NUMBER}\s*(?::\s*|\Z)"
    r"|(?:(?:The )?(?:Lord|Lady|Baroness|Viscount|Earl|Marquess))\s[A-Z][^():.]{2,60}"
    rf"{_PARTY}{_NUMBER}\s*:\s+(?=My |I ))"
)
_HINTS = ("tatement", "TATEMENT", "HCWS", "HLWS")
_SHORT = 140
_FURTHEST = 12


def explains(text: str) -> int:
    """What only statements have printed around them, and the lines that say who makes one; 0 without the first."""
    if not any(hint in text for hint in _HINTS):
        return 0
    found = [span.of(text) for span in lines(spaced(text))]
    shapes = {line for line in found if len(line) <= _SHORT and _SHAPES.fullmatch(line)}
    return len(shapes) + sum(_OPENS.match(line) is not None for line in found) if shapes else 0


def read(text: str) -> Reading:
    """Statements in order below their headings; the date is that of the day on which all were made, if they were."""
    said = spaced(text)
    spans = volume_paragraphs(said)
    opened = [at for at, span in enumerate(spans) if _OPENS.match(said, span.start, span.end)]
    firsts = [_first(said, spans, at) for at in opened]
    above = spans[: firsts[0] if firsts else len(spans)]
    front = read_front(text, above)
    if not firsts:
        front = replace(front, kinds=front.kinds | _made_by(said, above, front.kinds))
    segments = segments_of(text, above, front)
    for (first, at), (until, _) in pairwise([*zip(firsts, opened, strict=True), (len(spans), 0)]):
        segments += _statement(said, spans, first, at, until)
    days = {day for span in spans if (day := day_of(span.of(said)))}
    facts = front.facts
    if facts.published_on is None or len(days) > 1:
        day = days.pop() if len(days) == 1 else None
        facts = replace(facts, published_on=day, published_precision="day" if day else None)
    return Reading(document_type="press", segments=nested(segments), facts=facts)


def _first(text: str, spans: Sequence[Span], at: int) -> int:
    """Where the headings begin above who makes a statement: a department and a topic, or the topic alone."""
    first = index = at
    n_headings = 0
    while index and n_headings < 2:
        index -= 1
        line = spans[index].of(text)
        if is_notice(line):
            continue
        if _SHAPES.fullmatch(line) or day_of(line) or not may_be_heading(text, spans[index]):
            break
        n_headings += 1
        first = index
    return first


def _statement(text: str, spans: Sequence[Span], first: int, at: int, until: int) -> list[Segment]:
    found: list[Segment] = []
    path: tuple[str, ...] = ()
    for span in spans[first:at]:
        if is_notice(span.of(text)):
            found.append(Segment("boilerplate", span.start, span.end))
        else:
            found.append(Segment("heading", span.start, span.end, level=len(path) + 1, heading_path=path))
            path = (*path, " ".join(span.of(text).split()))
    opens = _OPENS.match(text, spans[at].start, spans[at].end)
    begin = opens.end() if opens else spans[at].start
    who = text[spans[at].start : begin].rstrip()
    found.append(Segment("metadata", spans[at].start, spans[at].start + len(who), heading_path=path))
    below = [Span(begin, spans[at].end)] if begin < spans[at].end else []
    for span in spans[at + 1 : until]:
        if _SHAPES.fullmatch(span.of(text)) and not is_notice(span.of(text)):
            found.append(Segment("metadata", span.start, span.end))
        else:
            below.append(span)
    return [*found, *body(text, below, path=path)]


def _made_by(text: str, spans: Sequence[Span], known: dict[int, str]) -> dict[int, str]:
    """The short lines below `Statement made …`: name, post, party, seat and House, up to the statement itself."""
    first = next((at for at in range(min(_FURTHEST, len(spans))) if _MADE.match(text, spans[at].start)), len(spans))
    found: dict[int, str] = {}
    for at in range(first, len(spans)):
        line = spans[at].of(text)
        if len(line) > _SHORT or line[-1] in ".:;?!”":
            break
        if at > first and spans[at - 1].of(text) in _HOUSE and line != "Statement":
            break
        if at not in known or known[at] == "title":
            found[at] = "metadata"
    return found
