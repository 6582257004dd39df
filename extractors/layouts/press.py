"""Press: a story of a news site or a press release, with its headline, byline, quotes and what stands around it.

It is known by how news reports speech (`… said: “…”`, `“…,” she said`), by a byline or a word such as
`Press release` above the headline, and then also by the furniture of its site. Direct speech becomes `quote`, also
where it runs over several paragraphs; furniture becomes `boilerplate`; `ENDS` and the notes to editors stay text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.layouts.body import body
from extractors.layouts.frontmatter import Front, announces_a_story, is_no_story, read_front, states_a_day, with_foot
from extractors.layouts.furniture import is_furniture, is_news_furniture, opens_the_tail
from extractors.layouts.lines import lines, paragraphs
from extractors.layouts.outline import nested
from extractors.layouts.speech import n_reports, spoken
from extractors.model import Reading, Segment, Span

_LONGEST_STORY = 30_000
_SHARE = 0.08  # of the lines: a long report may quote somebody, a story lives by it
_REPORT = re.compile(  # a report may quote people as a story does, but it also has
    r"^[ \t]*(?:recommendation \d|(?:chapter|annex) [\dA-Z]\b|\d+\.\d+[ \t]+[A-Z]|applies to "
    r"|(?:executive summary|introduction|conclusions?|(?:ministerial )?foreword|contents)[ \t\r]*$)",
    re.IGNORECASE | re.MULTILINE,
)
_TOP = 12
_HEAD = 4  # a story with one quote is known by the day below its headline too
_LONG = 160
_TEXT_AGAIN = {"ends", "-ends-", "– ends –", "notes to editors", "notes for editors"}


def explains(text: str) -> int:
    """Lines of speech, of furniture and about the story itself; 0 where they are too few to make it one."""
    if len(text) > _LONGEST_STORY:
        return 0
    spans = lines(text)
    found = n_reports(text) + sum(announces_a_story(span.of(text)) for span in spans[:_TOP])
    if not found or _REPORT.search(text) or any(is_no_story(span.of(text)) for span in spans[:_TOP]):
        return 0
    found += sum(is_news_furniture(span.of(text)) for span in spans[-_TOP:])
    found += any(states_a_day(span.of(text)) for span in spans[:_HEAD])
    return found if found >= _SHARE * len(spans) else 0


def read(text: str) -> Reading:
    """A story as headline, text, quotes and headings, with what its page prints around it as `boilerplate`."""
    spans = paragraphs(text, lines(text))
    front = with_foot(text, spans, read_front(text, spans, topic_above=True))
    speech = spoken(text, spans)
    kinds = front.kinds | _furniture(text, spans, front, speech)
    captions = _captions(text, spans, front)
    quotes = {spans[index].start for index in speech}
    rest = [span for index, span in enumerate(spans) if index not in kinds and index not in captions]
    told = [Segment(kind, spans[index].start, spans[index].end) for index, kind in kinds.items()]
    told += [Segment("paragraph", spans[index].start, spans[index].end) for index in captions]
    running = [
        replace(segment, kind="quote") if segment.kind == "paragraph" and segment.start in quotes else segment
        for segment in body(text, rest)
    ]
    return Reading(document_type="press", segments=nested([*told, *running]), facts=front.facts)


def _captions(text: str, spans: Sequence[Span], front: Front) -> set[int]:
    """A short line right below the byline or the date is a picture's or a lead, and no heading of what follows."""
    below = max((index for index, kind in front.kinds.items() if kind == "metadata"), default=-1) + 1
    is_short = 0 < below < len(spans) and spans[below].end - spans[below].start <= _LONG
    return {below} if is_short and text[spans[below].end - 1].isalnum() and below not in front.kinds else set()


def _furniture(text: str, spans: Sequence[Span], front: Front, speech: set[int]) -> dict[int, str]:
    """Furniture lines anywhere below the title; below the last quote everything from the heading of the tail on.

    A long paragraph or the notes to editors are the document's own again.
    """
    title = next((index for index, kind in front.kinds.items() if kind == "title"), -1)
    last_quote = max(speech, default=len(spans) // 2)
    found: dict[int, str] = {}
    in_tail = False
    for index in range(title + 1, len(spans)):
        line = spans[index].of(text)
        furniture = is_furniture(line)
        if index > last_quote and opens_the_tail(line):
            in_tail = True
        elif (len(line) > _LONG and not furniture) or line.casefold().rstrip(":") in _TEXT_AGAIN:
            in_tail = False
        if index not in front.kinds and (in_tail or furniture):
            found[index] = "boilerplate"
    return found
