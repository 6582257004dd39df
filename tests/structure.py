"""What holds for every reading of every text, whatever the grammar."""

from extractors.model import Reading, Segment


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


def outline(text: str, reading: Reading) -> list[tuple[str, str]]:
    """Kind and words of each segment, white space folded."""
    return [(segment.kind, words(text, segment)) for segment in reading.segments]


def words(text: str, segment: Segment) -> str:
    return " ".join(text[segment.start : segment.end].split())
