"""Lines of a response that say when a recommendation is to be carried out and how far it has been.

`Target implementation date: Spring 2026`, `Target date: 31 March 2030.`, `Recommendation implemented`,
`Status: work in progress`, also without `Status`. Only whole lines of such a shape count; sentences about progress are
not read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.calendar import units
from extractors.model import Span

_TARGET = re.compile(
    r"(?:recommendation\s+)?(?:(?P<sort>original|initial|previous|revised|new|updated|current|expected|planned|indicative)\s+)?"
    r"(?:(?:(?:target|implementation|completion|delivery)\s+){1,2}(?:date|deadline|timescale)(?:\s*[:–—-])?"
    r"|(?P<short>target|deadline|timescales?|timeframe|due(?:\s+date)?|(?:to be (?:done|completed) )?by(?:\s+when)?)"
    r"\s*[:–—-])\s+"
    r"(?:by\s+|in\s+)?(?P<when>[^.:]*[^.:\s])\.?",
    re.IGNORECASE,
)
_EARLIER = ("original", "initial", "previous")
_STATUSES = {
    "implemented": r"(?:(?:fully|already|now)\s+)?(?:implemented|completed?|delivered|done)",
    "in_progress": r"(?:(?:work|implementation|delivery)\s+)?(?:is\s+)?(?:in progress|ongoing|under\s?way|on track)"
    r"|(?:partially|partly|being)\s+implemented",
    "not_started": r"(?:work\s+)?(?:not(?:\s+yet)?\s+(?:started|begun|commenced)|yet to (?:start|begin|commence))",
    "closed": r"closed|withdrawn|superseded|discontinued|(?:is\s+)?no longer (?:being\s+)?(?:implemented|applicable)",
}
_BEFORE = (
    r"(?:(?:(?:recommendation|delivery|implementation|current|overall)\s+)?(?:status|progress)\s*[:–—-]\s*"
    r"|recommendation\s*[:–—-]?\s*(?:is\s+(?:a\s+)?|has been\s+)?"
    r"|(?=work in progress\b))"  # the Treasury's words, alone on a line
    r"(?:open\s*[–—-]\s*)?"
)
_AFTER = r"(?:\s*\([^)]*\)|,?\s+(?:in|on)?\s*(?:\w+\s+){0,2}\d{4})?\.?"
_LINES = tuple(
    (status, re.compile(rf"{_BEFORE}(?:{words}){_AFTER}", re.IGNORECASE), re.compile(rf"(?:{words}){_AFTER}", re.I))
    for status, words in _STATUSES.items()
)
_LONGEST = 120


def is_delivery(line: str) -> bool:
    """Whether a line is of one of these shapes, and so no heading."""
    return len(line) <= _LONGEST and (_target(line, 0, len(line)) is not None or delivery_status(line) is not None)


def _target(text: str, start: int, end: int) -> re.Match[str] | None:
    """The line as a target; `Target: 95 per cent` names no time and is none."""
    found = _TARGET.fullmatch(text, start, end)
    return found if found and not (found["short"] and not units(found["when"])) else None


def delivery_status(line: str) -> str | None:
    """`Recommendation implemented` → `implemented`, by the contract; None for any other line."""
    return next((status for status, shape, _ in _LINES if shape.fullmatch(line)), None)


def status_of_cell(words: str) -> str | None:
    """The same of a cell whose first sentence is nothing but the status: `In progress`, `Completed. Head of Piers`."""
    first = words.split(". ", 1)[0]
    return next((status for status, _, shape in _LINES if shape.fullmatch(first)), None)


def delivery(text: str, lines: Sequence[Span]) -> tuple[Span | None, str | None]:
    """When it is to be done, of several targets the one in force, and the status, each the first that is stated."""
    targets = [(line, found) for line in lines if (found := _target(text, line.start, line.end))]
    targets.sort(key=lambda target: (target[1]["sort"] or "").lower() in _EARLIER)
    target = Span(*targets[0][1].span("when")) if targets else None
    statuses = (delivery_status(line.of(text)) for line in lines)
    return target, next((status for status in statuses if status), None)
