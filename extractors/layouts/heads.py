"""Which of the first lines is the title, and which lines around it are those of a letterhead.

The title is the first line that is nothing else and reads as one; of a letter it is the subject below `Dear …`. A
body that stands above the title, or among what is stated right below it, is the publisher, unless somebody is named
before it: then it is where the letter goes.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from extractors.layouts.letterhead import (
    addresses,
    greets,
    is_number_or_place,
    is_registered,
    names_a_body,
    names_a_person,
    names_a_post,
    opens_a_section,
)

_LONGEST_TITLE = 300
_LONG = 120
_SENTENCE_ENDS = re.compile(r"[a-z]{3,}[.!?][”’\")]* [A-Z]")


@dataclass(slots=True)
class Head:
    """Places among the first lines: the title, who publishes, and those that are `metadata`."""

    title: int | None = None
    publisher: int | None = None
    metadata: set[int] = field(default_factory=set)


def read_head(first: Sequence[str], known: Container[int], start: int, *, topic_above: bool) -> Head:
    """The head of a document whose lines before `start`, and those `known`, are something else.

    With `topic_above`, one short line above a headline is the name of the page it stood on, not the title.
    """
    rest = [index for index in range(start, len(first)) if index not in known]
    if topic_above and len(rest) > 1 and _is_topic(first[rest[0]]) and _is_headline(first[rest[1]]):
        rest = rest[not names_a_body(first[rest[0]]) :]
    head = Head()
    subject, places = _subject(first, rest), addresses(first)
    is_addressed = False
    for index in rest:
        line = first[index]
        is_body = index != subject and names_a_body(line)
        is_person = names_a_person(line) or names_a_post(line)
        if is_body or is_person or index in places or is_number_or_place(line):
            head.metadata.add(index)
            is_addressed |= is_person
            if is_body and index not in places and head.publisher is None and not is_addressed:
                head.publisher = index
        elif subject is not None and index < subject:
            head.metadata.add(index)
        elif head.title is None and _reads_as_title(line):
            head.title = index
        else:
            break
    if head.title is None and rest and rest[0] == head.publisher and not is_registered(first[rest[0]]):
        return Head(title=rest[0])  # "Harbour Pilots Inquiry" is one where nothing else is
    return head


def _subject(first: Sequence[str], rest: Sequence[int]) -> int | None:
    """The line below `Dear …`, if it is no sentence."""
    greeting = next((index for index in rest if greets(first[index])), None)
    below = next((index for index in rest if greeting is not None and index > greeting), None)
    return below if below is not None and _reads_as_title(first[below]) else None


def _reads_as_title(line: str) -> bool:
    is_whole = len(line) <= _LONGEST_TITLE and not line.endswith((".", ",", ";", ":", "–", "—"))
    is_running_text = len(line) > _LONG and _SENTENCE_ENDS.search(line) is not None
    return is_whole and not is_running_text and not opens_a_section(line)


def _is_topic(line: str) -> bool:
    return len(line.split()) <= 3 and line[-1].isalnum()


def _is_headline(line: str) -> bool:
    return len(line.split()) >= 5 and len(line) <= _LONGEST_TITLE and not line.endswith((".", ":", ","))
