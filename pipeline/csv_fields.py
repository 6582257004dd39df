"""What the columns of a CSV file of written questions may hold: the fields of `[csv]`, each with its usual names."""

from __future__ import annotations

import re
from collections.abc import Mapping

# As `folded` gives them, the likeliest first.
USUAL_NAMES: Mapping[str, tuple[str, ...]] = {
    "question": ("question", "question text", "questiontext", "full question"),
    "answer": ("answer", "answer text", "answertext", "response", "reply", "full answer"),
    "heading": ("heading", "title", "subject", "topic"),
    "uin": ("uin", "question uin", "question number", "question no", "reference", "ref", "pq number"),
    "house": ("house",),
    "date": ("date",),
    "date_tabled": ("date tabled", "datetabled", "tabled", "tabled on", "date asked", "asked on", "question date"),
    "date_answered": ("date answered", "dateanswered", "answered", "answered on", "answer date", "date of answer"),
    "member": ("member", "asking member", "asked by", "mp", "member name", "askingmember"),
    "party": ("party", "asking party", "member party"),
    "constituency": ("constituency", "asking constituency", "member from", "member constituency"),
    "answering_member": ("answering member", "answered by", "minister", "answeringmember"),
    "department": ("department", "answering body", "answering department", "answeringbodyname", "body", "dept"),
    "url": ("url", "link", "source url", "web address"),
}


def folded(name: str) -> str:
    """A name without case, underscores and punctuation: `Date_Tabled:` → `date tabled`."""
    return " ".join(re.sub(r"[\W_]+", " ", name.casefold()).split())
