"""The rules of a file, ready to run, and the words by which they are found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain

import ahocorasick_rs
import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDX, LENGTH
from spacy.matcher import Matcher

from extractors.nlp import cut_words, english, tokens
from extractors.rules import Rule, flag_words, load
from extractors.token_classes import TOKEN_CLASSES

Offsets = NDArray[np.int64]


def every(scanner: ahocorasick_rs.AhoCorasick, text: str) -> Offsets:
    """What a scanner finds, inside other finds too, a row each: its number, first character, end."""
    found = scanner.find_matches_as_indexes(text, overlapping=True)
    return np.fromiter(chain.from_iterable(found), dtype=np.int64, count=3 * len(found)).reshape(-1, 3)


class Words:
    """Words to be found in one pass over a text, those with a capital as written. One of letters stands alone or it is
    none, unless spaCy cuts it out of a longer one."""

    def __init__(self, sets: Iterable[frozenset[str]]) -> None:
        words = sorted(frozenset[str]().union(*sets))
        self.words = words
        self.has_capital = np.array([word != word.lower() for word in words], dtype=bool)
        self.is_part = np.array([word.lower() in cut_words() for word in words], dtype=bool)
        self._sets = {one: np.array([word in one for word in words]) for one in sets}
        # Twice as fast as what ahocorasick_rs chooses for more than 100 words, and they are few enough for its size.
        kind = ahocorasick_rs.Implementation.DFA
        self._scanner = ahocorasick_rs.AhoCorasick([word.lower() for word in words], implementation=kind)

    def scan(self, text: str) -> Offsets:
        """Every word in a lower-case text, inside others too, a row each: its number, first character, end."""
        return every(self._scanner, text)

    def among(self, numbers: Offsets) -> Iterator[tuple[frozenset[str], NDArray[np.bool_]]]:
        """Each set, and which of some words found are of it."""
        yield from ((words, is_of_it[numbers]) for words, is_of_it in self._sets.items())


class RuleGroup:
    """The rules of one file under `patterns/`, ready to run."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rules = load(name)
        self._matchers: dict[str, Matcher] = {}
        cues = [cue for rule in self.rules for cue in rule.cues]
        self.cues = Words({cue.words for cue in cues})
        self.others = Words({words for cue in cues for words, _ in cue.others})
        small = [rule.small for rule in self.rules if rule.small is not None]
        # Where all rules know their small words, any other word in lower case ends what a match can reach.
        self.small = Words({frozenset[str]().union(*small)}) if len(small) == len(self.rules) else None
        self.before, self.after = max(cue.before for cue in cues), max(cue.after for cue in cues)

    def spans(self, rule: Rule, texts: Sequence[str]) -> dict[str, list[tuple[int, int]]]:
        """The characters that a rule matches in each of some texts that has any, tokenised and matched as one."""
        if not texts:
            return {}
        doc = tokens("\n".join(texts))
        first, last = np.array([span for _, *span in self._matcher(rule)(doc)], dtype=np.int64).reshape(-1, 2).T
        places, lengths = doc.to_array([IDX, LENGTH]).astype(np.int64).T
        starts = np.cumsum([0, *(len(text) + 1 for text in texts[:-1])])
        number = np.searchsorted(starts, places[first], "right") - 1
        begin, end = places[first] - starts[number], places[last - 1] + lengths[last - 1] - starts[number]
        found: dict[str, list[tuple[int, int]]] = {}
        for one, *span in zip(number.tolist(), begin.tolist(), end.tolist(), strict=True):
            found.setdefault(texts[one], []).append((span[0], span[1]))
        return found

    def _matcher(self, rule: Rule) -> Matcher:
        """That of one rule, since each sees windows of its own: made when there is a first one, as many have none."""
        if rule.id not in self._matchers:
            matcher = self._matchers[rule.id] = Matcher(english().vocab, validate=False)
            patterns = [list(pattern) for pattern in rule.patterns]
            matcher.add(rule.id, patterns, greedy="LONGEST")  # type: ignore[arg-type]
        return self._matchers[rule.id]


@cache
def group(name: str) -> RuleGroup:
    """The group of that name, compiled once a process."""
    return RuleGroup(name)


def names() -> list[str]:
    """The groups there are: the files under `patterns/` but that of the token classes."""
    found = (file.name.removesuffix(".jsonl") for file in (files("extractors") / "patterns").iterdir())
    return sorted(name for name in found if name != TOKEN_CLASSES)


@cache
def prepare() -> None:
    """Compiles every group, once a process and before any text: a token class is worked out for each word known."""
    for name in names():
        group(name)
    flag_words()
