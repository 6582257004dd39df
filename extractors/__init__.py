"""Rules that find things in government text. Nothing here knows of files, tables or Parquet.

`EXTRACTORS` is the whole list of what is looked for; `extractors.layouts.LAYOUTS` the list of grammars.
"""

from __future__ import annotations

from extractors import _spacy as _spacy
from extractors import money

EXTRACTORS = {"money": money.find}
