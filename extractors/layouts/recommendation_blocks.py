"""Paragraphs → blocks: one recommendation, or several printed back to back, above one answer.

An answer ends before the next label, heading of a group or chapter of the document; a heading that opens what comes
next is never in it. What is printed between the heading of a group and its first label is the group's preamble.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extractors.layouts.recommendation_answers import voices, without_earlier
from extractors.layouts.recommendation_delivery import is_delivery
from extractors.layouts.recommendation_labels import (
    Label,
    group_of,
    is_conclusion,
    label_of,
    labels_over_numbers,
    mark_of,
    numbered,
)
from extractors.layouts.recommendation_quotes import answers_all, quotes
from extractors.layouts.recommendation_tables import Row, table_rows
from extractors.layouts.recommender import answers, asks
from extractors.model import Segment, Span

_CHAPTER = re.compile(
    r"(?:annex(?:es)?|appendix|appendices|chapter|part|copyright|footnotes?|endnotes|references|bibliography|glossary)\b"
    r"(?:\s+[\w.]{1,4})?(?:\s*[:.–-].*)?",
    re.IGNORECASE,
)
_LAST_CHAPTER = re.compile(
    r"(?:[\d.]+\s+)?(?:(?:overall |in )?conclusions?|concluding remarks|closing (?:remarks|statement)|next steps"
    r"|what happens next|the way forward|looking ahead|further information|contact(?:s| us| details)?"
    r"|acknowledge?ments?|about (?:us|this .*)|summary|list of .*)\b.{0,40}",
    re.IGNORECASE,
)
_LONGEST_HEADING = 120
_MANY = 4  # so many labels in a row are a list of what follows


@dataclass(frozen=True, slots=True)
class Group:
    """The heading of a group of recommendations, the numbers in it, and what is said before the first of them."""

    heading: Span
    numbers: tuple[str, ...]
    preamble: Span | None


@dataclass(frozen=True, slots=True)
class Asked:
    """One label: its numbers, its own characters, its line, the words of the recommendation (None: only a label is
    printed)."""

    numbers: tuple[str, ...]
    label: Span
    line: Span
    words: Span | None
    leaves: tuple[Segment, ...]
    heading_path: tuple[str, ...]


@dataclass(slots=True)
class Block:
    """Recommendations with the paragraphs that answer them; `row` is the row of a table where they stand in one."""

    asked: list[Asked] = field(default_factory=list)
    answer: tuple[Segment, ...] = ()
    group: Group | None = None
    previous: Span | None = None
    voices: tuple[Span, ...] = ()
    row: Row | None = None
    series: str | None = None

    def has(self, numbers: Sequence[str]) -> bool:
        """Whether one of these numbers is printed here already: then what was a contents list is over."""
        return any(number in asked.numbers for asked in self.asked for number in numbers)

    @property
    def response(self) -> Span | None:
        return Span(self.answer[0].start, self.answer[-1].end) if self.answer else None


_Section = tuple[list[Asked], Segment | None, tuple[Segment, ...]]


def blocks(text: str, leaves: Sequence[Segment]) -> list[Block]:
    """The blocks in order of place; of a recommendation that a contents list also names only the one answered."""
    lines = [text[leaf.start : leaf.end] for leaf in leaves]
    rows = table_rows(text, [Span(leaf.start, leaf.end) for leaf in leaves])
    labels = labels_in(lines, rows)
    is_letter = answers_all(lines)
    borders = _borders(lines, leaves, {*labels, *rows}, [at for at, row in rows.items() if row is None])
    found: list[Block] = []
    group: Group | None = None
    is_open = False
    for at, until in pairwise([*borders, len(leaves)]):
        section = leaves[at + 1 : until]
        if at in rows:
            is_open = False
            found += _block_of(leaves[at], rows[at])
            continue
        if at not in labels:
            group, is_open = _group(text, leaves[at], section), False
            continue
        asked, mark, answer = _numbered(text, labels[at], section) or _read(text, leaves[at], labels[at], section)
        if not is_open or any(found[-1].has(one.numbers) for one in asked):
            found.append(Block(group=group))
        found[-1].asked += asked
        if is_letter and mark is None and answer and not answers(text[answer[0].start : answer[0].end]):
            answer = ()
        answer = _numbered_below(text, asked[-1].numbers, answer)
        found[-1].previous, found[-1].answer = without_earlier(text, mark, answer)
        found[-1].voices = voices(text, mark, answer)
        last = asked[-1].words or asked[-1].line
        is_open = not answer and until in labels and leaves[until - 1].end == last.end
    return _without_contents(found)


def labels_in(lines: Sequence[str], rows: Collection[int]) -> dict[int, Label]:
    """The labels of recommendations by the index of their line, but for the rows of tables."""
    found = {at: label for at, line in enumerate(lines) if at not in rows and (label := label_of(line))}
    found |= {at: Label((), len(lines[at]), len(lines[at])) for at in labels_over_numbers(lines)}
    below = [lines[at + 1] for at in found if at + 1 < len(lines)]
    if any(label.numbers for label in found.values()) or any(map(numbered, below)):
        return found
    quoted = quotes(lines)  # below `The Committee’s recommendation` it is the number that counts
    return {at: label for at, label in found.items() if at + 1 not in quoted} | quoted


def _borders(
    lines: Sequence[str], leaves: Sequence[Segment], labels: Collection[int], tables: Sequence[int]
) -> list[int]:
    """The places of labels and rows, of headings of groups, chapters and tables that are no part of an answer."""
    last = max(labels, default=-1)
    found = set(labels)
    for table in tables:
        above = next((at for at in range(table - 1, -1, -1) if at in labels or leaves[at].kind == "heading"), table)
        if mark_of(lines[above]) is None:
            found.add(above)
    for at, (line, leaf) in enumerate(zip(lines, leaves, strict=True)):
        if at not in labels and leaf.kind == "heading":
            is_last = at > last and _LAST_CHAPTER.fullmatch(line)
            if group_of(line) or _CHAPTER.fullmatch(line) or is_last:
                found.add(at)
        if at not in labels and is_conclusion(line):
            found.add(at)
    return sorted(found)


def _block_of(leaf: Segment, row: Row | None) -> Iterator[Block]:
    """The block of a row of a table, none for the row of headings."""
    if row:
        answer = (
            (replace(leaf, kind="paragraph", start=row.response.start, end=row.response.end),) if row.response else ()
        )
        asked = Asked(row.numbers, row.label, Span(leaf.start, leaf.end), row.words, (), leaf.heading_path)
        yield Block([asked], answer, row=row)


def _group(text: str, heading: Segment, section: Sequence[Segment]) -> Group | None:
    """The group that a heading opens, None for a chapter's heading."""
    numbers = group_of(text[heading.start : heading.end])
    said = _without_headings_at_end(section)
    preamble = Span(said[0].start, said[-1].end) if said else None
    return Group(Span(heading.start, heading.end), numbers, preamble) if numbers else None


