"""A sentence of a recommendation as words, with the bodies that can stand at each of them.

A name of the register is one body from its first word to its last. Any other is known by its shape: a class (`local
commissioners`, `the construction regulator`) or an office (`Department for Culture, Media and Sport`) by
`patterns/addressees.jsonl`, a name by its capitals. Several may begin at one word: `Home Office` and `Home Office
strengthen police`; what follows decides, so all are given.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from extractors.matching import Match
from extractors.mentions import Body
from extractors.model import Span
from extractors.token_classes import token_classes
from extractors.words import words_and_marks

_MOST_WORDS_OF = 4  # "providers of adult social care"


class Phrase:
    """The words of one sentence; places in it are numbers of words, ends are half-open."""

    def __init__(self, text: str, span: Span, matches: Iterable[Match], registered: Iterable[Body]) -> None:
        places = words_and_marks(text, span.start, span.end)
        self.starts = [place.start for place in places]
        self.ends = [place.end for place in places]
        self.words = [place.of(text) for place in places]
        self.lower = [word.lower() for word in self.words]
        self._matches: dict[str, dict[int, set[int]]] = {}
        self.rules: dict[tuple[int, int], str] = {}
        for match in matches:
            self._add(match)
        self._known: dict[int, int] = {}
        for body in registered:
            if whole := self._whole(body.start, body.end):
                self._known[whole[0]] = whole[1]
                self.rules[whole] = body.rule
        self._inside = {place for start, end in self._known.items() for place in range(start + 1, end)}

    def __len__(self) -> int:
        return len(self.words)

    def _add(self, match: Match) -> None:
        """A match that begins and ends with whole words; of "the council’s fund" no body is found."""
        if whole := self._whole(match.start, match.end):
            start, end = whole
            # What stands before a body may look like a part of it ("consult tree nurseries"): any word may begin it.
            for begin in range(start, end) if match.rule.value == "body" else (start,):
                self._matches.setdefault(match.rule.value, {}).setdefault(begin, set()).add(end)
                self.rules.setdefault((begin, end), match.rule.id)

    def _whole(self, start: int, end: int) -> tuple[int, int] | None:
        """Characters as places, None where they begin or end inside a word."""
        first, last = bisect_left(self.starts, start), bisect_left(self.ends, end)
        is_whole = first < len(self) and self.starts[first] == start and self.ends[last] == end
        return (first, last + 1) if is_whole else None

    def at(self, place: int) -> str:
        """The word at a place in lower case, "" behind the last."""
        return self.lower[place] if place < len(self) else ""

    def is_a(self, place: int, name: str) -> bool:
        """Whether the word at a place is of a token class."""
        return place < len(self) and self.words[place] in token_classes()[name]

    def ends_of(self, value: str, start: int) -> list[int]:
        """Where the matches of one value that begin at a word end, the farthest first."""
        return sorted(self._matches.get(value, {}).get(start, ()), reverse=True)

    def found(self, value: str) -> list[tuple[int, int]]:
        """All matches of one value, in order of place."""
        return sorted((start, end) for start, ends in self._matches.get(value, {}).items() for end in ends)

    def skip(self, place: int, name: str) -> int:
        """The first place from this one on whose word is not of a token class."""
        while self.is_a(place, name):
            place += 1
        return place

    def bodies(self, start: int) -> Iterator[int]:
        """Where a body that begins at a word can end, the farthest first."""
        joined = (end for end in self.ends_of("joined_body", start) if self._is_one_class(start, end))
        plain = {*self.ends_of("body", start), *joined, *self._ends_of_name(start)}
        ends = plain | {end for body in plain for end in self._ends_of_complement(body)}
        ends = {end for end in ends if not self._goes_on(end) and end not in self._inside}
        if start in self._known:
            ends.add(self._known[start])
        yield from sorted(ends, reverse=True)

    def is_registered(self, start: int, end: int) -> bool:
        """Whether a body is a name of the register."""
        return self._known.get(start) == end

    def _goes_on(self, end: int) -> bool:
        """Whether a name goes on behind a place: the Department of "Department for Transport" is none."""
        is_linked = self.at(end) in ("of", "for") and self.is_a(end + 1, "capitalised")
        return is_linked and self.is_a(end - 1, "capitalised")

    def rule(self, start: int, end: int) -> str:
        """The rule that found a body, `addressee.body.name` for a name by its capitals."""
        whole = (place for place in range(end, start, -1) if place == end or self.at(place) in ("of", "within"))
        found = (self.rules[start, place] for place in whole if (start, place) in self.rules)
        return next(found, "addressee.body.name")

    def _ends_of_name(self, start: int) -> Iterator[int]:
        """The ends of a name in capitals: `Natural England`, `Transport for London`, `Maritime and Coastguard Agency`.

        A single word that begins the sentence has its capital from there, so it must be an acronym or known.
        """
        end = start
        while self.is_a(end, "capitalised"):
            end += 1
            if self.is_a(end, "capitalised"):
                continue
            if not self.is_a(end - 1, "not_body") and not (end == start + 1 and self._is_plain_word(start)):
                yield end
            if self.at(end) in ("of", "for") or (self.at(end) in ("and", "&") and self._is_one_name(start, end)):
                end += 1 + (self.at(end + 1) == "the")

    def _is_plain_word(self, start: int) -> bool:
        named = self.is_a(start, "acronym") or self.is_a(start, "single_name")
        return start == 0 and not named

    def _is_one_name(self, start: int, joint: int) -> bool:
        """Whether "and" stands inside a name: only what follows it has the head of an organisation."""
        heads = ("organisation_head", "acronym", "single_name")
        if any(self.is_a(place, name) for place in range(start, joint) for name in heads):
            return False
        end = self.skip(joint + 1, "capitalised")
        return joint + 2 < end and self.is_a(end - 1, "organisation_head")

    def _is_one_class(self, start: int, end: int) -> bool:
        """Whether "and" joins what describes one class of bodies ("fire and rescue services") and not two bodies."""
        joint = next(place for place in range(start, end) if self.lower[place] in ("and", "&"))
        before = joint - 1
        is_name = self.is_a(before, "capitalised") and not self.is_a(end - 1, "capitalised") and before > 0
        kinds = ("body", "bodies", "acronym", "single_name")
        return not is_name and not any(self.is_a(before, kind) for kind in kinds)

    def _ends_of_complement(self, end: int) -> Iterator[int]:
        """ "leaders within policing", "the head of healthcare", "boards of every NHS trust"."""
        if self.at(end) in ("of", "within") and (self.is_a(end - 1, "bodies") or self.is_a(end - 1, "leads_a_part")):
            first = self.skip(end + 1, "determiner")
            for place in range(first, min(first + _MOST_WORDS_OF, len(self))):
                if not self.is_a(place, "body_modifier"):
                    return
                yield place + 1
