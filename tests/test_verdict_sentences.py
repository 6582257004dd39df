"""Verdicts, as a page of marked-up answers (`sentences/verdicts.txt`), each with all kinds of spaces."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from extractors import verdicts
from extractors.matching import Scan
from extractors.mentions import Verdict
from extractors.model import Span, Zones

_LINES = (Path(__file__).parent / "sentences" / "verdicts.txt").read_text(encoding="utf-8").splitlines()
SENTENCES = [line for line in _LINES if line.strip() and not line.startswith("#")]
_MARK = re.compile(r"<v (?P<attributes>[^>]*)>(?P<inside>.*?)</v>")


def _unmarked(line: str) -> tuple[str, list[tuple[str, dict[str, str]]]]:
    """The answer without its mark-up; each marked clause with its attributes."""
    marks = [
        (found["inside"], dict(pair.split("=", 1) for pair in shlex.split(found["attributes"])))
        for found in _MARK.finditer(line)
    ]
    return _MARK.sub(r"\g<inside>", line), marks


def _read(verdict: Verdict, text: str) -> tuple[str, dict[str, str]]:
    """The words of a verdict and its attributes, white space folded, as the page gives them."""
    stated = {
        "verdict": verdict.verdict,
        "basis": verdict.basis,
        "numbers": ",".join(verdict.numbers),
        "parts": ",".join(verdict.parts),
        "who": _words(verdict.responder, text) if verdict.responder else "",
    }
    return _words(verdict, text), {name: value for name, value in stated.items() if value}


def _words(span: Span | Verdict, text: str) -> str:
    return " ".join(text[span.start : span.end].split())


@pytest.mark.parametrize("spaces", [" ", "\u00a0", "\n", "\r\n"], ids=["space", "no-break", "line-end", "crlf"])
@pytest.mark.parametrize("line", SENTENCES)
def test_answer(line: str, spaces: str) -> None:
    plain, marks = _unmarked(line)
    text = plain.replace(" ", spaces)
    whole = Span(0, len(text))
    found = verdicts.find(Scan(text, [(0, len(text))]), Zones(answers=(whole,)))
    assert [_read(verdict, text) for verdict in found] == marks
    assert all(one.sentence.start <= one.start < one.end <= one.sentence.end for one in found)


def test_words_that_stand_alone_count_only_where_an_answer_begins() -> None:
    text = "We met the clubs in May. Accepted."
    scan = Scan(text, [(0, len(text))])
    assert verdicts.find(scan, Zones(answers=(Span(0, len(text)),))) == []
    assert [one.verdict for one in verdicts.find(scan, Zones(answers=(Span(25, len(text)),)))] == ["accepted"]


def test_what_is_no_answer_states_nothing() -> None:
    text = "The government accepts this recommendation."
    scan = Scan(text, [(0, len(text))])
    assert verdicts.find(scan, Zones(asked=(Span(0, len(text)),))) == []
    assert len(verdicts.find(scan, Zones(rest=(Span(0, len(text)),)))) == 1
