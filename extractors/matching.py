"""How rules are run: cues → windows → a spaCy Matcher a rule, over a copy with every white space as one space.

A naive run tokenises and matches the whole text. Here one Aho-Corasick pass finds each group's cues, and a second
one around them the other words that the pattern of a cue cannot do without; where these are all there, a window of
words around the cue is cut at white space and inside its zone (spaCy tokenises white-space chunks one by one, so a
window has the tokens of the whole), and only the windows are matched, those of the same words once. A test holds both
ways to the same set.

In the copy every hyphen is that of the keyboard, and a run of white space is one space: a no-break space or a line end
is a token of its own to spaCy and would break `£39 million` in two. What keeps paragraphs apart is the zones: nothing
matches across two of them.
"""

from __future__ import annotations

import copy
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import ahocorasick_rs
import numpy as np
from numpy.typing import NDArray

from extractors.groups import Offsets, RuleGroup, Words, every, prepare
from extractors.groups import group as group
from extractors.model import Span
from extractors.nlp import sentence_starts
from extractors.rules import Cue, Rule

Zoned = Sequence[tuple[int, int]] | None
Fold = Callable[[str], str]
Reach = tuple[Offsets, Offsets, Offsets]  # numbers of the first word, of the last one, of the zone

_HYPHENS = (0x2010, 0x2011)  # `2020‑21`, with one at which no line breaks
_SPACES = np.zeros(0x10000, dtype=bool)
_SPACES[[code for code in range(0x3001) if chr(code).isspace()]] = True  # there is none above
_LINKS = ("&", "and", "for", "of", "the")
_BULLETS = "-•–—*·▪◦‣"
_LETTERS = np.zeros(0x10000, dtype=bool)
_LETTERS[[code for code in range(0x80) if chr(code).isalpha()]] = True


