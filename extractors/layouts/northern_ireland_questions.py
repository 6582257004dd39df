"""Questions to the ministers of Northern Ireland as its Assembly prints them.

`AQW 1234/22-27` opens each, the years being those of the mandate.
"""

from __future__ import annotations

from extractors.layouts.assembly_numbers import NORTHERN_IRELAND
from extractors.layouts.assembly_questions import n_explained, reading
from extractors.model import Reading

RULE = "northern_ireland_questions.block"


def explains(text: str) -> int:
    """The lines around the questions and answers, and each question."""
    return n_explained(text, NORTHERN_IRELAND)


def read(text: str) -> Reading:
    """Questions in their order; what stands above the first of them is the page's."""
    return reading(text, NORTHERN_IRELAND, RULE)
