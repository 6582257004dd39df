"""The one English pipeline: spaCy's tokeniser with what money and dates in government prose need."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from spacy.attrs import LOWER, ORTH
from spacy.lang.en import English
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
from spacy.vocab import create_vocab

# Zero-width cuts inside one chunk of characters: `Features£36m`, `c.£2`, `£2.4million`, `£20,000-£22,500`, `£80bn+`.
_CUTS = (
    r"(?<=\S)(?=[£€])",
    r"(?<=[£€])(?=\S)",
    r"(?<=\d)(?=(?:[Tt]housand|[MmBb]illion|[Tt]rillion|[kKmMbB]|[bB][nN]|mn|tn|pa|pw|pcm|pm)(?:[\W_]|$))",
    r"(?<=[\dmMnNkK])(?=[+%])",
    r"(?<=\d{4})(?=\.[A-Z][a-z])",
)
_MARKS = (
    r"(?<=[\w.+])[-–—/](?=[£€$])",
    r"(?<=\d[mnkMNK])[-–—](?=\d)",
    r"(?<=\d)[–—](?=\d)",
    r"(?<=\w)/(?=[a-z])",
    r"(?<=[Mm]id)[-–—](?=[\dA-Z])",
    r"(?<=Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[-–—](?=\d\d)",
)
_STOPS = (r"(?<=\d[kKmMbB])\.", r"(?<=\d[BbMmTt][Nn])\.", r"(?<=\d(?:pa|pw|pm))\.")
_MAGNITUDES = ("b.", "k.", "m.", "p.")
_ABBREVIATIONS = ("c.", "approx.", "p.a.", "incl.", "excl.", "Hon.", "Rt.")
_MOST_WORDS = 200_000  # remembered: some 50 MB


@cache
def english() -> Tokenizer:
    """The tokeniser with its vocabulary, built once a process: no tagger, no model to download."""
    defaults = English.Defaults
    # spaCy keeps a letter with its full stop together, as in initials; after a number it is a magnitude.
    rules = {word: tokens for word, tokens in (defaults.tokenizer_exceptions or {}).items() if word not in _MAGNITUDES}
    vocab = create_vocab("en", defaults)
    # Of all that spaCy works out of a new word nothing else is asked for; the room is for token classes.
    vocab.lex_attr_getters = {LOWER: str.lower}  # type: ignore[attr-defined]
    return Tokenizer(
        vocab,
        rules=rules | {word: [{ORTH: word}] for word in _ABBREVIATIONS},
        prefix_search=compile_prefix_regex(defaults.prefixes or []).search,
        suffix_search=compile_suffix_regex([*_STOPS, *(defaults.suffixes or [])]).search,
        infix_finditer=compile_infix_regex([*_CUTS, *_MARKS, *(defaults.infixes or [])]).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
        max_cache_size=_MOST_WORDS,
    )


def tokens(text: str) -> Doc:
    """The tokens of a text.

    spaCy remembers how it has cut a word, but in a long text only up to the first exception to its rules ("it's",
    "p.a."), from where on it cuts every word anew. So each word is shown to it by itself first, once a process.
    """
    known = _known_words()
    if len(known) < _MOST_WORDS:
        new = set(text.split()) - known
        for word in new:
            english()(word)
        known |= new
    doc: Doc = english()(text)
    return doc


@cache
def _known_words() -> set[str]:
    return set()


@cache
def cut_words() -> frozenset[str]:
    """The lower-case tokens that an exception cuts out of a row of letters: "can" and "not" of "cannot"."""
    cut = set()
    for pieces in english().rules.values():
        for left, right in pairwise(piece[ORTH].lower() for piece in pieces):
            if left[-1].isalpha() and right[0].isalpha():
                cut |= {left, right}
    return frozenset(cut)


_LONGEST = 1_000
_ENDS = ".!?…"
_CLOSERS = "”’\"')]"
_SHORT = frozenset(
    ("no", "nos", "vol", "para", "paras", "art", "sec", "fig", "st", "dr", "mr", "mrs", "ms", "vs", "cf", "col", "gen")
).union(("rev", "c", "ca", "e.g", "i.e", "approx", "incl", "excl", "hon", "rt"))


def sentence_starts(text: str) -> list[int]:
    """The characters that begin a sentence, the first included; white space is single spaces.

    A sentence ends at a full stop, `!`, `?` or `…` with any closing quotation marks or brackets, when what follows
    the space begins with anything but a small letter or a mark; `No. 10` and `J. Smith` go on. Web pages lose the
    space between paragraphs, so `built.The next` are two. What goes on for more than `_LONGEST` characters is a table
    or a list that lost its lines, and is cut at a space, so that no sentence can hold very much.
    """
    starts = _ended(text)
    cut = list(starts)
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        while end - start > _LONGEST and (space := text.rfind(" ", start + 1, start + _LONGEST)) > 0:
            start = space + 1
            cut.append(start)
    return sorted(cut)


def _ended(text: str) -> list[int]:
    starts = [0]
    for place in sorted(place for end in _ENDS for place in places(text, end)):
        after = place + 1
        while after < len(text) and text[after] in _CLOSERS:
            after += 1
        if after >= len(text) - 1:
            break
        if text[after] == " ":
            begins = not text[after + 1].islower() and text[after + 1] not in ",;:-–—.!?…"
            word = text[text.rfind(" ", 0, place) + 1 : place].lstrip("(‘“\"'").lower()
            if begins and not (text[place] == "." and (word in _SHORT or (len(word) == 1 and word.isalpha()))):
                starts.append(after + 1)
        elif (
            text[place - 1 : place].isalnum()
            and not text[place - 1].isupper()
            and text[after].isupper()
            and text[after + 1].islower()
        ):
            starts.append(after)
    return starts


def places(text: str, words: str) -> Iterator[int]:
    """Where words or a mark stand in a text. Far cheaper than a regular expression."""
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + 1)