def _numbered(text: str, label: Label, section: Sequence[Segment]) -> _Section | None:
    """The numbered paragraphs below a label without a number, each a recommendation, and the answer to all of them.

    The answer begins with the first paragraph that has no number, or, where all have one, with the first that answers.
    """
    section = _without_headings_at_end(section)
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


def _numbered_below(text: str, numbers: Sequence[str], answer: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """An answer in paragraphs `2.1`, `2.2` to recommendation 2 or 2a ends before the first heading below the last."""
    own = {f"{number.rstrip('abcdefghij')}." for number in numbers}
    found = [numbered(text[leaf.start : leaf.end]) for leaf in answer]
    last = max((at for at, one in enumerate(found) if one and one[0].startswith(tuple(own))), default=len(answer))
    return answer[: next((at for at in range(last + 1, len(answer)) if opens(text, answer[at])), len(answer))]


def opens(text: str, leaf: Segment) -> bool:
    """A heading, or a short line without a stop, such as a report, its department or its title, several in a row."""
    line = text[leaf.start : leaf.end]
    is_short = leaf.kind == "paragraph" and len(line) <= _LONGEST_HEADING and line[-1].isalnum()
    return leaf.kind == "heading" or (is_short and not is_delivery(line))


def _read(text: str, leaf: Segment, label: Label, section: Sequence[Segment]) -> _Section:
    """A label's recommendation, the mark below it, and the paragraphs of its answer."""
    section = _without_headings_at_end(section)
    lines = [text[one.start : one.end] for one in section]
    mark = next((n for n, one in enumerate(section) if one.kind == "heading" and mark_of(lines[n]) is not None), None)
    beside = Span(leaf.start + label.rest, leaf.end) if leaf.start + label.rest < leaf.end else None
    first = 0
    if beside and label.is_title and lines and mark != 0 and (asks(lines[0]) or (mark or 0) > 0):
        beside = None
    if beside is None and _is_title(section, lines, mark):
        first = 1
    end = _end_of_words(section, lines, first, mark, has_begun=beside is not None)
    inside = tuple(section[first:end])
    start = beside.start if beside else inside[0].start if inside else None
    words = None if start is None else Span(start, inside[-1].end if inside else leaf.end)
    line = Span(leaf.start, leaf.end)
    place = words if words and not label.rest else Span(leaf.start, leaf.start + label.end)
    asked = Asked(label.numbers, place, line, words, inside, leaf.heading_path)
    if mark is None:
        return [asked], None, tuple(section[end:])
    return [asked], section[mark], tuple(section[mark + 1 :])


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
    while end < len(section) and section[end].kind == "list_item":
        end += 1
    while end < len(section) and (_goes_on(section[end], lines[end]) or _is_list_of(section, lines, first, end)):
        end += 1
    return end


def _goes_on(leaf: Segment, line: str) -> bool:
    return leaf.kind == "paragraph" and asks(line)


def _is_list_of(section: Sequence[Segment], lines: Sequence[str], first: int, at: int) -> bool:
    """An item below a later paragraph of the recommendation that opens a list."""
    return (
        section[at].kind == "list_item"
        and at > first
        and (section[at - 1].kind == "list_item" or lines[at - 1][-1] == ":")
    )


def _without_headings_at_end(section: Sequence[Segment]) -> Sequence[Segment]:
    """Without the headings, footnotes and notices at its end: a heading there opens what comes next."""
    end = len(section)
    while end and section[end - 1].kind in ("heading", "footnote", "boilerplate"):
        end -= 1
    return section[:end]


def _without_contents(found: Sequence[Block]) -> list[Block]:
    """Without what a contents list or a summary names: a number that is answered again below, but not here, or here
    only by what follows a long row of labels."""
    answered = Counter(number for block in found if block.answer for asked in block.asked for number in asked.numbers)

    def is_named_again(asked: Asked, block: Block) -> bool:
        if block.answer and len(block.asked) < _MANY:
            return False
        return bool(asked.numbers) and all(answered[number] > bool(block.answer) for number in asked.numbers)

    kept = [replace(block, asked=[one for one in block.asked if not is_named_again(one, block)]) for block in found]
    return [block for block in kept if block.asked]
