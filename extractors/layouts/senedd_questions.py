"""Questions to the Welsh Government as the Senedd prints them.

`WQ95042 (e) Tabled on 24/02/2025` opens each; the letter is that of the language it was tabled in.
"""

from __future__ import annotations

from extractors.layouts.assembly_numbers import SENEDD
from extractors.layouts.assembly_questions import n_explained, reading
from extractors.model import Reading

RULE = "senedd_questions.block"


def explains(text: str) -> int:
    """The lines around the questions and answers, and each question."""
    return n_explained(text, SENEDD)


def read(text: str) -> Reading:
    """Questions in their order; what stands above the first of them is the page's."""
    return reading(text, SENEDD, RULE)
