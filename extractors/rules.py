"""Rules as rows: `patterns/<group>.jsonl`, one rule a line, read into spaCy token patterns.

A row has `id`, `value` (what a match means), `patterns`, `examples` (the match in [brackets]) and
`counter_examples`, which the rule must leave alone. A pattern is words with a little mark-up, so that a
policy colleague can read and add one:

    over|across the? next? <count> year|years

`|` alternatives, `?` optional, `{0,3}` a bounded number of times, `<name>` a class of tokens from
`token_classes.jsonl`, `$name` a phrase from there. Words in lower case match any case; a word with a capital
matches as written.
The *cues* of a rule are worked out from its patterns: the words of which a match must contain one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field, replace
from functools import cache, lru_cache
from itertools import accumulate
from typing import Any

from extractors.nlp import english
from extractors.pattern_rows import RuleError, rows
from extractors.records import record
from extractors.token_classes import TOKEN_CLASSES, phrases, token_classes

_LONGEST_SPELLED_OUT = 14
_FEW = 6
_MOST_FLAGS = 63
_KEYS = {"id", "value", "patterns", "examples", "counter_examples", "note"}

# Too frequent to narrow anything down.
_COMMON = frozenset(
    ("a", "an", "and", "at", "for", "from", "in", "of", "on", "over", "that", "the", "this", "to", "with")
)


@record()
class Cue:
    """What a pattern cannot do without: one of some `words`, which are rare, with at most so many tokens of the match
    `before` and `after` it; and one of each of the `others`, as far behind it as the number says, or ahead of it where
    the number is negative. A word in lower case stands for any case, one with a capital for itself."""

    words: frozenset[str]
    before: int
    after: int
    others: tuple[tuple[frozenset[str], int], ...] = ()


@record()
class Rule:
    """One rule: `patterns` are spaCy token patterns; every match holds at least one of the `cues`.

    `small` are the words in lower case that a match can hold, None where a class of tokens allows others.
    """

    id: str
    value: str
    patterns: tuple[tuple[dict[str | int, Any], ...], ...] = field(repr=False)
    cues: tuple[Cue, ...] = field(repr=False)
    small: frozenset[str] | None = field(repr=False)
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()


@cache
def _flag(name: str) -> int:
    """The number of a class as a flag of spaCy's vocabulary, which `flag_words` sets."""
    if len(_flagged()) == _MOST_FLAGS:
        raise ValueError(f"no flag is left for <{name}>: {_MOST_FLAGS} classes have one")
    return _flagged().setdefault(name, len(_flagged()) + 1)


@cache
def _flagged() -> dict[str, int]:
    """The classes that are flags, each with its number."""
    return {}


def flag_words() -> None:
    """Sets the flags of all words, known and new: worked out once a word, then tested without a Python call.

    `vocab.add_flag` would go through the known words once a class.
    """
    vocab = english().vocab
    vocab.lex_attr_getters.update({number: _getter(1 << number) for number in _flagged().values()})
    for word in vocab:
        word.flags = _flags_of(word.text)


def _getter(bit: int) -> Callable[[str], bool]:
    return lambda word: bool(_flags_of(word) & bit)


@lru_cache(maxsize=1)
def _flags_of(word: str) -> int:
    """All flags of a word, each a bit. Kept for the word asked about last, since spaCy asks for one flag at a time."""
    by_word, shapes = _tests()
    return by_word.get(word.lower(), 0) | sum(bit for bit, matches in shapes if matches(word))


@cache
def _tests() -> tuple[dict[str, int], list[tuple[int, Callable[[str], object]]]]:
    """The bits of the flags that each word in lower case has, and those of the flags that go by shape."""
    by_word: dict[str, int] = {}
    shapes: list[tuple[int, Callable[[str], object]]] = []
    for name, number in _flagged().items():
        known = token_classes()[name]
        for word in known.words:
            by_word[word] = by_word.get(word, 0) | 1 << number
        if not known.words:
            shapes.append((1 << number, known.shape.fullmatch))
    return by_word, shapes


def load(group: str) -> tuple[Rule, ...]:
    """The rules of one group in the order of its file; `RuleError` for a row that is not well formed."""
    found: dict[str, Rule] = {}
    for row in rows(group):
        try:
            rule = _rule(row)
        except (KeyError, ValueError) as error:
            raise RuleError(f"patterns/{group}.jsonl, rule {row.get('id', row)}: {error}") from error
        if found.setdefault(rule.id, rule) is not rule:
            raise RuleError(f"patterns/{group}.jsonl: two rules are called {rule.id}")
    return tuple(found.values())


def _rule(row: dict[str, Any]) -> Rule:
    if unknown := row.keys() - _KEYS:
        raise ValueError(f"unknown key {sorted(unknown)[0]}")
    spelled_out = [items for text in row["patterns"] for items in _spelled_out(text.split())]
    compiled = [_pattern(items) for items in spelled_out]
    return Rule(
        id=row["id"],
        value=row["value"],
        patterns=tuple(tuple(map(_looped, tokens)) for tokens, _ in compiled),
        cues=_widest(cue for _, cue in compiled),
        small=_small(atom for items in spelled_out for atom, _ in map(_parsed, items)),
        examples=tuple(row["examples"]),
        counter_examples=tuple(row.get("counter_examples", ())),
    )


