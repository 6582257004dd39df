"""Rules that find things in government text. Nothing here knows of files, tables or Parquet.

`EXTRACTORS` is the whole list of what is looked for; `extractors.layouts.LAYOUTS` the list of grammars.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from extractors import dates, money
from extractors.matching import Scan

EXTRACTORS: dict[str, Callable[[Scan], Sequence[Any]]] = {"money": money.find, "dates": dates.find}
