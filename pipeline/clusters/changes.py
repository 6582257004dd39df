"""What differs between two near-identical answers in amounts, dates and numbers.

    £19 million for 27 areas → £21 million for 27 areas       money:19000000→21000000
    by March 2025 → by June 2025                              date:2025-03-01/2025-03-31→2025-06-01/2025-06-30
    27 areas and 3 pilots → 27 areas                          number:3→

The same words never differ ("next year", said a year later), nor do two ways to write one value.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

import numpy as np

from extractors.records import record

_NUMBER = re.compile(r"(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?(?!\w)")
_CUT = re.compile(r"[\d.,]+\.\.\.\Z")
_KINDS = ("money", "date", "number")


@record()
class Value:
    """A value as it is written in `changed_values`, the words that state it, and where they stand in the document."""

    kind: str
    start: int
    end: int
    words: str
    value: str


def money_value(row: Mapping[str, Any]) -> Value:
    """`19000000`; `EUR 500-700` for a range in another currency."""
    amounts = [_plain(row[name]) for name in ("amount", "amount_max") if row[name] is not None]
    currency = "" if row["currency"] == "GBP" else f"{row['currency']} "
    return _value("money", row, currency + "-".join(amounts))


def date_value(row: Mapping[str, Any]) -> Value:
    """`2025-03-31`; `2025-03-01/2025-03-31` for more than one day; empty where the words name no day."""
    days = [_iso(row[name]) for name in ("value_start", "value_end")]
    return _value("date", row, "/".join(days) if days[0] != days[1] else days[0])


def numbers(text: str, start: int, others: Sequence[Value]) -> Iterator[Value]:
    """The numbers in digits of an answer that begins at `start`, but for those inside other values.

    Where the source cuts the text, the number before the cut may not be the whole one.
    """
    cut = _CUT.search(text) if text.endswith("...") else None
    for match in _NUMBER.finditer(text, 0, cut.start() if cut else len(text)):
        first, last = start + match.start(), start + match.end()
        if not any(other.start < last and first < other.end for other in others):
            yield Value("number", first, last, match.group(), match.group().replace(",", ""))


def changed_values(old: Sequence[Value], new: Sequence[Value]) -> list[str]:
    """`kind:old→new`, by kind and in the order of the text; one side is empty for what is only in the other."""
    return [f"{kind}:{change}" for kind in _KINDS for change in _changes(_of(kind, old), _of(kind, new))]


def _changes(old: Sequence[Value], new: Sequence[Value]) -> Iterator[str]:
    gone = Counter(one.value for one in old) - Counter(one.value for one in new)
    come = Counter(one.value for one in new) - Counter(one.value for one in old)
    matcher = SequenceMatcher(None, [one.words for one in old], [one.words for one in new], autojunk=False)
    for what, i, j, k, m in matcher.get_opcodes():
        if what != "equal":
            pairs = zip_longest(_taken(gone, old[i:j]), _taken(come, new[k:m]), fillvalue="")
            yield from (f"{before}→{after}" for before, after in pairs)


def _taken(left: Counter[str], values: Sequence[Value]) -> list[str]:
    """The values that are not on the other side too, each as often as it is too many."""
    taken = []
    for one in values:
        if left[one.value] > 0:
            left[one.value] -= 1
            taken.append(one.value)
    return taken


def _of(kind: str, values: Sequence[Value]) -> list[Value]:
    return sorted((one for one in values if one.kind == kind and one.value), key=lambda one: one.start)


def _value(kind: str, row: Mapping[str, Any], value: str) -> Value:
    words = " ".join(row["text"].split()).casefold()
    return Value(kind, row["char_start"], row["char_end"], words, value)


def _plain(amount: float) -> str:
    return np.format_float_positional(amount, trim="-")


def _iso(day: dt.datetime | None) -> str:
    return "" if day is None else day.date().isoformat()
