"""Where the lines and the paragraphs of a text stand: the ground on which every grammar works."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from extractors.model import Span

_LINE = re.compile(r"\S(?:.*\S)?")
_OLD_MAC_LINE = re.compile(r"\S(?:[^\r]*\S)?")
_STARTS_AN_ITEM = re.compile(
    r"[•●○◦▪■‣·*–—-]\s|\(?(?:\d{1,3}|[a-z]|[ivxl]{1,5})[.)]\s|\[\d"
    r"|(?i:recommendations?)\s+\d[\d.]*[a-z]?\s*(?:[:–-]|$)",
    re.MULTILINE,
)
_STARTS_A_LABEL = re.compile(r"(?i:recommendations?)\s+\d[\d.]*[a-z]?[.]?\s")
_PLACE = re.compile(r"[(\[](?:paragraphs?|paras?\.?)\b", re.IGNORECASE)
_OPEN_PLACE = re.compile(rf"{_PLACE.pattern}[^)\]]*\Z", re.IGNORECASE)
_ENDS_OPEN = re.compile(r"\b(?:a|an|and|at|by|for|from|in|of|on|or|our|that|the|their|to|with)\Z")
_ENDS_A_SENTENCE = tuple('.!?:;”’")]')
_WIDEST = 120
_FULL = 0.7
_NO_ROOM = 0.95


def spaced(text: str) -> str:
    """The text with plain spaces where it has no-break ones, one for one: for shapes that are matched to the letter."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@lru_cache(maxsize=2)
def lines(text: str) -> tuple[Span, ...]:
    """The lines that hold more than white space, without the white space around them.

    Kept for the last text: every grammar is asked about it before one of them reads it.
    """
    line = _OLD_MAC_LINE if "\r" in text and "\n" not in text else _LINE
    return tuple(Span(*found.span()) for found in line.finditer(text))


def paragraphs(text: str, spans: Sequence[Span]) -> list[Span]:
    """Lines as paragraphs: one each, but in text that is wrapped by hand, where a row of full lines is one."""
    width = _wrapped_at(text)
    if width is None:
        return list(spans)
    joined: list[Span] = []
    last = None
    for span in spans:
        if last is not None and _goes_on(text, last, span, width):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
        last = span
    return joined


@lru_cache(maxsize=2)
def _wrapped_at(text: str) -> int | None:
    """The width at which the lines were broken by hand; None for one line a paragraph."""
    spans = lines(text)
    if len(spans) < 4:
        return None
    lengths = sorted(span.end - span.start for span in spans)
    width = lengths[len(lengths) * 19 // 20]
    if width > _WIDEST:
        return None
    adjacent = [(one, two) for one, two in pairwise(spans) if _adjacent(text, one, two)]
    broken = sum(_mid_sentence(text, one, two) for one, two in adjacent)
    return width if broken >= 3 and broken * 4 >= len(adjacent) else None


def _adjacent(text: str, one: Span, two: Span) -> bool:
    return text.count("\n", one.end, two.start) < 2


def _mid_sentence(text: str, one: Span, two: Span) -> bool:
    return text[two.start].islower() and text[one.end - 1] not in _ENDS_A_SENTENCE


def _goes_on(text: str, one: Span, two: Span, width: int) -> bool:
    """Whether a line was broken because it was full; after a sentence, because the next word would not have fitted.

    `(Paragraph 12)` never begins a paragraph, a label behind a sentence always does.
    """
    if not _adjacent(text, one, two):
        return False
    if _PLACE.match(text, two.start) or _OPEN_PLACE.search(text, one.start, one.end):
        return True
    if _STARTS_AN_ITEM.match(text, two.start):
        return False
    length = one.end - one.start
    if text[one.end - 1] in _ENDS_A_SENTENCE:
        if _STARTS_A_LABEL.match(text, two.start):
            return False
        return length + 1 + len(text[two.start : two.end].split(None, 1)[0]) > _NO_ROOM * width
    return (
        length >= _FULL * width or text[two.start].islower() or _ENDS_OPEN.search(text, one.start, one.end) is not None
    )
