"""What is inside an answer: an earlier answer that is quoted before it, and the parts of several who answer together.

`Previous response` above some paragraphs and `Update` above the next; "In its response of 2023 the government said: …";
`UK Government response`, `Scottish Government response`, `Welsh Government` above the parts of one answer.
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
_NAME = re.compile(
    r"(?:[Tt]he\s+)?(?P<name>(?:[A-Z][\w’'&-]*)(?:\s+(?:(?:of|for|and|the)\s+)*[A-Z][\w’'&-]*)*?)"
    r"(?P<mark>(?:[’']s)?\s+(?i:response|reply|position))?\s*:?"
)
_GOVERNMENT = re.compile(r"(?:UK|Scottish|Welsh|HM|Northern Ireland|British|Manx|[A-Z]\w+)\s+(?:Government|Executive)")
_NOBODY = re.compile(
    r"(?:HM |His Majesty[’']s |The |Our |Full |Detailed |Joint |Summary of )*(?i:government|department)?"
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


def voices(text: str, mark: Segment | None, answer: Sequence[Segment]) -> tuple[Span, ...]:
    """The names above the parts of an answer where at least two are printed; each answers up to the next."""
    found = []
    for leaf in [*([mark] if mark else []), *answer]:
        named = _NAME.fullmatch(text, leaf.start, leaf.end) if leaf.kind == "heading" else None
        if named and (named["mark"] or _GOVERNMENT.fullmatch(named["name"])) and not _NOBODY.fullmatch(named["name"]):
            found.append(Span(*named.span("name")))
    return tuple(found) if len({span.of(text) for span in found}) > 1 else ()


def _is_later(line: str) -> bool:
    return any(shape.fullmatch(line) for shape in (_LATER, _EARLIER)) or mark_of(line) == len(line)


def _words(text: str, leaf: Segment) -> str:
    return " ".join(text[leaf.start : leaf.end].split())
