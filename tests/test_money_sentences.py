"""Money, as a page of marked-up sentences (`sentences/money.txt`), each also with its spaces as they come in files."""

from __future__ import annotations

import pytest
from marked import SPACES, lines, scan_of, unmarked

from extractors import money
from extractors.model import Span

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


@pytest.mark.parametrize("spaces", SPACES.values(), ids=SPACES)
@pytest.mark.parametrize("line", lines("money"))
def test_sentence(line: str, spaces: str) -> None:
    text, marks = unmarked(line, spaces)
    found = money.find(scan_of(text, spaces))
    assert [(m.start, m.end) for m in found] == [(span.start, span.end) for span, _, _ in marks]
    for one, (_, _, attributes) in zip(found, marks, strict=True):
        for name, expected in attributes.items():
            assert _same(_READ[name](one, text), expected), f"{name}: {_READ[name](one, text)!r} is not {expected!r}"
        assert one.sentence.start <= one.start < one.end <= one.sentence.end


def _same(value: object, expected: str) -> bool:
    return expected == "null" if value is None else expected != "null" and type(value)(expected) == value
