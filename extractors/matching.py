"""How rules are run: cues → windows → a spaCy Matcher a rule, over a copy with every white space as one space.

A naive run tokenises and matches the whole text. Here one Aho-Corasick pass finds each group's cues, a window
of words around each is cut at white space and inside its zone (spaCy tokenises white-space chunks one by one, so
a window has the tokens of the whole), and only the windows are matched. A test holds both ways to the same set.

In the copy a run of white space is one space: a no-break space or a line end is a token of its own to spaCy and
would break `£39 million` in two. What keeps paragraphs apart is the zones: nothing matches across two of them.
"""

from __future__ import annotations

import copy
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

import ahocorasick_rs
import numpy as np
from numpy.typing import NDArray
from spacy.matcher import Matcher

from extractors.model import Span
from extractors.nlp import english, sentence_starts
from extractors.rules import TOKEN_CLASSES, Rule, load

Offsets = NDArray[np.int64]

_SPACES = np.zeros(0x10000, dtype=bool)
_SPACES[[code for code in range(0x10000) if chr(code).isspace()]] = True
_BULLETS = "-•–—*·▪◦‣"
_LETTERS = np.zeros(0x10000, dtype=bool)
_LETTERS[[code for code in range(0x80) if chr(code).isalpha()]] = True


@dataclass(frozen=True, slots=True)
class Match:
    """A rule and the characters of the source that it matched."""

    rule: Rule
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class RuleGroup:
    """The rules of one file under `patterns/`, ready to run: a Matcher a rule, since each sees windows of its own."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rules = load(name)
        self.cues = sorted({cue for rule in self.rules for cue in rule.cues})
        self._scanner = ahocorasick_rs.AhoCorasick(self.cues)
        self.reaches = {rule.id: np.array([rule.cues.get(cue, (-1, -1)) for cue in self.cues]) for rule in self.rules}
        self.matchers = {rule.id: _matcher(rule) for rule in self.rules}

    def scan(self, text: str) -> Offsets:
        """Every cue in a lower-case text, a row each: number of the cue, first character, end."""
        found = self._scanner.find_matches_as_indexes(text, overlapping=True)
        return np.array(found, dtype=np.int64).reshape(-1, 3)


def _matcher(rule: Rule) -> Matcher:
    matcher = Matcher(english().vocab, validate=False)
    matcher.add(rule.id, [list(pattern) for pattern in rule.patterns], greedy="LONGEST")  # type: ignore[arg-type]
    return matcher


@cache
def group(name: str) -> RuleGroup:
    """The group of that name, compiled once a process."""
    return RuleGroup(name)


@cache
def prepare() -> None:
    """Compiles every group, once a process and before any text: a token class is worked out for each word known."""
    for file in (files("extractors") / "patterns").iterdir():
        name = file.name.removesuffix(".jsonl")
        if name != TOKEN_CLASSES:
            group(name)


class Scan:
    """One text, cut into blocks that nothing matches across, with what every rule group needs of it.

    `documents` are the places where a document begins. `counts` gathers for each group: `cues`, `windows`, `matches`,
    and `tokenised` characters.
    """

    def __init__(self, text: str, blocks: Sequence[tuple[int, int]], documents: Sequence[int] = (0,)) -> None:
        prepare()
        self.text = text
        self.block_spans = [Span(start, end) for start, end in blocks]
        self._documents = documents
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        space = _SPACES[np.minimum(codes, 0xFFFF)]
        keep = ~space
        keep[1:] |= ~space[:-1]
        self._source = np.flatnonzero(keep)
        folded = np.where(space, np.uint32(32), codes)[keep]
        self.copy = folded.tobytes().decode("utf-32-le", "surrogatepass")
        space = folded == 32
        self._words = np.flatnonzero(~space & np.concatenate(([True], space[:-1])))
        self._letters = _LETTERS[np.minimum(folded, 0xFFFF)]
        self.blocks = self.folded(blocks)
        self._sentences: dict[int, list[Span]] = {}
        self.counts: dict[str, Counter[str]] = {}

    @cached_property
    def lower(self) -> str:
        """The copy in lower case, one character for one."""
        lower = self.copy.lower()
        if len(lower) != len(self.copy):
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in self.copy)
        return lower

    def over(self, blocks: Sequence[tuple[int, int]]) -> Scan:
        """The same text, cut into other blocks."""
        other = copy.copy(self)
        other.block_spans = [Span(start, end) for start, end in blocks]
        other.blocks = self.folded(blocks)
        other._sentences = {}
        return other

    def block_at(self, place: int) -> int:
        """The number of the block that a character is in."""
        return bisect_right(self.block_spans, place, key=lambda block: block.start) - 1

    def block_before(self, number: int) -> int | None:
        """The number of the block before, None at the beginning of a document."""
        if not number:
            return None
        here, before = self.block_spans[number], self.block_spans[number - 1]
        same = bisect_right(self._documents, here.start) == bisect_right(self._documents, before.start)
        return number - 1 if same else None

    def lead_in(self, number: int) -> int | None:
        """The block that introduces the list a block is an item of: the last one before the list, ended by a colon."""
        while self.text[self.block_spans[number].start] in _BULLETS:
            before = self.block_before(number)
            if before is None:
                return None
            number = before
            if self.text[self.block_spans[number].end - 1] == ":":
                return number
        return None

    def sentences(self, block: int) -> list[Span]:
        """The sentences of a block, white space at their ends left out."""
        if block not in self._sentences:
            start, end = self.blocks[block].tolist()
            begins = [start + place for place in sentence_starts(self.copy[start:end])]
            ends = [*(begin - (self.copy[begin - 1] == " ") for begin in begins[1:]), end]
            self._sentences[block] = [Span(*self.sourced(a, b)) for a, b in zip(begins, ends, strict=True)]
        return self._sentences[block]

    def folded(self, spans: Sequence[tuple[int, int]]) -> Offsets:
        """Spans of the source as spans of the copy, an array of n rows."""
        return np.searchsorted(self._source, np.array(spans, dtype=np.int64).reshape(-1, 2))

    def sourced(self, start: int, end: int) -> tuple[int, int]:
        """A span of the copy that begins and ends in a word, as a span of the source."""
        return int(self._source[start]), int(self._source[end - 1]) + 1

    def find(self, rules: RuleGroup, zones: Sequence[tuple[int, int]] | None = None) -> list[Match]:
        """The matches of a group inside zones of the source, in order of place (None: in every block)."""
        where = self.blocks if zones is None else self.folded(zones)
        hits = self._hits(rules, where)
        found: list[Match] = []
        for rule in rules.rules:
            reaches = rules.reaches[rule.id][hits[:, 0]]
            is_mine = reaches[:, 0] >= 0
            mine = hits[is_mine]
            windows = self._windows(mine[:, 1], reaches[is_mine], where)
            matches = self.match(rule, rules.matchers[rule.id], windows)
            found += matches
            self.counts.setdefault(rules.name, Counter()).update(
                cues=len(mine), windows=len(windows), matches=len(matches), tokenised=int(np.diff(windows).sum())
            )
        return sorted(found, key=lambda match: (match.start, -match.end, match.rule.id))

    def match(self, rule: Rule, matcher: Matcher, windows: Offsets) -> list[Match]:
        """The matches of a rule in pieces of the copy: tokenised and matched as one document."""
        if not len(windows):
            return []
        pieces = [self.copy[a:b] for a, b in windows.tolist()]
        starts = np.concatenate(([0], np.cumsum([len(piece) + 1 for piece in pieces])[:-1]))
        # What each window's offsets in the joined text lack to be offsets in the copy.
        begins, shifts = starts.tolist(), (windows[:, 0] - starts).tolist()
        doc = english()("\n".join(pieces))
        found = []
        for _, first, last in matcher(doc):
            start, last_token = doc[first].idx, doc[last - 1]
            shift = shifts[bisect_right(begins, start) - 1]
            end = last_token.idx + len(last_token)
            found.append(Match(rule, *self.sourced(start + shift, end + shift)))
        return found

    def _hits(self, rules: RuleGroup, zones: Offsets) -> Offsets:
        """The cues of a group inside zones of the copy. A cue of letters is a whole word or it is none."""
        pieces = [self.lower[a:b] for a, b in zones.tolist()]
        starts = np.concatenate(([0], np.cumsum([len(piece) + 1 for piece in pieces])))
        hits = rules.scan("\n".join(pieces))
        zone = np.searchsorted(starts, hits[:, 1], "right") - 1
        if len(hits):
            hits[:, 1:] += (zones[zone, 0] - starts[zone])[:, None]
        cut = self._inside_word(hits[:, 1]) | self._inside_word(hits[:, 2])
        return hits[~cut]

    def _windows(self, places: Offsets, reaches: Offsets, zones: Offsets) -> Offsets:
        """The words around each place that a match can reach, inside its zone; windows that overlap are one."""
        if not len(places):
            return np.empty((0, 2), dtype=np.int64)
        zone = np.searchsorted(zones[:, 0], places, "right") - 1
        word = np.searchsorted(self._words, places, "right") - 1
        ends = np.append(self._words, len(self.copy) + 1)
        left = np.maximum(self._words[np.maximum(word - reaches[:, 0], 0)], zones[zone, 0])
        right = np.minimum(ends[np.minimum(word + reaches[:, 1] + 1, len(self._words))] - 1, zones[zone, 1])
        order = np.argsort(left, kind="stable")
        left, right = left[order], np.maximum.accumulate(right[order])
        first = np.concatenate(([True], left[1:] > right[:-1]))
        last = np.concatenate((first[1:], [True]))
        return np.stack((left[first], right[last]), axis=1)

    def _inside_word(self, place: Offsets) -> NDArray[np.bool_]:
        """Whether letters stand on both sides of a place in the copy."""
        letters = np.concatenate((self._letters, [False]))
        return letters[place - 1] & letters[place]
