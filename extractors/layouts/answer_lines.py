"""How a line of an answer begins: with its number or bullet, with the name of who answers, with the letter of a part.

`1.1 The government agrees`, `• Accepted`; `Defra: Accepted.`, `The Welsh Government – Agreed.`; `(b) Rejected.`,
`Part b: Accepted.`, `a) Noted.`. Whether a name is that of a body is not asked here.
"""

from __future__ import annotations

import re

from extractors.model import Span

_MARK = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[•·▪–-])\s+(?=[A-Z])")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.?\s+(?=[A-Z])")
_NAME = re.compile(
    r"(?:[Tt]he\s+)?(?P<name>[A-Z][\w’'&.-]*(?:\s+(?:(?:of|for|and|the)\s+)*[A-Z][\w’'&.-]*){0,9})\s*(?::|\s[–—-])\s+"
)
_PART = re.compile(r"(?:[Pp]art\s+)?(?:\((?P<in_brackets>[a-h])\)|(?P<plain>[a-h])(?=[):]))[):]?\s*[:–—-]?\s+")


def behind_mark(text: str, start: int, end: int) -> int:
    """Where the words of a line begin: behind its number or its bullet, at its start where it has none."""
    found = _MARK.match(text, start, end)
    return found.end() if found else start


def behind_number(text: str, start: int, end: int) -> int:
    """The same behind a number such as `1.1` alone, since `12 Organisations` inside a line counts them."""
    found = _NUMBER.match(text, start, end)
    return found.end() if found else start


def name_of(text: str, line: Span) -> tuple[Span, int] | None:
    """The name that a line opens with, and where what is said under it begins."""
    found = _NAME.match(text, line.start, line.end)
    return (Span(*found.span("name")), found.end()) if found else None


def part_of(text: str, line: Span) -> tuple[str, int] | None:
    """The letter of a part that a line opens with, and where what is said of it begins."""
    found = _PART.match(text, line.start, line.end)
    return (found["in_brackets"] or found["plain"], found.end()) if found else None
