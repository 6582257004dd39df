"""Where sentences begin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.nlp import sentence_starts


@pytest.mark.parametrize(
    "marked",
    [
        "It opened in May.| The rest followed.",
        "We spent £2.3m on No. 10 and St. Ives.| Dr. Ames agreed.",
        "About c. £5m, i.e. half, went to J. Smith.",
        "“Is it enough?”| No one knows.",
        "Visits rose to 3.5 million, see gov.uk for more.",
        "The wall was built.|The next one was not.",
        "It cost £2m.| 40 homes are safe.",
    ],
)
def test_sentences(marked: str) -> None:
    pieces = marked.split("|")
    text = "".join(pieces)
    begins = [len("".join(pieces[:n])) + (pieces[n][0] == " ") for n in range(len(pieces))]
    assert sentence_starts(text) == begins


@given(st.text(alphabet="aB .!?”1£", max_size=4000))
def test_no_sentence_of_words_is_long(text: str) -> None:
    text = " ".join(text.split())
    starts = sentence_starts(text)
    assert starts == sorted(set(starts))
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        assert end - start <= 1_000 or " " not in text[start + 1 : start + 1_000]
