"""Questions to the Scottish Government as the Scottish Parliament prints them, one or a list.

`Question reference: S6W-31234` or `S6W-31234: Harbour walls` opens each, the digit being that of the session.
"""

from __future__ import annotations

from extractors.layouts.assembly_numbers import SCOTTISH
from extractors.layouts.assembly_questions import n_explained, reading
from extractors.model import Reading

RULE = "scottish_questions.block"


def explains(text: str) -> int:
    """The lines around the questions and answers, and each question."""
    return n_explained(text, SCOTTISH)


def read(text: str) -> Reading:
    """Questions in their order; what stands above the first of them is the page's."""
    return reading(text, SCOTTISH, RULE)
