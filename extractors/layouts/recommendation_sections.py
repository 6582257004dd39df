"""The paragraphs below a label → the words of the recommendation, the mark below them and its answer.

Without a mark the wording tells where the recommender stops and the government begins (`recommender`); paragraphs with
numbers of their own below a label are recommendations one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.layouts.recommendation_delivery import is_delivery
from extractors.layouts.recommendation_labels import Label, asks_whether, mark_of, numbered
from extractors.layouts.recommendation_quotes import ends_with_a_place, number_behind
from extractors.layouts.recommender import answers, asks
from extractors.model import Segment, Span

_LONGEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class Asked:
    """One label: its numbers, its own characters, its line, the words of the recommendation (None: only a label is
    printed), a verdict printed beside it."""

    numbers: tuple[str, ...]
    label: Span
    line: Span
    words: Span | None
    leaves: tuple[Segment, ...]
    heading_path: tuple[str, ...]
    decision: Span | None = None
    is_yes_or_no: bool = False


# Each recommendation, the mark, the answer.
Section = tuple[list[Asked], Segment | None, tuple[Segment, ...]]


def opens(text: str, leaf: Segment) -> bool:
    """A heading, or a short line without a stop: one of several in a row, as above a new report."""
    line = text[leaf.start : leaf.end]
    is_short = leaf.kind == "paragraph" and len(line) <= _LONGEST_HEADING and line[-1].isalnum()
    return leaf.kind == "heading" or (is_short and not is_delivery(line))


def read_section(text: str, leaf: Segment, label: Label, section: Sequence[Segment]) -> Section:
    """What stands below a label, up to the next."""
    return _numbered(text, label, section) or _labelled(text, leaf, label, section)


def _numbered(text: str, label: Label, section: Sequence[Segment]) -> Section | None:
    """The numbered paragraphs below a label without a number, each a recommendation, and the answer to all of them.

    The answer begins with the first paragraph that has no number, or, where all have one, with the first that answers.
    """
    section = without_headings_at_end(section)
    title = next((n for n, one in enumerate(section) if one.kind != "heading"), 0)
    section = section[title:]
    lines = [text[one.start : one.end] for one in section]
    found = [numbered(line) for line in lines]
    if label.numbers or not found or found[0] is None:
        return None
    end = next((n for n, one in enumerate(section) if not found[n] and one.kind != "list_item"), len(section))
    if end == len(section):
        end = next((n for n, one in enumerate(found) if n and one and answers(lines[n][one[1] :])), end)
    asked = []
    begins = [n for n, one in enumerate(found[:end]) if one]
    for at, until in pairwise([*begins, end]):
        number, begin = found[at] or ("", 0)
        leaf, leaves = section[at], tuple(section[at:until])
        label_span, line = Span(leaf.start, leaf.start + len(number)), Span(leaf.start, leaf.end)
        words = Span(leaf.start + begin, leaves[-1].end)
        asked.append(Asked((number,), label_span, line, words, leaves, leaf.heading_path))
    is_marked = end < len(section) and section[end].kind == "heading" and mark_of(lines[end]) is not None
    return asked, section[end] if is_marked else None, tuple(section[end + is_marked :])


def numbered_below(text: str, numbers: Sequence[str], answer: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """An answer in paragraphs `2.1`, `2.2` to recommendation 2 or 2a ends before the first heading below the last."""
    own = {f"{number.rstrip('abcdefghij')}." for number in numbers}
    found = [numbered(text[leaf.start : leaf.end]) for leaf in answer]
    last = max((at for at, one in enumerate(found) if one and one[0].startswith(tuple(own))), default=len(answer))
    return answer[: next((at for at in range(last + 1, len(answer)) if opens(text, answer[at])), len(answer))]


def _labelled(text: str, leaf: Segment, label: Label, section: Sequence[Segment]) -> Section:
    """A label's recommendation, the mark below it, and the paragraphs of its answer."""
    section = without_headings_at_end(section)
    lines = [text[one.start : one.end] for one in section]
    mark = next((n for n, one in enumerate(section) if one.kind == "heading" and _is_mark(lines, n)), None)
    beside = Span(leaf.start + label.rest, leaf.end) if leaf.start + label.rest < leaf.end else None
    first = 0
    if beside and label.is_title and lines and mark != 0 and (asks(lines[0]) or (mark or 0) > 0):
        beside = None
    if beside is None and _is_title(section, lines, mark):
        first = 1
    decision = Span(leaf.start + label.decision[0], leaf.start + label.decision[1]) if label.decision else None
    is_answer = decision is not None and beside is None and mark is None and not (lines and asks(lines[0]))
    is_answer = is_answer or (label.is_group and mark is None and not (lines and asks(lines[0])))
    while is_answer and section and opens(text, section[-1]):
        section = section[:-1]
    end = 0 if is_answer else _end_of_words(section, lines, first, mark, has_begun=beside is not None)
    inside = tuple(section[first:end])
    start = beside.start if beside else inside[0].start if inside else None
    words = None if start is None else _without_comma(text, Span(start, inside[-1].end if inside else leaf.end))
    line = Span(leaf.start, leaf.end)
    place = words if words and not label.rest else Span(leaf.start, leaf.start + label.end)
    numbers = label.numbers or number_behind(words.of(text) if words else "")
    answer = tuple(section[end if mark is None else mark + 1 :])
    is_yes_or_no = mark is not None and bool(answer) and asks_whether(lines[mark], lines[mark + 1])
    if is_yes_or_no:
        decision = Span(answer[0].start, answer[0].end)
    asked = Asked(numbers, place, line, words, inside, leaf.heading_path, decision, is_yes_or_no)
    return [asked], None if mark is None else section[mark], answer


