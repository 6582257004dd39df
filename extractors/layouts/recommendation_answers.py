"""An earlier answer that is quoted before the new one.

`Previous response` above some paragraphs and `Update` above the next; "In its response of 2023 the government said: …".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.layouts.recommendation_labels import mark_of
from extractors.model import Segment, Span

_WHEN = r"(?:\(?(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\)?)"
_WHOSE = r"(?:(?:[A-Z][\w’'-]*\s+){0,3}[Gg]overnment(?:[’']s)?\s+)?"
_ANSWER = r"(?:response|reply|answer|position)"
_EARLIER = re.compile(
    rf"(?:{_WHOSE}(?:(?i:previous|original|initial|earlier|first|interim|last)|{_WHEN})\s+(?i:government\s+)?(?i:{_ANSWER})"
    rf"|{_WHOSE}(?i:{_ANSWER})(?:\s+(?:in|of|from))?\s*[,:–-]?\s*{_WHEN})(?:\s+{_WHEN})?\s*:?"
)
_LATER = re.compile(
    rf"(?:(?:{_WHEN}\s+)?(?i:(?:latest|current|further|progress|government|status)\s+)?(?i:update)"
    rf"|(?i:updated|new|current|latest|further|present)\s+(?:(?i:government)\s+)?(?i:{_ANSWER})|{_WHEN}\s+(?i:{_ANSWER})"
    r"|(?i:progress since\b.{0,40}|where we are now|what has happened since))(?:\s+(?:since\s+)?"
    rf"{_WHEN})?\s*(?P<end>:\s*|$)"
)
_QUOTES = re.compile(
    rf"(?:In|As\s+(?:set\s+out|stated|we\s+said)\s+in)\s+(?:its|our|the|their)\s+[^.:;]{{0,60}}?\b{_ANSWER}\b[^.:;]{{0,60}}?\s"
    r"(?:we|it|they|(?:the\s+)?(?:[\w’'-]+\s+){0,3}(?:government|department|ministry))\s+"
    r"(?:\w+\s+)?(?:said|stated|replied|responded|answered|wrote|set\s+out|accepted|rejected|agreed|noted|explained)\b",
    re.IGNORECASE,
)


def update_of(line: str) -> int | None:
    """Where the answer begins in `Update: We have …`, None where no such word and colon open the line."""
    found = _LATER.match(line)
    return found.end() if found and found["end"] else None


def without_earlier(
    text: str, mark: Segment | None, answer: Sequence[Segment]
) -> tuple[Span | None, tuple[Segment, ...]]:
    """The earlier answer that is printed first, and the paragraphs of the new one."""
    headings = [(at, leaf) for at, leaf in enumerate(answer) if leaf.kind == "heading"]
    opening = [(-1, mark)] if mark else []
    for at, leaf in [*opening, *headings]:
        if _EARLIER.fullmatch(_words(text, leaf)):
            begin = at + 1
            until = next((n for n, one in headings if n > begin and _is_later(_words(text, one))), None)
            if until is not None and at <= 0:
                return Span(answer[begin].start, answer[until - 1].end), tuple(answer[until + 1 :])
    if answer and _QUOTES.match(text, answer[0].start, answer[0].end):
        end = 1
        while end < len(answer) and (text[answer[end].start] in '‘“"' or answer[end].kind == "list_item"):
            end += 1
        if end < len(answer):
            return Span(answer[0].start, answer[end - 1].end), tuple(answer[end:])
    return None, tuple(answer)


def _is_later(line: str) -> bool:
    return any(shape.fullmatch(line) for shape in (_LATER, _EARLIER)) or mark_of(line) == len(line)


def _words(text: str, leaf: Segment) -> str:
    return " ".join(text[leaf.start : leaf.end].split())
