"""Every difference from the gold, one row each, with the words around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.evaluation.gold import Field, Spec
from pipeline.evaluation.scores import Pair, TableScore, ends

FALSE_POSITIVE, FALSE_NEGATIVE, WRONG_FIELD = KINDS = ("false positive", "false negative", "wrong field")
AROUND = 60


@dataclass(frozen=True, slots=True)
class Miss:
    """`field` is the column that differs, `span` where only the ends do, null for a whole row too many or too few.

    `context` is the text around with the span in «», and ⏎ for a line end.
    """

    table: str
    kind: str
    field: str | None
    doc_id: str
    rule: str | None
    found: object
    gold: object
    context: str


def misses(score: TableScore, spec: Spec, texts: Mapping[str, str]) -> list[Miss]:
    """False positives, then false negatives, then wrong fields in the order of the spec; inside, in order of text."""
    order = {field.name: place for place, field in enumerate(spec.all_fields)}
    rows = [miss for pair in score.pairs for miss in _of_pair(score.table, pair, spec, texts[pair.doc_id])]
    return sorted(rows, key=lambda miss: (KINDS.index(miss.kind), order.get(miss.field or "", -1)))


def _of_pair(table: str, pair: Pair, spec: Spec, text: str) -> list[Miss]:
    rule = None if pair.found is None else str(pair.found["rule"])

    def miss(kind: str, field: str | None, found: object, gold: object) -> Miss:
        at = pair.found if pair.found is not None else pair.gold
        return Miss(table, kind, field, pair.doc_id, rule, found, gold, around(text, *ends(at or {})))

    if pair.gold is None or pair.found is None:
        kind = FALSE_POSITIVE if pair.gold is None else FALSE_NEGATIVE
        words = [None if row is None else text[slice(*ends(row))] for row in (pair.found, pair.gold)]
        return [miss(kind, None, *words)]
    rows = []
    if not pair.is_exact:
        rows.append(miss(WRONG_FIELD, "span", text[slice(*ends(pair.found))], text[slice(*ends(pair.gold))]))
    for field in spec.all_fields:
        if not pair.right.get(field.name, True):
            values = [_shown(field, value) for value in (field.of_found(pair.found), pair.gold[field.name])]
            rows.append(miss(WRONG_FIELD, field.name, *values))
    return rows


def _shown(field: Field, value: object) -> object:
    """Words as they are written, other values in the form in which they are compared."""
    return value if isinstance(value, str) else field.formed(value)


def around(text: str, start: int, end: int) -> str:
    """The span with 60 characters on each side; of a long one only its beginning and its end."""
    inside = text[start:end]
    if len(inside) > 2 * AROUND:
        inside = f"{inside[:AROUND]} … {inside[-AROUND:]}"
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return f"{before}«{inside}»{after}".replace("\r", "").replace("\n", "⏎")