class Match(NamedTuple):
    """A rule and the characters of the source that it matched."""

    rule: Rule
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Scan:
    """One text, cut into blocks that nothing matches across, with what every rule group needs of it.

    `documents` are the places where a document begins. `counts` gathers for each group: `cues`, `windows`, `matches`,
    and characters `tokenised`, each set phrase once.
    """

    def __init__(self, text: str, blocks: Sequence[tuple[int, int]], documents: Sequence[int] = (0,)) -> None:
        prepare()
        self.text = text
        self.block_spans = [Span(start, end) for start, end in blocks]
        self.documents = documents
        # With a space behind, so that the place before the first character and that after the last are none of a word.
        codes = np.frombuffer(f"{text} ".encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        is_space = _SPACES.take(codes, mode="clip")
        is_kept = ~is_space
        is_kept[1:] |= ~is_space[:-1]
        self._left_out = np.flatnonzero(~is_kept)
        self._shifts = self._left_out - np.arange(len(self._left_out))  # each as a place of the copy
        self._codes, is_space = codes[is_kept], is_space[is_kept]
        self._codes[is_space] = ord(" ")
        self._codes[np.isin(self._codes, _HYPHENS)] = ord("-")
        self.copy = self._codes.tobytes().decode("utf-32-le", "surrogatepass")
        self._words = np.flatnonzero(~is_space & np.concatenate(([True], is_space[:-1])))
        self._word_ends = np.append(self._words[1:], len(self.copy)) - 1
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

    @cached_property
    def _lower_blocks(self) -> tuple[str, Offsets, Offsets]:
        """All blocks joined: most groups are looked for in them."""
        return _joined(self.lower, self.blocks)

    def over(self, blocks: Sequence[tuple[int, int]]) -> Scan:
        """The same text, cut into other blocks."""
        self.lower  # noqa: B018  worked out once for both
        other = copy.copy(self)
        other.block_spans = [Span(start, end) for start, end in blocks]
        other.blocks = self.folded(blocks)
        other._sentences = {}
        vars(other).pop("_lower_blocks", None)
        return other

    def block_at(self, place: int) -> int:
        """The number of the block that a character is in."""
        return bisect_right(self.block_spans, (place + 1,)) - 1

    def block_before(self, number: int) -> int | None:
        """The number of the block before, None at the beginning of a document."""
        if not number:
            return None
        here, before = self.block_spans[number], self.block_spans[number - 1]
        same = bisect_right(self.documents, here.start) == bisect_right(self.documents, before.start)
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
            spans = self.sourced(np.array((begins, ends)).T)
            self._sentences[block] = [Span(a, b) for a, b in spans.tolist()]
        return self._sentences[block]

    def folded(self, spans: Sequence[tuple[int, int]]) -> Offsets:
        """Spans of the source as spans of the copy, an array of n rows."""
        places = np.array(spans, dtype=np.int64).reshape(-1, 2)
        return places - np.searchsorted(self._left_out, places)

    def sourced(self, spans: Offsets) -> Offsets:
        """Spans of the copy that begin and end in a word, as spans of the source."""
        characters = spans - (0, 1)
        return spans + np.searchsorted(self._shifts, characters, "right")

    def find(self, rules: RuleGroup, zones: Zoned = None) -> list[Match]:
        """The matches of a group inside zones of the source, in order of place (None: in every block)."""
        where = self.blocks if zones is None else self.folded(zones)
        counts = self.counts.setdefault(rules.name, Counter())
        number, word, zone = self._hits(rules.cues, where)
        if not len(number):
            return []
        cues = {words: (word[mine], zone[mine]) for words, mine in rules.cues.among(number)}
        # The other words that a match needs may be frequent, and are looked for around cues alone.
        near = self._windows([(word - rules.before, word + rules.after, zone)], where)
        number, word, _ = self._hits(rules.others, near)
        others = {words: word[mine] for words, mine in rules.others.among(number)}
        ends = self._ends(rules.small, near) if rules.small else None
        found: list[Match] = []
        for rule in rules.rules:
            reached = [_reached(cue, *cues[cue.words], others, ends) for cue in rule.cues if len(cues[cue.words][0])]
            windows = self._windows(reached, where)
            matches = self.match(rules, rule, windows)
            found += matches
            counts.update(cues=sum(len(zone) for *_, zone in reached), windows=len(windows), matches=len(matches))
        return sorted(found, key=lambda match: (match.start, -match.end, match.rule.id))

    def literals(
        self, scanner: ahocorasick_rs.AhoCorasick, fold: Fold, zones: Zoned = None
    ) -> list[tuple[int, int, int]]:
        """The words of a scanner as written, whole and inside zones of the source, a row each: number, start, end.

        Over two blocks only where the first one ends in the middle of a name: "Department of Health &".
        """
        where = self.blocks if zones is None else self.folded(zones)
        text, starts, shifts = _joined(self.copy, where)
        number, start, end = every(scanner, fold(text)).T
        first, last = (np.searchsorted(starts, place, "right") - 1 for place in (start, end - 1))
        spans = np.stack((start + shifts[first], end + shifts[last]), axis=1)
        is_whole = ~(self.is_inside_word(spans[:, 0]) | self.is_inside_word(spans[:, 1]))
        for one in np.flatnonzero(first != last):  # the fold makes the line end between two pieces a space
            is_whole[one] &= zones is None and last[one] - first[one] == 1 and self._is_unfinished(first[one])
        rows: list[tuple[int, int, int]] = np.column_stack((number, self.sourced(spans)))[is_whole].tolist()
        return rows

    def _is_unfinished(self, block: int) -> bool:
        """Whether a block ends in a word or a mark that links two parts of a name."""
        words = self.block_spans[block].of(self.text).split()
        return bool(words) and (words[-1] in _LINKS or words[-1].endswith(","))

    def match(self, rules: RuleGroup, rule: Rule, windows: Offsets) -> list[Match]:
        """The matches of a rule in pieces of the copy: officials write in set phrases, and each is matched once."""
        pieces = [self.copy[start:end] for start, end in windows.tolist()]
        distinct = dict.fromkeys(pieces)
        self.counts.setdefault(rules.name, Counter())["tokenised"] += sum(map(len, distinct))
        found = rules.spans(rule, list(distinct))
        spans = [
            (start + first, start + last)
            for piece, start in zip(pieces, windows[:, 0].tolist(), strict=True)
            for first, last in found.get(piece, ())
        ]
        return [Match(rule, *span) for span in self.sourced(np.array(spans, dtype=np.int64).reshape(-1, 2)).tolist()]

    def _hits(self, words: Words, zones: Offsets) -> tuple[Offsets, Offsets, Offsets]:
        """The words found in zones of the copy: the number of each, of the word it is in, of its zone."""
        text, starts, shifts = self._lower_blocks if zones is self.blocks else _joined(self.lower, zones)
        number, start, end = words.scan(text).T
        zone = starts.searchsorted(start, "right") - 1
        start, end = start + shifts[zone], end + shifts[zone]
        is_whole = ~(self.is_inside_word(start) | self.is_inside_word(end)) | words.is_part[number]
        capital = np.flatnonzero(words.has_capital[number])
        places = zip(number[capital].tolist(), start[capital].tolist(), strict=True)
        is_whole[capital] &= np.array([self.copy.startswith(words.words[one], at) for one, at in places], dtype=bool)
        word = self._words.searchsorted(start, "right") - 1
        order = np.flatnonzero(is_whole)
        order = order[word[order].argsort(kind="stable")]
        return number[order], word[order], zone[order]

    def _ends(self, small: Words, zones: Offsets) -> Offsets:
        """The words in zones that no match can hold where all that it holds are capitalised words and some small ones:
        the other words in lower case. With a number before the first word and one behind the last."""
        is_end = self._is_lower.copy()
        is_end[self._hits(small, zones)[1]] = False
        return np.concatenate(([-1], np.flatnonzero(is_end), [len(is_end)]))

    @cached_property
    def _is_lower(self) -> NDArray[np.bool_]:
        """Whether each word begins with one of a–z and has no capital or letter of another alphabet in it."""
        codes = self._codes[:-1]
        is_other = ((codes >= ord("A")) & (codes <= ord("Z"))) | (codes >= 0x80)
        begins = codes[self._words]
        has_other = np.logical_or.reduceat(is_other, self._words)
        is_lower: NDArray[np.bool_] = (begins >= ord("a")) & (begins <= ord("z")) & ~has_other
        return is_lower

    def _windows(self, reached: Sequence[Reach], zones: Offsets) -> Offsets:
        """The characters from first to last words, inside their zones; windows that overlap are one."""
        if not reached:
            return np.empty((0, 2), dtype=np.int64)
        first, last, zone = map(np.concatenate, zip(*reached, strict=True))
        left = np.maximum(self._words[np.maximum(first, 0)], zones[zone, 0])
        right = np.minimum(self._word_ends[np.minimum(last, len(self._words) - 1)], zones[zone, 1])
        order = left.argsort(kind="stable")
        left, right = left[order], np.maximum.accumulate(right[order])
        is_first, is_last = np.ones((2, len(left)), dtype=bool)
        is_first[1:] = is_last[:-1] = left[1:] > right[:-1]
        return np.stack((left[is_first], right[is_last]), axis=1)

    def is_inside_word(self, place: Offsets) -> NDArray[np.bool_]:
        """Whether letters stand on both sides of a place in the copy."""
        before, after = _LETTERS.take(self._codes[[place - 1, place]], mode="clip")
        is_inside: NDArray[np.bool_] = before & after
        return is_inside


def _reached(
    cue: Cue, word: Offsets, zone: Offsets, others: Mapping[frozenset[str], Offsets], ends: Offsets | None
) -> Reach:
    """The first and the last word that a match can reach from each place of a cue, with its zone. A place that lacks
    one of the other words that a match needs has no match."""
    for words, reach in cue.others:
        first, last = (word, word + reach) if reach > 0 else (word + reach, word)
        is_near = others[words].searchsorted(first, "left") < others[words].searchsorted(last, "right")
        word, zone = word[is_near], zone[is_near]
    first, last = word - cue.before, word + cue.after
    if ends is not None:
        place = ends.searchsorted(word)
        first, last = np.maximum(first, ends[place - 1] + 1), np.minimum(last, ends[place] - 1)
    return first, last, zone


def _joined(text: str, spans: Offsets) -> tuple[str, Offsets, Offsets]:
    """Pieces of a text with a line end between, where each begins, and how far that is from its place in the text."""
    pieces = [text[start:end] for start, end in spans.tolist()]
    lengths = np.diff(spans)[:, 0] + 1
    starts = np.cumsum(lengths) - lengths
    return "\n".join(pieces), starts, spans[:, 0] - starts
