"""Paragraphs → blocks: one recommendation, or several printed back to back, above one answer.

An answer ends before the next label, heading of a group or chapter of the document; a heading that opens what comes
next is never in it. What is printed between the heading of a group and its first label is the group's preamble.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.layouts.recommendation_answers import without_earlier
from extractors.layouts.recommendation_labels import (
    Label,
    concern_labels,
    frames_in,
    group_labels,
    group_of,
    is_conclusion,
    label_of,
    labels_over_numbers,
    mark_of,
    numbered,
    short_labels,
)
from extractors.layouts.recommendation_letters import letter_labels
from extractors.layouts.recommendation_quotes import answers_all, quotes
from extractors.layouts.recommendation_sections import (
    Asked,
    numbered_below,
    read_section,
    without_headings_at_end,
)
from extractors.layouts.recommendation_summaries import Block, Group, without_summaries
from extractors.layouts.recommendation_tables import Row, table_rows
from extractors.layouts.recommendation_voices import voices
from extractors.layouts.recommender import answers, answers_for
from extractors.layouts.sign_off import signed_at
from extractors.model import Segment, Span

_CHAPTER = re.compile(
    r"(?:annex(?:es)?|appendix|appendices|areas? for improvement|chapter|part|copyright|footnotes?|endnotes|references"
    r"|bibliography|glossary)\b"
    r"(?:\s+[\w.]{1,4})?(?:\s*[:.–-].*)?",
    re.IGNORECASE,
)
_LAST_CHAPTER = re.compile(
    r"(?:[\d.]+\s+)?(?:(?:overall |in )?conclusions?|concluding remarks|closing (?:remarks|statement)|next steps"
    r"|what happens next|the way forward|looking ahead|further information|contact(?:s| us| details)?"
    r"|acknowledge?ments?|about (?:us|this .*)|summary|list of .*)\b.{0,40}",
    re.IGNORECASE,
)


def blocks(text: str, leaves: Sequence[Segment]) -> list[Block]:
    """The blocks in order of place; of a recommendation that a contents list also names only the one answered."""
    lines = [text[leaf.start : leaf.end] for leaf in leaves]
    rows = table_rows(text, [Span(leaf.start, leaf.end) for leaf in leaves])
    labels = labels_in(lines, rows)
    is_letter = answers_all(lines)
    borders = _borders(lines, leaves, labels, rows)
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
        if labels[at].is_group:
            group = Group(Span(leaves[at].start, leaves[at].end), labels[at].numbers, None)
        asked, mark, answer = read_section(text, leaves[at], labels[at], section)
        if not is_open or any(found[-1].has(one.numbers) for one in asked):
            found.append(Block(group=group))
        found[-1].asked += asked
        if is_letter and mark is None and answer and not _is_answered(text, asked[-1], answer[0]):
            answer = ()
        answer = numbered_below(text, asked[-1].numbers, answer)
        found[-1].previous, found[-1].answer = without_earlier(text, mark, answer)
        found[-1].voices = voices(text, mark, answer)
        last = asked[-1].words or asked[-1].line
        is_open = not answer and not asked[-1].decision and until in labels and leaves[until - 1].end == last.end
    return without_summaries(found)


def labels_in(lines: Sequence[str], rows: Collection[int]) -> dict[int, Label]:
    """The labels of recommendations by the index of their line, but for the rows of tables."""
    found = {at: label for at, line in enumerate(lines) if at not in rows and (label := label_of(line))}
    found |= {at: Label((), len(lines[at]), len(lines[at])) for at in labels_over_numbers(lines)}
    found |= letter_labels(lines) | short_labels(lines)
    below = [lines[at + 1] for at in found if at + 1 < len(lines)]
    if any(label.numbers for label in found.values()) or any(map(numbered, below)):
        return found
    quoted = quotes(lines)  # below `The Committee’s recommendation` it is the number that counts
    found = {at: label for at, label in found.items() if at + 1 not in quoted} | quoted
    if found or rows:
        return found
    concerns = concern_labels(lines)
    is_answered = any(answers(line) or mark_of(line) is not None for line in lines[min(concerns, default=0) :])
    return concerns if concerns and is_answered else group_labels(lines)


def _borders(
    lines: Sequence[str], leaves: Sequence[Segment], labels: Collection[int], rows: Mapping[int, Row | None]
) -> list[int]:
    """The places of labels and rows, of headings of groups, chapters and tables that are no part of an answer."""
    last = max(labels, default=-1)
    found = {*labels, *rows, *frames_in(lines, min(labels, default=0)), *signed_at(lines)}
    for table in (at for at, row in rows.items() if row is None):
        above = next((at for at in range(table - 1, -1, -1) if at in found or leaves[at].kind == "heading"), table)
        if mark_of(lines[above]) is None:
            found.add(above)
    for at, (line, leaf) in enumerate(zip(lines, leaves, strict=True)):
        if at not in found and leaf.kind == "heading":
            is_last = at > last and _LAST_CHAPTER.fullmatch(line)
            if group_of(line) or _CHAPTER.fullmatch(line) or is_last:
                found.add(at)
        if at not in found and is_conclusion(line):
            found.add(at)
    return sorted(found)


def _block_of(leaf: Segment, row: Row | None) -> Iterator[Block]:
    """The block of a row of a table, none for the row of headings."""
    if row:
        answer = (
            (replace(leaf, kind="paragraph", start=row.response.start, end=row.response.end),) if row.response else ()
        )
        asked = Asked(row.numbers, row.label, Span(leaf.start, leaf.end), row.words, (), leaf.heading_path)
        yield Block([asked], answer, row=row, voices=row.voices)


def _group(text: str, heading: Segment, section: Sequence[Segment]) -> Group | None:
    """The group that a heading opens, None for a chapter's heading."""
    numbers = group_of(text[heading.start : heading.end])
    said = without_headings_at_end(section)
    preamble = Span(said[0].start, said[-1].end) if said else None
    return Group(Span(heading.start, heading.end), numbers, preamble) if numbers else None


def _is_answered(text: str, asked: Asked, below: Segment) -> bool:
    """Whether what stands below a recommendation answers it, as what closes a letter does not: by its wording, or by
    its place, in the same paragraph or on the next line where an empty one stands above the label."""
    words, line = asked.words or asked.label, text[below.start : below.end]
    ends = text.count("\n", words.end, below.start)
    is_beside = not ends or (ends == 1 and text[: asked.line.start].endswith("\n\n"))
    return is_beside or answers(line) or answers_for(words.of(text), line)
