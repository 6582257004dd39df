"""Recommendations quoted with the number and the place that they have in a report, and no label.

`3. We recommend that … (Paragraph 24)`, `6.41 The Committee urges …`, `4a) iv. … (paragraph 12)`, `(5) …`, `“50. …”`,
`Paragraph 14: The Committee asks …`, `2. Letters should be delivered …` above a verdict or the mark of an answer, and
without a number where a whole sentence stands before the bracket: two such paragraphs at least, one of them answered.
Nothing else tells them from the paragraphs of any text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.layouts.recommendation_delivery import is_delivery
from extractors.layouts.recommendation_labels import Label, mark_of
from extractors.layouts.recommender import answers, asks, decides

_NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?(?:\)?\s?(?:\([a-z]{1,4}\)|[ivx]{1,4}(?=[.)])))?"
_NUMBERED = re.compile(
    rf"(?:[‘“'\"(]?(?P<label>{_NUMBER})[.)]*\s+|(?P<place>Para(?:graph)?\.?\s+{_NUMBER})\s*[:.–—-]\s*)(?=[A-Z‘“'\"(])"
)
_PLACE = r"(?:paragraphs?|paras?\.?|pages?|pp?\.)\s+[\d.,\s–-]+(?:(?:and|to|&)[\d.,\s–-]+)*"
_ENDS = re.compile(rf"[(\[](?:(?:conclusion|recommendation)(?:\s+\d+)?,\s+)?{_PLACE}[)\]]\W*$", re.IGNORECASE)
_BEGINS = re.compile(
    r"(?:We|I|(?:The|This|Our)\s+(?:[\w’'-]+\s+){0,4}?(?:Committee|Inquiry|Review|Commission|Panel|Board|Taskforce))\s+"
    r"(?:(?:also|therefore|further|strongly|again|reiterate and)\s+)*"
    r"(?:recommends?\b|urges?\b|calls? (?:on|for)\b"
    r"|(?:asks?|requests?|invites?|encourages?)\s+(?:that\b|the\b|for\b|ministers\b|[A-Z]))"
)
_OF_ALL = re.compile(
    r"\b(?:[Gg]overnment|[Dd]epartment|Ministry|[Mm]inisters|[Ww]e)\s+(?:\w+\s+){0,2}"
    r"(?:accept|agree with|reject|support)s?\s+(?:all|each|every)\b[^.]{0,60}\brecommendations?\b"
)
_MOVES = re.compile(r"(?:That|To) [a-z]")  # of a council: "That the Cabinet publishes …", "To publish …"
_WHOLE = re.compile(r"[‘“\"].*[’”\"]")
_COUNTED = re.compile(r"[(\[]recommendation\s+(\d{1,3}[a-z]?)(?:,[^)\]]*)?[)\]]\W*$", re.IGNORECASE)
_ENOUGH = 2


def answers_all(lines: Sequence[str]) -> bool:
    """Whether one sentence answers every recommendation, as a letter does that only lists them."""
    return any("recommendation" in line and _OF_ALL.search(line) for line in lines)


def number_behind(words: str) -> tuple[str, ...]:
    """The number in `Ministers should count the gulls. (Recommendation 4)`."""
    found = _COUNTED.search(words)
    return (found[1],) if found else ()


def ends_with_a_place(line: str) -> bool:
    """Whether the last words are `(Paragraph 24)`."""
    return _ENDS.search(line) is not None


def quotes(lines: Sequence[str]) -> dict[int, Label]:
    """The lines that are such a recommendation, by index, with the number as their label; without one, the line."""
    found: dict[int, Label] = {}
    for index, line in enumerate(lines):
        numbered = _NUMBERED.match(line)
        below = lines[index + 1] if index + 1 < len(lines) else ""
        is_framed = decides(below) or is_delivery(below) or mark_of(below) is not None
        is_decided = numbered and is_framed and (asks(line[numbered.end() :]) or _MOVES.match(line, numbered.end()))
        is_quoted = numbered and numbered["place"] and _WHOLE.fullmatch(line, numbered.end())
        if numbered and (is_decided or is_quoted or _BEGINS.match(line, numbered.end()) or _ENDS.search(line)):
            name = "place" if numbered["place"] else "label"
            number = numbered[name].split(maxsplit=1)[-1] if name == "place" else numbered[name]
            found[index] = Label((number,), numbered.end(name), numbered.end())
        elif (
            line[0].isupper()
            and (place := _ENDS.search(line))
            and line[: place.start()].rstrip().endswith((".", "?", "”", "’"))
        ):
            found[index] = Label((), len(line), 0)
    after = [two for (at, _), two in zip(enumerate(lines), lines[1:], strict=False) if at in found]
    is_answered = any(mark_of(line) is not None or is_delivery(line) or answers(line) for line in after)
    return found if len(found) >= _ENOUGH and (is_answered or answers_all(lines)) else {}
