"""Who pays an amount.

A payer is stated by "by" or "from" after the amount, as its owner ("the Home Office's £5 million"), or as the
subject of the clause. "We", "the department" and a passive take the last body that was the subject of an earlier
sentence of the same paragraph, "the fund" the body whose fund it is. Answer headers are not used, and one who only
announces does not pay.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.matching import Scan
from extractors.model import Span
from extractors.names import Names, Spans
from extractors.payees import is_given
from extractors.records import record
from extractors.sums import Sentence, Sum
from extractors.token_classes import token_classes
from extractors.words import words_between

_AUXILIARIES = ("has", "have", "had", "should", "also", "will", "would", "already", "now")
_NEAR = 6


@record()
class Place:
    """One amount with the sentence, the bodies in it, and the names around it."""

    scan: Scan
    names: Names
    sentence: Sentence
    one: Sum
    bodies: Sequence[Span]

    def gap(self, span: Span) -> list[str]:
        """The words between the amount and a span on either side of it, articles left out."""
        start, end = sorted((span, self.one.span))[0].end, max(span.start, self.one.anchor)
        return _plain(words_between(self.scan.text, start, end))


def stated(place: Place, givers: Spans) -> Span | None:
    """The payer that the sentence states."""
    after = [body for body in place.bodies if body.start >= place.one.span.end]
    for body in after:
        gap = place.gap(body)
        if (gap[-1:] == ["by"] and len(gap) <= 8) or (gap[-1:] == ["from"] and len(gap) <= 3):
            return body
        if (gap in (["of"], ["in"]) and _is_money_of(place, body)) or _has_given(place, body, gap):
            return body
    for giver in givers.inside(place.one.span.end, place.sentence.span.end)[:1]:
        if len(place.gap(giver)) <= 5:
            return giver
    before = [body for body in place.bodies if body.end <= place.one.anchor]
    if before and _is_money_of(place, before[-1]) and len(place.gap(before[-1])) <= _NEAR:
        return before[-1]
    payers = (joined(place.scan.text, body, place.bodies) for body in reversed(before))
    subject = next((body for body in payers if _is_subject(place, body)), None)
    return subject or next((body for body in after[:1] if _heads_main_clause(place, body)), None)


def pays(place: Place, body: Span) -> bool:
    """Whether a body spends a rate or a price: "the Metropolitan Police spends £7,000 a year on each horse"."""
    ahead = words_between(place.scan.text, body.end, place.one.anchor) if body.end <= place.one.anchor else []
    return _verb(ahead) in token_classes()["pays"] and _is_subject(place, body)


def _is_money_of(place: Place, body: Span) -> bool:
    """ "£20 million of Welsh Government funding", "a package of Home Office support totalling £3m"."""
    following = words_between(place.scan.text, body.end, place.sentence.span.end)
    return following[:1] != [] and following[0].strip(",.;:") in token_classes()["of_a_payer"]


def _has_given(place: Place, body: Span, gap: Sequence[str]) -> bool:
    """Whether a body is said to have given the amount before it: "the £5m grant that the Home Office has provided"."""
    verb, *following = words_between(place.scan.text, body.end, place.sentence.span.end)[:3] or [""]
    is_one_phrase = not any(word[-1] in ",;:" or word in token_classes()["verb"] for word in gap)
    is_past = verb in ("has", "have", "had") and any(
        word.strip(",.;:)") in token_classes()["gave"] for word in following
    )
    return is_past and is_one_phrase and len(gap) <= _NEAR


def _heads_main_clause(place: Place, body: Span) -> bool:
    """Whether a phrase with the amount leads up to the body as subject: "Through the £21m fund, the DfE has"."""
    text, lead = place.scan.text, words_between(place.scan.text, place.sentence.span.start, place.one.anchor)
    gap = place.gap(body)
    following = words_between(text, body.end, place.sentence.span.end)[:2]
    is_oblique = bool(lead) and lead[0] != "to" and lead[0] in token_classes()["oblique"]  # "To match the £5m, it has"
    is_led_up_to = is_oblique and bool(gap) and gap[-1].endswith(",")
    return is_led_up_to and any(word in token_classes()["verb"] for word in following)


def _is_subject(place: Place, body: Span) -> bool:
    """Whether a body before the amount owns or gives it."""
    text = place.scan.text
    behind = _plain(words_between(text, max(body.start - 40, place.sentence.span.start), body.start))
    ahead = words_between(text, body.end, place.one.anchor)
    is_told_of = text[body.end : body.end + 1] == "," and ahead[1:2] in (["which"], ["who"])
    if behind[-2:-1] and behind[-2] in token_classes()["asks"] and behind[-1] in ("on", "upon"):
        return True
    if behind and behind[-1] in token_classes()["oblique"] and not is_told_of:
        return False
    if is_given(ahead) or _only_says(ahead) or ahead[:2] == ["will", "have"]:
        return False
    if ahead and (ahead[0] in token_classes()["speaker"] or ahead[0] in token_classes()["bodies"]):
        return False  # "NHS trusts have planned with £5m" tells of the trusts
    if behind and behind[-1] in token_classes()["asks"] and ahead[:1] == ["to"]:
        return True
    if ahead and all(word in token_classes()["filler"] or word == "remaining" for word in ahead):
        return place.sentence.before(body.start) is not None  # "… £1.2m and the Scottish Government a further £2m"
    is_owner = text[body.end : body.end + 1] in ("’", "'") and len(ahead) <= 6
    return (
        is_owner
        or any(word.strip(",.;:()’'") in token_classes()["verb"] for word in ahead[:16])
        or _verb(ahead) in token_classes()["pays"]
        or _verb(ahead) in token_classes()["gives"]
    )


def _verb(ahead: Sequence[str]) -> str:
    """The first word behind a body that is no auxiliary or adverb."""
    return next((word for word in ahead[:4] if word not in _AUXILIARIES and not word.endswith("ly")), "")


def _only_says(ahead: Sequence[str]) -> bool:
    """Whether a body asks another for the amount or reports it: "forecasts that receipts will reach £4bn"."""
    verb = _verb(ahead)
    is_put_at = verb in ("put", "puts") and "at" in ahead
    return is_put_at or verb in token_classes()["asks"] or verb in token_classes()["reports"]


def joined(text: str, body: Span, bodies: Sequence[Span]) -> Span:
    """ "the Home Office and the Ministry of Justice" as one payer; of "Ministry of Justice (MoJ)" the name."""
    start, end = body.start, body.end
    for other in reversed([other for other in bodies if other.end <= body.start]):
        between = words_between(text, other.end, start)
        if between == ["("]:
            end = other.end
        elif not between or not set(between) <= {"the", "and", "&"}:
            break
        start = other.start
    return Span(start, end)


def owner(place: Place, programme: Span) -> Span | None:
    """The body whose programme it is: "the joint Home Office and Ministry of Justice 2023-25 Homes Fund"."""
    block = place.scan.block_spans[place.scan.block_at(programme.start)]
    before = place.names.bodies.inside(block.start, programme.start)
    between = words_between(place.scan.text, before[-1].end, programme.start) if before else []
    if before and all(word[0].isdigit() or word in ("’s", "'s", "new", "joint") for word in between):
        return joined(place.scan.text, before[-1], before)
    return None


def namer(place: Place, programme: Span) -> Span | None:
    """The body that is the subject of the sentence that names a programme."""
    number = place.scan.block_at(programme.start)
    return _subject(place, next(span for span in place.scan.sentences(number) if span.end >= programme.end))


def earlier(place: Place) -> Span | None:
    """The body that was the subject of the last earlier sentence of the paragraph that has one."""
    lead_in = place.scan.lead_in(place.sentence.block)
    sentences = place.scan.sentences(place.sentence.block if lead_in is None else lead_in)
    before = [span for span in sentences if span.end <= place.sentence.span.start]
    return next((subject for span in reversed(before) if (subject := _subject(place, span))), None)


def _subject(place: Place, sentence: Span) -> Span | None:
    """The body at the head of a sentence or of its main clause."""
    for body in place.names.bodies.inside(sentence.start, sentence.end):
        lead = _plain(words_between(place.scan.text, sentence.start, body.start))
        if not lead or (lead[-1].endswith(",") and not _is_listed(place.scan.text, body, sentence)):
            return body
    return None


def _is_listed(text: str, body: Span, sentence: Span) -> bool:
    """Whether a body is one of several in a row: "the six are Barle Council, Tamar Council and Exe Council"."""
    following = words_between(text, body.end, sentence.end)[:1]
    return text[body.end : body.end + 1] == "," or following in (["and"], ["or"], ["&"])


def _plain(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in token_classes()["the"]]
