"""Responses to recommendations: a label, the recommendation, then what the government answers.

One grammar for many styles: the label alone on its line or before the text, with or without a mark such as
`Government response` above the answer, with headings of groups (`Funding (recommendations 1, 3 and 5)`), one answer
below several recommendations, a preamble that answers a whole group. What is printed decides, never a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.layouts.body import body
from extractors.layouts.frontmatter import Front, read_front
from extractors.layouts.lines import lines, paragraphs
from extractors.layouts.outline import nested
from extractors.layouts.recommendation_answers import update_of
from extractors.layouts.recommendation_blocks import blocks, labels_in
from extractors.layouts.recommendation_delivery import delivery, is_delivery, status_of_cell
from extractors.layouts.recommendation_labels import (
    Label,
    asks_whether,
    group_of,
    label_of,
    mark_of,
    tells_of_response,
)
from extractors.layouts.recommendation_letters import answers_apart
from extractors.layouts.recommendation_parts import parts_of
from extractors.layouts.recommendation_quotes import answers_all
from extractors.layouts.recommendation_series import with_series
from extractors.layouts.recommendation_summaries import Block
from extractors.layouts.recommendation_tables import Row, table_rows
from extractors.layouts.recommendation_voices import are_joint, opens_a_voice
from extractors.layouts.recommender import answers, answers_for, decides
from extractors.model import Reading, Recommendation, Segment, Span

RULE = "layout.responses"
_NEAR = 6
_SOME = 4  # one of so many
_SAID = ("paragraph", "heading", "table_row")
_MOST = 2  # more than one of so many
_WHOLE = re.compile(r"\d+(?=[a-z(]|$)")
_OF_REPORT = re.compile(r"(?:Para\w*\.?\s+)?[\d()a-z]+")  # 14, Paragraph 14
_SOME_WORDS = ("recommend", "conclusion", "(para", " for improvement", " of concern")
_SOME_SHAPE = re.compile(
    r"\brecs?\.? \d|\bconcern \(?\d|proposals?\s*[\t|]|^[a-hr]\d{1,3}[.:]|^(?:\w+ )?agreed\b", re.MULTILINE
)
_IN_A_SHAPE = ("rec ", "rec.", "concern ", "recs", "proposal", "\nr", "agreed")


def explains(text: str) -> int:
    """The labels, the rows of tables and the marks above an answer; 0 where there is no label.

    A single label explains the line below it too where that one answers, as in a letter about one recommendation.
    """
    if not _may_be_one(text):
        return 0
    spans = lines(text)
    found = [span.of(text) for span in spans]
    rows = table_rows(text, spans)
    labels = labels_in(found, rows)
    if not labels and not rows:
        return 0
    if all(label.is_group for label in labels.values()) and not rows and not tells_of_response(found[: min(labels)]):
        return 0  # a report has such headings too
    opens = (mark_of, _mark_cell, opens_a_voice) if are_joint(found) else (mark_of, _mark_cell)
    n_marks = sum(any(one(line) is not None for one in opens) for line in found)
    is_lone = len(labels) == 1 and any(_is_answered(found, at, label) for at, label in labels.items())
    return len(labels) + len(rows) + n_marks + is_lone


def _may_be_one(text: str) -> bool:
    """Whether any word is there that a label, a row or a mark has. A shape is tried at every character, and so only
    where a part of it is there."""
    lower = f"\n{text.lower()}"
    if any(word in lower for word in _SOME_WORDS):
        return True
    return any(part in lower for part in _IN_A_SHAPE) and _SOME_SHAPE.search(lower) is not None


def _is_answered(lines: Sequence[str], at: int, label: Label) -> bool:
    """Whether a government answers near below a label, or who is asked right below what is asked."""
    asked = at if lines[at][label.rest :] else at + 1
    words = "".join(lines[asked : asked + 1])[label.rest if asked == at else 0 :]
    is_said = any(answers_for(words, line) for line in lines[asked + 1 : asked + 2])
    return is_said or any(answers(line) for line in lines[at + 1 : at + 1 + _NEAR])


def read(text: str) -> Reading:
    """Recommendations in order of their labels, each with its answer; both are segments that hold their paragraphs."""
    spans = paragraphs(text, lines(text))
    front = _without_labels(text, spans, read_front(text, spans))
    told = [Segment(kind, spans[index].start, spans[index].end) for index, kind in front.kinds.items()]
    leaves = body(text, [span for i, span in enumerate(spans) if i not in front.kinds])
    leaves = list(answers_apart(text, list(_marks_apart(text, leaves))))
    found = with_series(text, blocks(text, leaves), leaves)
    rows = {one.asked[0].line: one.row for one in found if one.row}
    recommendations = tuple(one for block in found for one in _recommendations(text, block))
    is_response = front.calls_itself_a_response or _tells_of_answers(text, spans, recommendations)
    return Reading(
        document_type="government_response" if is_response else front.document_type or "report",
        segments=nested([*_around(found), *told, *_cells_apart(text, leaves, rows)]),
        recommendations=recommendations,
        facts=front.facts,
        flags=("number_gap",) if _has_gap(text, recommendations) else (),
    )


def _tells_of_answers(text: str, spans: Sequence[Span], recommendations: Sequence[Recommendation]) -> bool:
    """A mark, a column of decisions, one sentence about all, or how some of what stands below them begins: in a report
    the text goes on below a recommendation, too."""
    lines = [span.of(text) for span in spans]
    below = {one.response for one in recommendations if one.response}
    n_answers = sum(answers(span.of(text)) for span in below)
    is_told = any(one.decision for one in recommendations) or any(mark_of(line) is not None for line in lines)
    return bool(recommendations) and (is_told or answers_all(lines) or _SOME * n_answers >= max(len(below), 1))


def _without_labels(text: str, spans: Sequence[Span], front: Front) -> Front:
    """A text that begins with a label, the heading of a group or a table of recommendations, as an excerpt does, has no
    title; what stands below one tells of the recommendation."""
    lines = [span.of(text) for span in spans]
    first = range(max(front.kinds, default=-1) + 1)
    tables = table_rows(text, spans) if any(_has_cells(lines[at]) for at in first) else {}
    labels = labels_in(lines, tables)
    below = next((at for at in first if at in tables or at in labels or group_of(lines[at])), len(lines))
    kinds = {at: kind for at, kind in front.kinds.items() if at < below}
    is_titled = "title" in kinds.values()
    return replace(front, kinds=kinds, facts=front.facts if is_titled else replace(front.facts, title=None))


def _has_cells(line: str) -> bool:
    return "|" in line or "\t" in line


def _marks_apart(text: str, leaves: Sequence[Segment]) -> Iterator[Segment]:
    """`Response: We accept …` as a heading and a paragraph, so that the answer is a segment of its own, as one right
    behind a label and where the two stand in cells; a verdict and what tells of the delivery are no headings."""
    said = [text[leaf.start : leaf.end] if leaf.kind in _SAID else "" for leaf in leaves]
    is_joint = are_joint(said)
    for leaf, line in zip(leaves, said, strict=True):
        is_row = leaf.kind == "table_row"
        if not is_row and (is_delivery(line) or (decides(line) and not asks_whether(line))):
            yield replace(leaf, kind="paragraph", level=None)
            continue
        at = _mark_cell(line) if is_row else mark_of(line) or update_of(line) or _answer_beside(line)
        if at is None and is_joint:
            at = opens_a_voice(line)
        if at is None:
            yield leaf
            continue
        mark = text[leaf.start : leaf.start + at].rstrip()
        yield replace(leaf, kind="heading", end=leaf.start + len(mark), level=leaf.level or 1)
        if leaf.start + at < leaf.end:
            yield replace(leaf, kind="paragraph", start=leaf.start + at, level=None)


def _mark_cell(row: str) -> int | None:
    """Where the second of two cells begins if the first is a mark: `Government response<tab>We accept …`."""
    first, *others = row.split("\t")
    is_mark = len(others) == 1 and mark_of(first) == len(first)
    return len(row) - len(others[0].lstrip()) if is_mark else None


def _answer_beside(line: str) -> int | None:
    """Where the answer begins that stands right behind a label, as in `Recommendation 3: Accepted. We will …`."""
    label = label_of(line)
    return label.rest if label and label.numbers and decides(line[label.rest :]) else None


def _cells_apart(text: str, leaves: Sequence[Segment], rows: Mapping[Span, Row]) -> Iterator[Segment]:
    """A row of a table of recommendations with its cells inside, so that each is a text of its own, and the upright
    bars between them, if any."""
    for leaf in leaves:
        yield leaf
        if row := rows.get(Span(leaf.start, leaf.end)):
            for cell, after in pairwise([Span(leaf.start, leaf.start), *row.cells, Span(leaf.end, leaf.end)]):
                bars = text[cell.end : after.start]
                if cell.start < cell.end:
                    yield replace(leaf, kind="paragraph", start=cell.start, end=cell.end)
                if bars.strip():
                    start = cell.end + len(bars) - len(bars.lstrip())
                    yield replace(leaf, start=start, end=start + len(bars.strip()))


def _recommendations(text: str, block: Block) -> Iterator[Recommendation]:
    target, status = delivery(text, [Span(leaf.start, leaf.end) for leaf in block.answer])
    row = block.row
    if row:
        target = row.target
        status = status_of_cell(row.status.of(text)) if row.status else None
    for asked in block.asked:
        words = asked.words or asked.label
        for at, number in enumerate(asked.numbers or (None,)):
            yield Recommendation(
                start=words.start,
                end=words.end,
                rule=RULE,
                label=asked.label,
                has_text=asked.words is not None,
                number=number,
                series=block.series,
                group_heading=block.group.heading.of(text) if block.group else None,
                preamble=block.group.preamble if block.group else None,
                response=block.response,
                headings=tuple(Span(leaf.start, leaf.end) for leaf in block.answer if leaf.kind == "heading"),
                parts=parts_of(text, words, asked.leaves) if asked.words and at == 0 else (),
                is_in_table=row is not None,
                decision=row.decision if row else asked.decision,
                is_yes_or_no=row.is_yes_or_no if row else asked.is_yes_or_no,
                previous=block.previous,
                voices=tuple(name for name, _ in block.voices),
                voiced=tuple(part for _, part in block.voices),
                target=target,
                delivery_status=status,
            )


def _around(found: Sequence[Block]) -> Iterator[Segment]:
    """The segments that hold the paragraphs of each recommendation, its label first, and of each answer; those of a
    row of a table are inside it."""
    for block in found:
        for asked in block.asked:
            end = max(asked.words.end if asked.words else 0, (asked.label if block.row else asked.line).end)
            label = ", ".join(asked.numbers) or None
            yield Segment("recommendation", asked.label.start, end, label=label, heading_path=asked.heading_path)
        if block.previous:
            yield Segment("previous_response", block.previous.start, block.previous.end)
        if block.response:
            path = block.asked[0].heading_path
            yield Segment("response", block.response.start, block.response.end, heading_path=path)


def _has_gap(text: str, found: Sequence[Recommendation]) -> bool:
    """Whether whole numbers are missing between 1 and the highest; `2a` and `2(b)` are 2.

    Numbers without a word may be those of a report's paragraphs or conclusions, of which only some are answered: they
    are a list only where most of them are there.
    """
    numbered = [one for one in found if one.number and _WHOLE.match(one.number)]
    whole = {int(number[0]) for one in numbered if (number := _WHOLE.match(one.number or ""))}
    is_bare = any(not one.is_in_table and _OF_REPORT.fullmatch(one.label.of(text)) for one in numbered)
    highest = max(whole, default=0)
    return len(whole) != highest and not (is_bare and _MOST * len(whole) <= highest)
