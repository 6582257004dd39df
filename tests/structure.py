"""What holds for every reading of every text, whatever the grammar."""

from itertools import pairwise

from extractors.model import Reading, Segment, Span


def assert_structure(text: str, reading: Reading) -> None:
    """Trimmed, in order, nested, leaves apart from one another, nothing but white space outside them."""
    segments = reading.segments
    assert [(s.start, -s.end) for s in segments] == sorted((s.start, -s.end) for s in segments)
    parents = {segment.parent for segment in segments}
    covered = 0
    for index, segment in enumerate(segments):
        words = text[segment.start : segment.end]
        assert words and words == words.strip()
        if segment.parent is not None:
            parent = segments[segment.parent]
            assert segment.parent < index
            assert parent.start <= segment.start
            assert segment.end <= parent.end
        if index not in parents:
            assert not text[covered : segment.start].strip(), "a hole, or two leaves over one another"
            assert covered <= segment.start
            covered = segment.end
    assert not text[covered:].strip()
    for question in reading.questions:
        for span in (question.question, question.answer):
            assert span is None or question.start <= span.start < span.end <= question.end
        for part in question.parts:
            assert question.question.start < part.start < part.end <= question.question.end
    assert_recommendations(text, reading)


def assert_recommendations(text: str, reading: Reading) -> None:
    """Labels in order; label, words and answer apart; nothing empty or with white space at its ends."""
    answers = [one.response for one in reading.recommendations if one.response]
    assert [one.label.start for one in reading.recommendations] == sorted(
        one.label.start for one in reading.recommendations
    )
    for one in reading.recommendations:
        said = Span(one.start, one.end)
        assert said == one.label or (one.has_text and one.label.end <= said.start)
        for span in (one.label, said, one.response, one.preamble, *one.headings):
            assert span is None or (0 <= span.start < span.end <= len(text) and span.of(text) == span.of(text).strip())
        assert one.response is None or said.end <= one.response.start
        assert one.preamble is None or one.preamble.end <= one.label.start
        assert not any(answer.start < said.end and said.start < answer.end for answer in answers)
        for heading in one.headings:
            assert one.response and one.response.start <= heading.start < heading.end <= one.response.end
        for part in one.parts:
            assert said.start <= part.start < part.end <= said.end
    apart = sorted(set(answers))
    assert all(first.end <= then.start for first, then in pairwise(apart))


def outline(text: str, reading: Reading) -> list[tuple[str, str]]:
    """Kind and words of each segment, white space folded."""
    return [(segment.kind, words(text, segment)) for segment in reading.segments]


def words(text: str, segment: Segment) -> str:
    return " ".join(text[segment.start : segment.end].split())
