"""What a figure counts in a sentence about recommendations: those of one verdict, or all that a report made.

`items` are the matches of `patterns/claims.jsonl` in the sentence, in order of place; `at` is the place of the figure
among them.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.matching import Match
from extractors.model import Span
from extractors.token_classes import token_classes
from extractors.words import words_and_marks, words_between

OF_RECOMMENDATIONS = ("recommendations", "all", "all_of")
FIGURES = (*OF_RECOMMENDATIONS, "figure")
VERDICTS = ("accepted", "accepted_in_part", "accepted_in_principle", "rejected", "noted", "under_consideration")
_UNITS = (
    "none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_VALUES = {word: n for n, word in enumerate(_UNITS.split("|"))}
_VALUES |= {word: 10 * n for n, word in enumerate(_TENS.split("|"), 2)} | {"a": 1, "both": 2}


def value_of(item: Match, text: str) -> float | None:
    """The number in a figure's phrase, None for "all"."""
    words = item.span.of(text).lower().replace("-", " ").split()
    values = [int(word) if word.isdigit() else _VALUES[word] for word in words if word.isdigit() or word in _VALUES]
    hundred = 100 if "hundred" in words else 0
    if item.rule.value == "all":
        return None
    return float(sum(values[1:]) + values[0] * hundred if hundred else sum(values))


def is_narrowed(text: str, items: Sequence[Match], at: int, sentence: Span) -> bool:
    """Whether a figure counts some recommendations by what they are about, or counts something else."""
    item = items[at]
    after = words_between(text, item.end, sentence.end)
    if not after or not text[item.end].isspace():
        return False
    word = after[0].rstrip(",.;:)")
    if item.rule.value != "figure":
        return word in token_classes()["narrows"]
    is_met = at + 1 < len(items) and not text[item.end : items[at + 1].start].strip()
    return not (is_met or word in token_classes()["after_fronted_figure"] or word in token_classes()["ends_figure"])


def verdict_of(text: str, items: Sequence[Match], at: int, used: set[int]) -> str | None:
    """The verdict of the recommendations that a figure counts, None where it counts none of one; what says it is added
    to the places `used`."""
    return _of_the_figure(text, items, at, used) or _of_the_rest(text, items, at, used)


def whole_of(text: str, items: Sequence[Match], at: int, *, is_counted: bool) -> Span | None:
    """The figure's phrase where it counts all recommendations of the report: "made 26 recommendations", "all 26"."""
    item, before = items[at], items[at - 1] if at else None
    if item.rule.value == "all_of":
        return Span(_begin_of_number(text, item.span), item.end)
    if is_counted or before is None or item.rule.value == "all":
        return None
    between = words_between(text, before.end, item.start)
    is_joined = all(word in token_classes()["before_figure"] for word in between)
    if item.rule.value == "figure":
        is_head = before.rule.value == "whole" and text[before.start].isupper() and not between
        return item.span if is_head else None
    return item.span if is_joined and before.rule.value in ("made", "whole") else None


def _of_the_figure(text: str, items: Sequence[Match], at: int, used: set[int]) -> str | None:
    """The verdict that touches a figure: the one said of it ("nine are accepted in part"), else that of the verb before
    it ("accepts six", with what qualifies it: "accepts six in part")."""
    if at > 1 and _is_part_of(text, items, at - 2):
        return None
    last = at + 2 if _is_part_of(text, items, at) else at
    is_whole = at > 0 and items[at - 1].rule.value == "whole"  # "of the 22 recommendations we have accepted 15"
    after = _touching(text, items, last, last + 1, "after_figure" if is_whole else "after_fronted_figure")
    before = _touching(text, items, at - 1, at, "before_figure")
    if before is not None and items[before].rule.id.startswith("claim.qualifier"):
        before = None
    if before is not None and (after is None or not items[after].rule.id.startswith("claim.qualifier")):
        after = None
    used |= {place for place in (before, after) if place is not None}
    if before is not None and items[before].rule.value != "accepted":
        return items[before].rule.value
    place = before if after is None else after
    return None if place is None else items[place].rule.value or None


def _of_the_rest(text: str, items: Sequence[Match], at: int, used: set[int]) -> str | None:
    """ "For the remaining nine, which …, we accept them in principle": the one verdict of its sentence, on "them"."""
    said = [place for place, item in enumerate(items) if item.rule.value in VERDICTS]
    is_rest = text[: items[at].start].rstrip().endswith(("remaining", "other"))
    if not is_rest or len(said) != 1 or "them" not in items[said[0]].span.of(text).split():
        return None
    used.add(said[0])
    return items[said[0]].rule.value


def _touching(text: str, items: Sequence[Match], first: int, second: int, gap: str) -> int | None:
    """The place of the verdict that stands next to a figure, with no more between the two than words of a class."""
    if first < 0 or second >= len(items):
        return None
    verdict = first if gap == "before_figure" else second
    if items[verdict].rule.value not in VERDICTS:
        return None
    between = words_between(text, items[first].end, items[second].start)
    return verdict if all(word in token_classes()[gap] for word in between) else None


def _is_part_of(text: str, items: Sequence[Match], at: int) -> bool:
    """Whether a figure is a part of the next: "nine of the twelve recommendations"."""
    if at + 2 >= len(items) or items[at + 2].rule.value not in FIGURES or items[at].rule.value not in FIGURES:
        return False
    first, joint, second = items[at : at + 3]
    is_tight = not words_between(text, first.end, joint.start) and not words_between(text, joint.end, second.start)
    return joint.rule.value == "whole" and is_tight


def _begin_of_number(text: str, figure: Span) -> int:
    """Where the number stands in "all of the twelve recommendations"."""
    words = ((word.start, word.of(text).lower().partition("-")[0]) for word in words_and_marks(text, *figure))
    return next(start for start, word in words if word.isdigit() or word in _VALUES)
