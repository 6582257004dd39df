"""Money, as a page of marked-up sentences (`sentences/money.txt`), each also with its spaces as they come in files."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from extractors import money
from extractors.matching import Scan
from extractors.model import Money, Span

_LINES = (Path(__file__).parent / "sentences" / "money.txt").read_text(encoding="utf-8").splitlines()
SENTENCES = [line for line in _LINES if line.strip() and not line.startswith("#")]
_MARK = re.compile(r"<m (?P<attributes>[^>]*)>(?P<inside>.*?)</m>")

_READ = {
    "amount": lambda m, text: m.amount,
    "max": lambda m, text: m.amount_max,
    "currency": lambda m, text: m.currency,
    "modifier": lambda m, text: m.modifier,
    "words": lambda m, text: _words(m.modifier_span, text),
    "period": lambda m, text: m.period_kind,
    "when": lambda m, text: _words(m.period_span, text),
    "from": lambda m, text: m.period_start and m.period_start.isoformat(),
    "until": lambda m, text: m.period_end and m.period_end.isoformat(),
    "months": lambda m, text: m.period_months,
    "fy": lambda m, text: m.financial_year,
    "year": lambda m, text: m.amount_per_year,
    "total": lambda m, text: m.amount_total,
    "unit": lambda m, text: m.unit_kind,
    "each": lambda m, text: _words(m.unit_span, text),
    "role": lambda m, text: m.role,
    "programme": lambda m, text: _words(m.programme, text),
    "payer": lambda m, text: _words(m.payer, text),
    "payee": lambda m, text: _words(m.payee, text),
    "prices": lambda m, text: _words(m.price_basis_span, text),
}


def _words(span: Span | None, text: str) -> str | None:
    return span and " ".join(span.of(text).split())


def _unmarked(line: str) -> tuple[str, list[tuple[Span, dict[str, str]]]]:
    """The sentence without its mark-up, with the place of each marked amount and its attributes."""
    text, marks, at = "", [], 0
    for found in _MARK.finditer(line):
        text += line[at : found.start()]
        span = Span(len(text), len(text) + len(found["inside"]))
        text += found["inside"]
        marks.append((span, dict(pair.split("=", 1) for pair in shlex.split(found["attributes"]))))
        at = found.end()
    return text + line[at:], marks


def _found(text: str) -> list[Money]:
    return money.find(Scan(text, [(0, len(text))]))


@pytest.mark.parametrize("spaces", [" ", "\u00a0", "\n", "\r\n"], ids=["space", "no-break", "line-end", "crlf"])
@pytest.mark.parametrize("line", SENTENCES)
def test_sentence(line: str, spaces: str) -> None:
    plain, marks = _unmarked(line)
    text = plain.replace(" ", spaces)

    def place(offset: int) -> int:
        return len(plain[:offset].replace(" ", spaces))

    found = _found(text)
    assert [(m.start, m.end) for m in found] == [(place(span.start), place(span.end)) for span, _ in marks]
    for one, (_, attributes) in zip(found, marks, strict=True):
        for name, expected in attributes.items():
            assert _same(_READ[name](one, text), expected), f"{name}: {_READ[name](one, text)!r} is not {expected!r}"
        assert one.sentence.start <= one.start < one.end <= one.sentence.end


def _same(value: object, expected: str) -> bool:
    return expected == "null" if value is None else expected != "null" and type(value)(expected) == value
