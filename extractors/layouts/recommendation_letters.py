"""Letters that go through recommendations in running text: "On your first recommendation, that …, we will …",
"Second, the Committee asked for …. We will …", "The Review wants a register (recommendation 2). We will …".

A paragraph that opens with such words, has a government speak behind a comma, or in its second sentence, and is not the
only one of its kind is the label, the words and the answer in one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.layouts.recommendation_labels import Label, group_of, label_of, numbers_of
from extractors.layouts.recommender import answers, begins_to_answer
from extractors.model import Segment

_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth"
    r"|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|final|last)"
)
_NUMBER = r"(?:\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?(?:\([a-z]\))?)"
_AND = r"(?:\s*,\s*(?:and\s+)?|\s+(?:and|to)\s+)"
_LABEL = re.compile(
    r"(?:On|As (?:to|for|regards)|Regarding|Concerning|Turning to|In (?:relation|response|answer) to|In respect of"
    r"|With (?:regard|respect|reference) to)\s+"
    r"(?:[Tt]he\s+|[Yy]our\s+|(?:[Tt]he\s+)?(?:[A-Z][\w-]*\s+){0,3}[A-Z][\w-]*(?:[’']s|s[’'])\s+)?"
    rf"(?:(?P<ordinals>{_ORDINAL}(?:{_AND}{_ORDINAL})*)\s+(?i:recommendations?)"
    rf"|(?i:recommendations?)\s+(?P<numbers>{_NUMBER}(?:{_AND}{_NUMBER})*))"
    r"(?:\s*\([^)]{1,60}\))?(?=,|\s+(?:that|to|for|on|about)\b)"
)
_TOLD = re.compile(
    rf"(?P<ordinal>(?i:{_ORDINAL})(?:ly)?|Finally),\s+(?:you|(?:the|your)\s+(?:[\w’'-]+\s+){{0,4}}?"
    r"(?:Committee|Inquiry|Review|Commission|Panel|Board|Taskforce|report))\s+(?:also\s+)?"
    r"(?:recommend|ask|call|suggest|propose|urge)e?[sd]\s+(?:that\s+|for\s+|on\s+)?"
)
_NAMED = re.compile(  # with the number of its paragraph
    r"(?P<place>(?:\d{1,3}(?:\.\d{1,3}){0,2}[.)]?\s+)?)(?=[A-Z])[^.?!()]{20,400}\s"
    rf"\((?i:recommendations?)\s+(?P<numbers>{_NUMBER}(?:{_AND}{_NUMBER})*)\)\.(?:\s+(?=[A-Z])|$)"
)
_GAP = re.compile(r",?\s*")
_COMMA = re.compile(r",\s+")
_STOP = re.compile(r"[.?]\s+(?=[A-Z])")
_ENOUGH = 2


def letter_labels(lines: Sequence[str]) -> dict[int, Label]:
    """The lines that open with such a label, by index: `rest` is where the words of the recommendation begin, at the
    end of the label where none are given. A line that is cut before the answer ends in a comma."""
    found = {at: label for at, line in enumerate(lines) if (label := _label(line))}
    told = {at: label for at, line in enumerate(lines) if (label := _told(line))}
    behind = ((line := "\n".join(lines[at : at + 2]))[_second_sentence(line, label) :] for at, label in told.items())
    is_answered = any(answers(words) for words in behind)
    said = (found if len(found) >= _ENOUGH else {}) | (told if len(told) >= _ENOUGH and is_answered else {})
    return said or _named(lines)


def _named(lines: Sequence[str]) -> dict[int, Label]:
    """The paragraphs whose first sentence ends with `(recommendation 2)`, where some are answered right behind it and
    nothing else is a label."""
    shapes = {at: shape for at, line in enumerate(lines) if (shape := _NAMED.match(line))}
    behind = ("\n".join(lines[at : at + 2])[shape.end() :].lstrip() for at, shape in shapes.items())
    if sum(map(answers, behind)) < _ENOUGH or any(label_of(line) or group_of(line) for line in lines):
        return {}
    return {
        at: Label(numbers_of(shape["numbers"]), len(shape["place"].rstrip()), shape.end("place"))
        for at, shape in shapes.items()
    }


def answers_apart(text: str, leaves: Sequence[Segment]) -> Iterator[Segment]:
    """The paragraphs, each with such a label cut in two before its answer."""
    labels = letter_labels([text[leaf.start : leaf.end] for leaf in leaves])
    for at, leaf in enumerate(leaves):
        if at not in labels:
            yield leaf
            continue
        begin = leaf.start + _answer_at(text[leaf.start : leaf.end], labels[at])
        yield replace(leaf, end=begin - len(text[leaf.start : begin]) + len(text[leaf.start : begin].rstrip()))
        if begin < leaf.end:
            yield replace(leaf, kind="paragraph", start=begin, label=None, level=None)


def _label(line: str) -> Label | None:
    found = _LABEL.match(line)
    if found is None:
        return None
    numbers = numbers_of(found["numbers"]) if found["numbers"] else tuple(re.findall(_ORDINAL, found["ordinals"]))
    label = Label(numbers, found.end(), found.end() + len(_GAP.match(line, found.end()).group()))  # type: ignore[union-attr]
    return label if line.endswith(",") or _answer_at(line, label) else None


def _told(line: str) -> Label | None:
    """`Second, the Committee asked for …. We will …`: `rest` is where what was asked begins. A line that is cut before
    the answer ends in a full stop."""
    found = _TOLD.match(line)
    label = Label((found["ordinal"],), found.end("ordinal"), found.end()) if found else None
    return label if label and (line.endswith((".", "?")) or _second_sentence(line, label)) else None


def _second_sentence(line: str, label: Label) -> int:
    stop = _STOP.search(line, label.rest)
    return stop.end() if stop else 0


def _answer_at(line: str, label: Label) -> int:
    """The first word behind a comma from which on a government speaks, 0 where it does not; behind "Second, you asked
    …" and "… (recommendation 2)." the second sentence."""
    if _TOLD.match(line):
        return _second_sentence(line, label)
    if named := _NAMED.match(line):
        return named.end()
    for comma in _COMMA.finditer(line, label.end):
        speaks = answers if comma.start() == label.end else begins_to_answer
        if speaks(line[comma.end() :]):
            return comma.end()
    return 0
