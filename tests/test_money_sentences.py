"""Money, as a page of marked-up sentences (`sentences/money.txt`), each also with its spaces as they come in files."""

from __future__ import annotations

import pytest
from marked import same, sentences, unmarked

from extractors import money
from extractors.matching import Scan
from extractors.model import Money, Span

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


def _found(text: str) -> list[Money]:
    return money.find(Scan(text, [(0, len(text))]))


@pytest.mark.parametrize("spaces", [" ", "\u00a0", "\n", "\r\n"], ids=["space", "no-break", "line-end", "crlf"])
@pytest.mark.parametrize("line", sentences("money.txt"))
def test_sentence(line: str, spaces: str) -> None:
    plain, marks = unmarked(line)
    text = plain.replace(" ", spaces)

    def place(offset: int) -> int:
        return len(plain[:offset].replace(" ", spaces))

    found = _found(text)
    assert [(m.start, m.end) for m in found] == [(place(span.start), place(span.end)) for span, _ in marks]
    for one, (_, attributes) in zip(found, marks, strict=True):
        for name, expected in attributes.items():
            assert same(_READ[name](one, text), expected), f"{name}: {_READ[name](one, text)!r} is not {expected!r}"
        assert one.sentence.start <= one.start < one.end <= one.sentence.end
