"""Rules that find things in government text. Nothing here knows of files, tables or Parquet.

`EXTRACTORS` is the whole list of what is looked for in any text, `ANSWERS` of what is looked for where it speaks of
recommendations; `extractors.layouts.LAYOUTS` is the list of grammars.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from extractors import _spacy as _spacy
from extractors import addressees, bodies, claims, dates, money, positions, verdicts
from extractors.matching import Scan
from extractors.model import Zones

EXTRACTORS: Mapping[str, Callable[[Scan], Sequence[Any]]] = {
    "money": money.find,
    "dates": dates.find,
    "bodies": bodies.find,
}
ANSWERS: Mapping[str, Callable[[Scan, Zones], Sequence[Any]]] = {
    "verdicts": verdicts.find,
    "positions": positions.find,
    "addressees": lambda scan, zones: addressees.find(scan, [(span.start, span.end) for span in zones.asked]),
    "claims": lambda scan, zones: claims.find(scan, [(span.start, span.end) for span in zones.rest]),
}
