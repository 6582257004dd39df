"""The one blank English pipeline: spaCy's tokeniser with what money and dates in government prose need."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_suffix_regex

# Zero-width cuts inside one chunk of characters: `Features£36m`, `c.£2`, `£2.4million`, `£20,000-£22,500`, `£80bn+`.
_CUTS = (
    r"(?<=\S)(?=[£€])",
    r"(?<=[£€])(?=\S)",
    r"(?<=\d)(?=(?:[Tt]housand|[MmBb]illion|[Tt]rillion|[kKmMbB]|[bB][nN]|mn|tn|pa|pw|pcm|pm)(?:[\W_]|$))",
    r"(?<=[\dmMnNkK])(?=[+%])",
)
_MARKS = (r"(?<=[\w.+])[-–—/](?=[£€$])", r"(?<=\d[mnkMNK])[-–—](?=\d)", r"(?<=\d)[–—](?=\d)", r"(?<=\w)/(?=[a-z])")
_STOPS = (r"(?<=\d[kKmMbB])\.", r"(?<=\d[BbMmTt][Nn])\.", r"(?<=\d(?:pa|pw|pm))\.")
_MAGNITUDES = ("b.", "k.", "m.", "p.")
_ABBREVIATIONS = ("c.", "approx.", "p.a.", "incl.", "excl.", "Hon.", "Rt.")


@cache
def english() -> Language:
    """The pipeline, built once a process. It only tokenises: no tagger, no model to download."""
    nlp = spacy.blank("en")
    infixes = [*_CUTS, *_MARKS, *(nlp.Defaults.infixes or [])]
    suffixes = [*_STOPS, *(nlp.Defaults.suffixes or [])]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[attr-defined]
    nlp.tokenizer.suffix_search = compile_suffix_regex(suffixes).search  # type: ignore[attr-defined]
    # spaCy keeps a letter with its full stop together, as in initials; after a number it is a magnitude.
    rules = nlp.tokenizer.rules or {}  # type: ignore[attr-defined]
    nlp.tokenizer.rules = {word: tokens for word, tokens in rules.items() if word not in _MAGNITUDES}  # type: ignore[attr-defined]
    for word in _ABBREVIATIONS:
        nlp.tokenizer.add_special_case(word, [{ORTH: word}])  # type: ignore[attr-defined]
    return nlp


_STOPS_AT = frozenset(".!?…")
_CLOSERS = frozenset("”’\"')]")
_SHORT = frozenset("no nos vol para paras art sec fig st dr mr mrs ms vs cf col gen rev".split())


def sentence_starts(doc: Doc) -> list[int]:
    """The tokens of a text that begin a sentence, the first included.

    A sentence ends at a full stop, `!`, `?` or `…` with any closing quotation marks or brackets, when the next
    token begins with a capital, a digit, a currency sign or an opening mark; `No. 10` and `Vol. 2` go on.
    """
    starts = [0]
    words = [token.text for token in doc]
    last = len(words) - 1
    for at, word in enumerate(words):
        if word not in _STOPS_AT or at == last or (at and words[at - 1].lower() in _SHORT):
            continue
        following = at + 1
        while following < last and words[following] in _CLOSERS:
            following += 1
        first = words[following][0]
        if not first.islower() and first not in _STOPS_AT and first not in ",;:-–—" and starts[-1] != following:
            starts.append(following)
    return starts
