"""Questions of the London Assembly to the Mayor, one or a report of a meeting.

`Question No: 2025/1234` or `Reference: 2025/1234` opens each; the answer is marked as the Mayor’s.
"""

from __future__ import annotations

from extractors.layouts.assembly_numbers import MAYOR
from extractors.layouts.assembly_questions import n_explained, reading
from extractors.model import Reading

RULE = "mayors_questions.block"


def explains(text: str) -> int:
    """The lines around the questions and answers, and each question."""
    return n_explained(text, MAYOR)


def read(text: str) -> Reading:
    """Questions in their order; what stands above the first of them is the page's."""
    return reading(text, MAYOR, RULE)
