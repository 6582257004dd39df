"""What was found in the answers → what became of each recommendation: its verdicts, status and inferred position.

A verdict belongs to the recommendation that it names, else to those whose answer it stands in; one that speaks of all
recommendations outside their answers ("The government accepts all of the recommendations") to those without another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.mentions import Addressee, Position, Verdict
from extractors.model import Recommendation, Span
from extractors.positions import inferred
from extractors.token_classes import token_classes
from pipeline.link import Worked, body_of

_ALL = {"all", "every", "each"}


@dataclass(frozen=True, slots=True)
class Stated:
    """A verdict of one recommendation, or of one of its parts."""

    verdict: Verdict
    part: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What became of a recommendation; `together` is the place in the list of the first one answered with it."""

    recommendation: Recommendation
    together: int | None
    status: str
    verdict: str | None = None
    basis: str | None = None
    evidence: Span | None = None
    stated: tuple[Stated, ...] = ()
    position: str | None = None
    sign: Position | None = None
    addressees: tuple[Addressee, ...] = ()


def answers(worked: Worked) -> list[Answer]:
    """The answer to each recommendation of a document, in their order."""
    recommendations = worked.reading.recommendations
    return [_answer(worked, number, one, recommendations) for number, one in enumerate(recommendations)]


def _answer(worked: Worked, number: int, one: Recommendation, of: Sequence[Recommendation]) -> Answer:
    stated = tuple(_stated(worked, one))
    own = [each for each in stated if _is_own(worked, each.verdict)]
    # What a response prints of another body, which answers in the publisher's place, is the answer that there is.
    verdict, basis, evidence = _whole(own or stated)
    signs = [sign for sign in worked.positions if one.response and _within(sign, one.response)]
    is_deferred = any(sign.position == "deferred" for sign in signs)
    position = None if verdict or is_deferred else inferred(signs)
    # `Recommendations 4 and 5: …` is one text with two numbers.
    is_said_before = any((each.start, each.end) == (one.start, one.end) for each in of[:number])
    together = [other for other, each in enumerate(of) if one.response and each.response == one.response]
    return Answer(
        recommendation=one,
        together=together[0] if len(together) > 1 else None,
        status="verdict_stated" if verdict else _status(one, is_deferred, position),
        verdict=verdict,
        basis=basis,
        evidence=evidence,
        stated=stated,
        position=position[0] if position else None,
        sign=position[1] if position else None,
        addressees=() if is_said_before else tuple(each for each in worked.addressees if _within(each, one)),
    )


def _status(one: Recommendation, is_deferred: bool, position: tuple[str, Position] | None) -> str:
    if one.response is None:
        return "not_addressed"
    if is_deferred:
        return "deferred"
    return "for_others" if position and position[0] == "not_for_government" else "answered_without_verdict"


def _stated(worked: Worked, one: Recommendation) -> Iterator[Stated]:
    """The first verdict of each part and each responder; of the document as a whole only where there is no other."""
    said: set[tuple[str | None, str | None]] = set()
    for verdict in [*_in_its_answer(worked, one), *_by_number(worked, one)] or _of_all(worked):
        responder = verdict.responder.of(worked.document.text) if verdict.responder else None
        for part in verdict.parts or (None,):
            if (part, responder) not in said:
                said.add((part, responder))
                yield Stated(verdict, part)


def _in_its_answer(worked: Worked, one: Recommendation) -> Iterator[Verdict]:
    """The verdicts in it: that of a cell for it alone before those of the text beside it, that beside a label or in a
    summary behind them."""
    found = [each for each in worked.verdicts if any(_within(each, place) for place in _places(one))]
    found.sort(key=lambda verdict: one.is_in_table != (one.decision is not None and _within(verdict, one.decision)))
    yield from (each for each in found if not each.numbers or one.number in each.numbers)


def _by_number(worked: Worked, one: Recommendation) -> Iterator[Verdict]:
    """What names the recommendation elsewhere: in the answer to another, or in the text around the answers."""
    for verdict in worked.verdicts:
        if one.number in verdict.numbers and not any(_within(verdict, place) for place in _places(one)):
            yield replace(verdict, basis="document_sentence")


def _places(one: Recommendation) -> list[Span]:
    return [place for place in (one.preamble, one.decision, one.response) if place]


def _of_all(worked: Worked) -> Iterator[Verdict]:
    of = worked.reading.recommendations
    places = [place for one in of for place in _places(one)]
    for verdict in worked.verdicts:
        words = worked.document.text[verdict.start : verdict.end].lower().split()
        if not verdict.numbers and _ALL & set(words) and not any(_within(verdict, place) for place in places):
            yield replace(verdict, basis="document_sentence")


def _is_own(worked: Worked, verdict: Verdict) -> bool:
    """Whether a verdict is that of who publishes the response: a department speaks for its government, and where no
    publisher is known, whoever is named."""
    name = verdict.responder.of(worked.document.text) if verdict.responder else ""
    facts = worked.reading.facts
    by_government = "government" if "government response" in (facts.title or "").casefold() else ""
    publisher = worked.document.stated.get("publisher_name") or facts.publisher_name or by_government
    if not name or not publisher or name.casefold() in publisher.casefold():
        return True
    is_state = not token_classes()["state"].words.isdisjoint(name.casefold().split())
    return is_state and _nation(worked, name) == _nation(worked, publisher)


def _nation(worked: Worked, name: str) -> str | None:
    """The devolved government of that name, None for any other body."""
    body = body_of(name, worked.published_on[0])
    return body.name if body is not None and body.kind == "devolved_government" else None


def _whole(stated: Sequence[Stated]) -> tuple[str | None, str | None, Span | None]:
    """The verdict on the whole, its basis and its words.

    Where only parts are spoken of and their verdicts differ, it is `mixed`, and its words are those of all of them.
    """
    whole = sorted((one.verdict for one in stated if one.part is None), key=lambda one: one.responder is not None)
    if whole:
        first = whole[0]
        return first.verdict, first.basis, Span(first.start, first.end)
    parts = [one.verdict for one in stated]
    if len({one.verdict for one in parts}) < 2:
        return None, None, None
    return "mixed", parts[0].basis, Span(min(one.start for one in parts), max(one.end for one in parts))


def _within(one: Verdict | Position | Addressee, place: Span | Recommendation) -> bool:
    return place.start <= one.start < place.end
