"""What a clause names of recommendations: `Recommendation 6`, `recommendations 1, 3 and 5`, `parts (a) and (c)`."""

from __future__ import annotations

import re

from extractors.layouts.recommendation_labels import numbers_of

_NOUNS = ("recommendation", "conclusion", "for improvement", "of concern")
_NOUN = re.compile(r"\brecommendations?\b", re.IGNORECASE)
_NUMBER = re.compile(r"\s*\d")
_PARTS = re.compile(r"\b(?:part|limb|element|bullet|point)s?\s+(?=\W*\w{1,3}\b)(.*)", re.DOTALL)
_PART = re.compile(r"\b(?!and\b|or\b)\w{1,4}\b")
_OF = re.compile(r"\sof\s")


def names_any(words: str) -> bool:
    """Whether recommendations are named at all, those of inspectors too: "this area for improvement"."""
    plain = " ".join(words.lower().split())
    return any(noun in plain for noun in _NOUNS)


def numbers_named(words: str) -> tuple[str, ...]:
    """The numbers behind "recommendation", in the order printed; none in "made towards Category 1 responders"."""
    noun = _NOUN.search(words)
    return numbers_of(words[noun.end() :]) if noun and _NUMBER.match(words, noun.end()) else ()


def parts_named(words: str) -> tuple[str, ...]:
    """The letters of the parts that are spoken of: "parts (a) and (c)" → `a`, `c`."""
    found = _PARTS.search(_OF.split(words, maxsplit=1)[0])
    return tuple(_PART.findall(found[1])) if found else ()