def _is_mark(lines: Sequence[str], at: int) -> bool:
    return mark_of(lines[at]) is not None or asks_whether(lines[at], "".join(lines[at + 1 : at + 2]))


def _without_comma(text: str, words: Span) -> Span:
    """Without the comma between the recommendation and the answer in one sentence."""
    return Span(words.start, words.start + len(words.of(text).removesuffix(",").rstrip()))


def _is_title(section: Sequence[Segment], lines: Sequence[str], mark: int | None) -> bool:
    """A short line below a label is the recommendation's title where a paragraph that asks follows it."""
    if len(section) < 2 or section[0].kind != "heading" or (mark is not None and mark < 2):
        return False
    return mark is not None or asks(lines[1])


def _end_of_words(
    section: Sequence[Segment], lines: Sequence[str], first: int, mark: int | None, *, has_begun: bool
) -> int:
    """How many paragraphs of a section belong to the recommendation: with a mark above the answer all before it."""
    if mark is not None:
        return mark
    end = first
    if not has_begun:
        if end == len(section) or answers(lines[end]):
            return end
        end += 1
    while end < len(section) and _is_item(section, lines, end):
        end += 1
    while end < len(section) and (_goes_on(section[end], lines[end]) or _is_list_of(section, lines, first, end)):
        end += 1
    return end


def _is_item(section: Sequence[Segment], lines: Sequence[str], at: int) -> bool:
    """An item right below the first words: a list of theirs begins at 1, numbers of paragraphs run on."""
    is_first = at == 0 or section[at - 1].kind != "list_item"
    label = section[at].label or "1"
    runs_on = is_first and label.isdigit() and label != "1"
    return section[at].kind == "list_item" and not runs_on and not answers(lines[at])


def _goes_on(leaf: Segment, line: str) -> bool:
    """The recommender asks, or a place in the report is named behind the words."""
    return leaf.kind == "paragraph" and (asks(line) or (ends_with_a_place(line) and not answers(line)))


def _is_list_of(section: Sequence[Segment], lines: Sequence[str], first: int, at: int) -> bool:
    """An item below a later paragraph of the recommendation that opens a list."""
    return (
        section[at].kind == "list_item"
        and at > first
        and (section[at - 1].kind == "list_item" or lines[at - 1][-1] == ":")
    )


def without_headings_at_end(section: Sequence[Segment]) -> Sequence[Segment]:
    """Without the headings, footnotes and notices at its end: a heading there opens what comes next."""
    end = len(section)
    while end and section[end - 1].kind in ("heading", "footnote", "boilerplate"):
        end -= 1
    return section[:end]
