"""Direct speech: which paragraphs of a story are spoken.

`Ann Rowe said: “We can mend it.”`, `“We can,” she said`; a quote that runs on, with a mark before each paragraph or
before the first alone; `‘We can,’ said Ann Rowe`, where no other marks are printed; and after `Ann Rowe said:`, where
the site prints quotes without marks, the next paragraph and those below it that say "we" or "I", as no report does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.model import Span
from extractors.nlp import places

_VERBS = (
    "said",
    "says",
    "told",
    "adds",
    "added",
    "commented",
    "explained",
    "warned",
    "insisted",
    "argued",
    "concluded",
)
_VERB = rf"\b(?:{'|'.join(_VERBS)})\b"
_SAYS = re.compile(rf"{_VERB}[^\n“”\"]{{0,80}}\Z")
_SAID_COLON = tuple(f" {verb}:{end}" for verb in ("said", "says", "added", "commented") for end in "\r\n")
_SPEAKS = re.compile(rf"(?:[\w’'-]+ ){{0,6}}?{_VERB}")
_FURTHEST_VERB = 100
_INTRODUCES = re.compile(rf"{_VERB}[^.“”\"]{{0,60}}:\Z")
_MARK = re.compile(r"(?P<opens>“|(?<![^\s(])\")|[”\"]")
# Single marks open speech at the beginning of a paragraph or behind a sign or verb; elsewhere they are of a word.
_SINGLE = re.compile(
    r"(?P<opens>(?:\A|(?<=[:,]\s)|(?<=\bsaid\s)|(?<=[.?!]\s))‘(?=\w))"
    r"|(?<=[^\Ws])’(?!\w)|(?<=[.,!?…])’(?!\w)|(?<=s)’(?=\.?\Z)"
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us|me)\b")
_FURTHEST = 6
_MUCH = 0.4
_ENDS = ".!?"


def n_reports(text: str) -> int:
    """How often speech is reported in the way of news: `… said: “…`, `…,” she said`, a line that ends with `said:`."""
    introduced = sum(_is_introduced(text, at) for mark in '“‘"' for at in places(text, mark))
    followed = sum(_is_followed(text, at) for mark in '”’"' for at in places(text, f"{mark} "))
    return introduced + followed + sum(text.count(said) for said in _SAID_COLON)


def _is_introduced(text: str, mark: int) -> bool:
    """Whether a verb of speech and a colon or comma stand before a mark."""
    while mark and text[mark - 1].isspace():
        mark -= 1
    joint = mark - 1
    return mark > 0 and text[joint] in ":," and _SAYS.search(text[max(joint - _FURTHEST_VERB, 0) : joint]) is not None


def _is_followed(text: str, mark: int) -> bool:
    """Whether a mark closes a sentence or a clause, and a speaker and a verb of speech follow."""
    return mark > 0 and text[mark - 1] in ",.!?" and _SPEAKS.match(text, mark + 2) is not None


def spoken(text: str, paragraphs: Sequence[Span]) -> set[int]:
    """The indexes of the paragraphs of which at least two fifths are direct speech."""
    marks = [_marks(text, span) for span in paragraphs]
    found: set[int] = set()
    runs_to = -1
    is_told = False
    for index, span in enumerate(paragraphs):
        is_inside = index <= runs_to
        quoted, is_open = _quoted(span, marks[index], is_inside)
        is_introduced = index > 0 and _introduces(text, paragraphs[index - 1])
        is_first_person = is_told and text[span.end - 1] in _ENDS and _FIRST_PERSON.search(text, span.start, span.end)
        is_told = not marks[index] and bool(is_introduced or is_first_person)
        if is_told or quoted >= _MUCH * (span.end - span.start):
            found.add(index)
        if is_open and index >= runs_to:
            runs_to = _end_of_run(paragraphs, marks, index)
    return found


def _marks(text: str, span: Span) -> list[tuple[int, bool]]:
    """Where marks stand, and which of them open; single ones count where there are no others."""
    found = [(mark.start(), bool(mark["opens"])) for mark in _MARK.finditer(text, span.start, span.end)]
    if found or "‘" not in span.of(text):
        return found
    return [(span.start + mark.start(), bool(mark["opens"])) for mark in _SINGLE.finditer(span.of(text))]


def _quoted(span: Span, marks: Sequence[tuple[int, bool]], is_inside: bool) -> tuple[int, bool]:
    """How many characters stand between marks, and whether the last quote is still open at the end."""
    since = span.start if is_inside else None
    quoted = 0
    for at, opens in marks:
        if opens and since is None:
            since = at
        elif not opens and since is not None:
            quoted, since = quoted + at + 1 - since, None
    return quoted + (span.end - since if since is not None else 0), since is not None


def _end_of_run(paragraphs: Sequence[Span], marks: Sequence[Sequence[tuple[int, bool]]], index: int) -> int:
    """The last paragraph that a quote still open at the end of `index` reaches, by the first mark after it."""
    for later in range(index + 1, min(index + 1 + _FURTHEST, len(paragraphs))):
        if marks[later]:
            at, opens = marks[later][0]
            takes_up = opens and at == paragraphs[later].start and later == index + 1
            return later if takes_up or not opens else index
    return index


def _introduces(text: str, span: Span) -> bool:
    return _INTRODUCES.search(text[max(span.start, span.end - 100) : span.end]) is not None
