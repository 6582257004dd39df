"""What is made of questions and the answer that they share, whatever the grammar that found them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extractors.layouts.body import body
from extractors.layouts.frontmatter import read_front
from extractors.layouts.furniture import is_notice
from extractors.layouts.outline import nested
from extractors.layouts.plain import segments_of
from extractors.model import Question, Reading, Segment, Span


def listing(text: str, above: Sequence[Span], found: Iterable[tuple[Sequence[Question], Sequence[Segment]]]) -> Reading:
    """Questions in their order, each group of them with its segments; the paragraphs `above` the first tell of the
    page."""
    front = read_front(text, above)
    segments = segments_of(text, above, front)
    questions: list[Question] = []
    for asked, around in found:
        questions += asked
        segments += around
    return Reading(
        document_type="written_questions", segments=nested(segments), questions=tuple(questions), facts=front.facts
    )


def outlined(
    text: str, lines: Sequence[Span], puts: Sequence[Span], answers: Sequence[Span], headings: Sequence[Span]
) -> list[Segment]:
    """Every character of `lines`: the headings, the first the highest, each question, the paragraphs of the answer.

    What is left, or left of a line, is `metadata`, or `boilerplate` where it is the page's, inside a question too.
    """
    path = tuple(heading.of(text) for heading in headings)
    answer = [Span(answers[0].start, answers[-1].end)] if answers else []
    found = [
        Segment("heading", one.start, one.end, level=at + 1, heading_path=path[:at]) for at, one in enumerate(headings)
    ]
    for kind, spans in (("question", puts), ("answer", answer)):
        found += [Segment(kind, one.start, one.end, heading_path=path) for one in spans]
    for put in puts:
        inside = [
            Span(max(line.start, put.start), min(line.end, put.end))
            for line in lines
            if line.start < put.end and line.end > put.start
        ]
        if any(is_notice(line.of(text)) for line in inside):
            found += body(text, inside, headings=False, path=path)
    found += body(text, answers, headings=False, path=path)
    for piece in _outside(text, lines, sorted([*puts, *answer, *headings])):
        found.append(Segment("boilerplate" if is_notice(piece.of(text)) else "metadata", piece.start, piece.end))
    return found


def _outside(text: str, lines: Sequence[Span], taken: Sequence[Span]) -> Iterator[Span]:
    """The lines, or what is left of a line at either end, that none of the taken spans holds."""
    for line in lines:
        at = line.start
        for one in taken:
            if one.start < line.end and one.end > at:
                yield from _trimmed(text, at, one.start)
                at = one.end
        yield from _trimmed(text, at, line.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end].strip() if start < end else ""
    if words:
        at = text.index(words, start)
        yield Span(at, at + len(words))
