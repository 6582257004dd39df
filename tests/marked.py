"""Pages of marked-up sentences: `<m amount=2>£2</m>` is a thing to be found, with what has to be read of it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from extractors.matching import Scan
from extractors.model import Span

SPACES = {"space": " ", "no-break": "\u00a0", "line-end": "\n", "crlf": "\r\n"}
_TAG = re.compile(r"<(?P<end>/?)(?P<name>\w+)(?P<attributes>[^>]*)>")
_PARAGRAPH = " ¶ "


def lines(name: str) -> list[str]:
    """The sentences of a page, without its comments."""
    page = (Path(__file__).parent / "sentences" / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in page.splitlines() if line.strip() and not line.startswith("#")]


def unmarked(line: str, spaces: str = " ") -> tuple[str, list[tuple[Span, str, dict[str, str]]]]:
    """The line without its mark-up and with other spaces; each mark's place, name and attributes, in order of place."""
    text, at = "", 0
    marks: list[tuple[Span, str, dict[str, str]]] = []
    opened: list[tuple[int, str, dict[str, str]]] = []
    for tag in _TAG.finditer(line):
        text += line[at : tag.start()].replace(" ", spaces)
        at = tag.end()
        if tag["end"]:
            start, name, attributes = opened.pop()
            marks.append((Span(start, len(text)), name, attributes))
        else:
            pairs = (pair.split("=", 1) for pair in shlex.split(tag["attributes"]))
            opened.append((len(text), tag["name"], dict(pairs)))
    return text + line[at:].replace(" ", spaces), sorted(marks, key=lambda mark: mark[0])


def scan_of(text: str, spaces: str = " ") -> Scan:
    """A text as a scan, one block a paragraph: `¶` stands between them."""
    blocks, at = [], 0
    for piece in text.split(_PARAGRAPH.replace(" ", spaces)):
        blocks.append((at, at + len(piece)))
        at += len(piece) + len(_PARAGRAPH.replace(" ", spaces))
    return Scan(text, blocks)


def same(value: object, expected: str) -> bool:
    """Whether a value is the one that an attribute states; `null` is None."""
    return expected == "null" if value is None else expected != "null" and type(value)(expected) == value
