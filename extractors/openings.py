"""Words that say all there is to say where an answer begins: "Accepted in part.", "The Government agrees.", "No."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractors.layouts.answer_lines import behind_mark
from extractors.matching import Match, Scan, group
from extractors.model import Span
from extractors.overlaps import longest_leftmost
from extractors.token_classes import token_classes

_REACH = 140
_ENDS = (".", ":", ";", "–", "—", "-", "!", ")", "]", "")


def openings(scan: Scan, rules: str, answers: Iterable[Span], *, ends: tuple[str, ...] = ()) -> Iterator[Match]:
    """The matches of a group that begin where an answer does and end in a stop, in order of place.

    "and" with what is done or to be done goes on without a new object ("… agrees and will publish …"); `ends` are
    further signs that end what is said.
    """
    last: dict[int, int] = {}
    for span in answers:
        end = min(span.end, scan.block_spans[scan.block_at(span.start)].end)
        last[behind_mark(scan.text, span.start, end)] = end
    zones = sorted((start, min(end, start + _REACH)) for start, end in last.items())
    for match in longest_leftmost(scan.find(group(rules), zones)):
        if match.start in last:
            after = scan.text[match.end : last[match.start]].lstrip()
            if after[:1] in (*_ENDS, *ends) or _goes_on(after):
                yield match


def _goes_on(after: str) -> bool:
    words = [word.strip(".,;:").lower() for word in after.removeprefix(",").split(None, 4)[:4]]
    classes = token_classes()
    said = [word for word in words[1:] if word not in classes["adv"] or word in classes["carries_on"]]
    return words[:1] == ["and"] and bool(said) and said[0] in classes["carries_on"]
