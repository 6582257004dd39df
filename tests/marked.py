"""Sentences with what has to be found in them marked up: `<m amount=5>£5</m>`."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from extractors.matching import Scan
from extractors.model import Span

SPACES = {"space": " ", "no-break": "\u00a0", "line-end": "\n", "crlf": "\r\n"}
_MARK = re.compile(r"<[a-z]\s?(?P<attributes>[^>]*)>(?P<inside>[^<]*)</[a-z]>")


def sentences(name: str) -> list[str]:
    """The sentences of a page, one a line, without its comments."""
    lines = (Path(__file__).parent / "sentences" / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def unmarked(line: str, spaces: str = " ") -> tuple[str, list[tuple[Span, dict[str, str]]]]:
    """A sentence without its mark-up and with other spaces, with the place of each mark and its attributes."""
    text, marks, at = "", [], 0
    for found in _MARK.finditer(line):
        text += line[at : found.start()].replace(" ", spaces)
        inside = found["inside"].replace(" ", spaces)
        span = Span(len(text), len(text) + len(inside))
        text += inside
        marks.append((span, dict(pair.split("=", 1) for pair in shlex.split(found["attributes"]))))
        at = found.end()
    return text + line[at:].replace(" ", spaces), marks


def scan_of(text: str) -> Scan:
    """A text as a scan, one block a paragraph: `¶` with a space on each side stands between them."""
    pieces = list(re.finditer(r"[^¶\s](?:[^¶]*[^¶\s])?", text))
    return Scan(text, [piece.span() for piece in pieces])


def same(value: object, expected: str) -> bool:
    """Whether a value is the one that an attribute states; `null` is None."""
    return expected == "null" if value is None else expected != "null" and type(value)(expected) == value
