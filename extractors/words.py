"""The words of a piece of text: how code that looks around a match cuts what it looks at.

Whole words between white space, the same with commas apart, or with every mark apart; each with its place.
"""

from __future__ import annotations

import re

from extractors.model import Span

_WORD = re.compile(r"\S+")
_WORD_OR_COMMA = re.compile(r"[^\s,()]+|,")
_WORD_OR_MARK = re.compile(r"\w[\w’'&-]*|[^\w\s]")


def words_in(text: str, start: int, end: int) -> list[Span]:
    """What is between white space: `(the` `Board’s` `fund,`."""
    return _spans(_WORD, text, start, end)


def words_and_commas(text: str, start: int, end: int) -> list[Span]:
    """The same without brackets and with each comma for itself: `the` `Board’s` `fund` `,`."""
    return _spans(_WORD_OR_COMMA, text, start, end)


def words_and_marks(text: str, start: int, end: int) -> list[Span]:
    """Words with the hyphens and apostrophes inside them, and each other mark for itself: `(` `the` `Board’s`."""
    return _spans(_WORD_OR_MARK, text, start, end)


def words_between(text: str, start: int, end: int) -> list[str]:
    """The words in lower case without their places, marks left on: `(the` `board’s` `fund,`."""
    return text[start:end].lower().split()


def _spans(shape: re.Pattern[str], text: str, start: int, end: int) -> list[Span]:
    return [Span(*found.span()) for found in shape.finditer(text, start, end)]