def _spelled_out(items: list[str]) -> Iterator[list[str]]:
    """A pattern as one or more plain ones: its `$phrases` written out, and alternatives in first position
    as one pattern each, since spaCy tests a set there with a Python call a token. A class of a few words is so many
    alternatives: flags are scarce."""
    for at, item in enumerate(items):
        if item.startswith("$"):
            for words in phrases()[item[1:]]:
                yield from _spelled_out([*items[:at], *words.split(), *items[at + 1 :]])
            return
    (first, op), rest = _parsed(items[0]), items[1:]
    few = _few(first) if op in (None, "?") else ()
    if not few:
        yield items
        return
    yield from ([word, *rest] for word in few)
    if op:
        yield from _spelled_out(rest)


def _few(atom: str) -> Sequence[str]:
    """The alternatives of an item, empty where there are none or where they are a class of many tokens."""
    if not atom.startswith("<"):
        return atom.split("|") if "|" in atom else ()
    known = token_classes().get(atom.strip("<>"))
    return sorted(known.words) if known and len(known.words) <= _FEW else ()


def _widest(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    """The cues with those of equal words as one, wide enough for each."""
    widest: dict[tuple[object, ...], Cue] = {}
    for cue in cues:
        key = (cue.words, cue.others)
        same = widest.get(key, cue)
        widest[key] = replace(cue, before=max(cue.before, same.before), after=max(cue.after, same.after))
    return tuple(widest.values())


def _pattern(items: list[str]) -> tuple[tuple[dict[str | int, Any], ...], Cue]:
    """A pattern's tokens, and its cue: of the sets of words it cannot do without, the one with the longest words."""
    tokens: list[dict[str | int, Any]] = []
    needed: list[tuple[int, frozenset[str]]] = []
    is_leading = True
    for atom, op in map(_parsed, items):
        is_optional = op is not None and op.startswith(("?", "{0"))
        for test, words in _atom(atom, is_leading):
            if words and not is_optional:
                needed.append((len(tokens), words))
            tokens.append(test | ({"OP": op} if op else {}))
        is_leading &= is_optional
    if not needed:
        raise ValueError(f"the pattern '{' '.join(items)}' has no words it cannot do without, so no cue")
    place, cue = max(needed, key=lambda one: _rarity(one[1]))
    most = [0, *accumulate(map(_most, tokens))]  # tokens of a match up to each place

    def reach(start: int, end: int) -> int:
        # A cue that may come several times (`<month>{1,3}`) can be the first of them or the last.
        return most[end + 1] - most[start] - 1

    others = tuple(
        (words, -reach(at, place) if at < place else reach(place, at))
        for at, words in needed
        if at != place and not any(len(word) == 1 and word.isalpha() for word in words)  # `a` is everywhere
    )
    return tuple(tokens), Cue(cue, reach(0, place), reach(place, len(tokens) - 1), others)


@cache
def _rarity(words: frozenset[str]) -> int:
    """The length of the shortest of some words, 0 where one is too frequent: the longer, the rarer."""
    return min(0 if word.lower() in _COMMON else len(word) for word in words)


@cache
def _parsed(item: str) -> tuple[str, str | None]:
    """An item of a pattern without what says how often, and that."""
    parsed = re.fullmatch(r"(?P<atom>.+?)(?P<op>\?|\{\d+,\d+\})?", item)
    assert parsed is not None
    return parsed["atom"], parsed["op"]


def _small(atoms: Iterable[str]) -> frozenset[str] | None:
    """The words in lower case among those that some items allow; None where one allows any."""
    allowed: set[str] = set()
    for atom in set(atoms):
        known = token_classes().get(atom.strip("<>")) if atom.startswith("<") else None
        if known and not known.words and not known.is_capital:
            return None
        allowed |= known.words if known else frozenset(word for _, words in _atom(atom, False) for word in words)
    return frozenset(word for word in allowed if word == word.lower())


@cache
def _atom(atom: str, is_leading: bool) -> tuple[tuple[dict[str | int, Any], frozenset[str]], ...]:
    """The tests of one item, each with the words that meet it.

    A class is a flag where every token is tried against it or a regex defines it; the vocabulary has room for 63 of
    them. Behind other tokens a set of words does as well: spaCy asks about it only where those have matched.
    """
    if atom.startswith("<"):
        name = atom.strip("<>")
        if name not in token_classes():
            raise ValueError(f"no class <{name}> in {TOKEN_CLASSES}.jsonl")
        known = token_classes()[name]
        if known.words and not is_leading:
            return (({"LOWER": {"IN": sorted(known.words)}}, known.cues),)
        return (({_flag(name): True}, known.cues),)
    if "|" in atom:
        words = sorted(atom.split("|"))
        key = "LOWER" if atom == atom.lower() else "ORTH"
        return (({key: {"IN": words}}, frozenset(words)),)
    return tuple(
        ({"LOWER" if token.text == token.lower_ else "ORTH": token.text}, frozenset({token.text}))
        for token in english()(atom)
    )


def _looped(token: dict[str | int, Any]) -> dict[str | int, Any]:
    """A long repeat as a loop, bounded by its window: spaCy takes `{0,30}` for thirty optional tokens and tries each
    choice among them."""
    if _most(token) <= _LONGEST_SPELLED_OUT:
        return token
    return token | {"OP": "*" if token["OP"].startswith("{0") else "+"}


def _most(token: dict[str | int, Any]) -> int:
    return _most_times(token.get("OP"))


@cache
def _most_times(op: str | None) -> int:
    return int(op.strip("{}").split(",")[-1]) if op and op[0] == "{" else 1
