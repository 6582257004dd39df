"""Who pays an amount, to whom, through which programme.

Names come from `names`, other givers and receivers from `patterns/payers.jsonl`. Costs, rates, fees and savings have a
payer only where a body is said to spend them, receipts and values none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractors import names, payees, payers
from extractors.matching import Match, Scan, group
from extractors.model import Span
from extractors.names import Spans
from extractors.payees import is_given
from extractors.payers import Place
from extractors.records import record
from extractors.sums import Sentence, Sum
from extractors.token_classes import token_classes
from extractors.words import words_between

_NEVER_FUNDED = ("cost_estimate", "rate_or_threshold", "fee_or_penalty", "saving")


@record()
class Parties:
    """Programme, payer and payee of an amount, each None where not stated."""

    programme: Span | None
    payer: Span | None
    payee: Span | None


def find(scan: Scan, sentences: Sequence[Sentence], roles: Mapping[Sum, str]) -> dict[Sum, Parties]:
    """The parties of every amount."""
    lead_ins = {lead_in for sentence in sentences if (lead_in := scan.lead_in(sentence.block)) is not None}
    spans = {sentence.span for sentence in sentences} | {span for number in lead_ins for span in scan.sentences(number)}
    zones = [(span.start, span.end) for span in sorted(spans)]
    named = names.find(scan, zones, sorted(lead_ins | {sentence.block for sentence in sentences}))
    stated = scan.find(group("payers"), [(sentence.reach.start, sentence.reach.end) for sentence in sentences])
    givers = Spans(_last_words(scan.text, m, "by") for m in stated if m.rule.value == "payer")
    receivers = Spans(_last_words(scan.text, m, "to") for m in stated if m.rule.value == "payee")
    parties = {}
    for sentence in sentences:
        bodies = named.bodies.inside(sentence.span.start, sentence.span.end)
        for one in sentence.sums:
            parties[one] = _parties(
                Place(scan, named, sentence, one, bodies), _role(sentence, one, roles), givers, receivers
            )
    return parties


def _role(sentence: Sentence, one: Sum, roles: Mapping[Sum, str]) -> str:
    """The role of an amount, of an old value that of the new one: "raised the allowance from £5,000 to £10,500"."""
    new = sentence.after(one.span.end)
    return roles[one] if roles[one] != "baseline" or new is None else roles[new]


def _parties(place: Place, role: str, givers: Spans, receivers: Spans) -> Parties:
    programme, is_named_here = _programme(place)
    payer = None
    if role == "other" and not _is_asked(place):
        payer = None  # receipts and values have none
    elif role not in _NEVER_FUNDED:
        payer = payers.stated(place, givers)
        is_open = payer is None and not _is_received(place) and not _is_cost(place)
        if is_open and programme is not None:
            payer = payers.owner(place, programme)
            payer = payers.namer(place, programme) if payer is None and not is_named_here else payer
        if is_open and payer is None and role != "other":
            payer = payers.earlier(place)
    elif (body := next((body for body in reversed(place.bodies) if payers.pays(place, body)), None)) is not None:
        payer = payers.joined(place.scan.text, body, place.bodies)
    payee = payees.find(place.scan.text, place.sentence, place.one, place.bodies, receivers) or _listed(place)
    if programme and payee and programme.start < payee.end and payee.start < programme.end:
        programme = None  # "£2m to the Fund for Orphans" goes to a charity
    return Parties(programme, payer, payee)


def _listed(place: Place) -> Span | None:
    """The body at the head of a list item of receivers: "Those receiving funding are: • Tamar Council – £5m for …"."""
    text, block = place.scan.text, place.scan.block_spans[place.sentence.block]
    body = next((body for body in place.bodies if body.end <= place.one.anchor), None)
    lead_in = place.scan.lead_in(place.sentence.block)
    if body is None or lead_in is None or text[block.start : body.start].strip("-–•* \t"):
        return None
    told = words_between(text, place.scan.block_spans[lead_in].start, place.scan.block_spans[lead_in].end)
    is_row = text[body.end : place.one.anchor].strip() in ("-", "–", "—", ":")
    is_of_receivers = any(word in token_classes()[name] for word in told for name in ("heads_receivers", "received"))
    return body if is_row and is_of_receivers else None


def _is_received(place: Place) -> bool:
    """Whether the sentence says before the amount that its subject receives it."""
    return is_given(words_between(place.scan.text, place.sentence.span.start, place.one.anchor))


def _is_asked(place: Place) -> bool:
    """Whether the amount is only asked for, so that a body may be named that ought to pay it."""
    words = words_between(place.scan.text, place.sentence.span.start, place.one.anchor)
    return any(word in token_classes()["asks"] or word in token_classes()["recommends"] for word in words)


def _is_cost(place: Place) -> bool:
    """Whether the amount is what a thing cost, so that the body of an earlier sentence need not have paid it."""
    words = words_between(place.scan.text, place.sentence.span.start, place.one.anchor)[-6:]
    return bool({"cost", "costs"} & set(words))


def _programme(place: Place) -> tuple[Span | None, bool]:
    """The nearest programme of the sentence; if there is none but "the fund", the last one named before it. A list
    item takes what the words before its list name."""
    scan, names, one = place.scan, place.names, place.one
    here = names.programmes.inside(place.sentence.span.start, place.sentence.span.end)
    if here:
        return min(here, key=lambda name: (max(name.start - one.span.end, one.anchor - name.end), name.start)), True
    lead_in = scan.lead_in(place.sentence.block)
    if lead_in is None:
        number, span = place.sentence.block, place.sentence.span
    else:
        number, span = lead_in, scan.sentences(lead_in)[-1]
        if named := names.programmes.inside(span.start, span.end):
            return named[-1], False
    anaphors = names.anaphors.inside(span.start, span.end)
    if not any(_is_same_clause(scan.text, anaphor, one) for anaphor in anaphors):
        return None, False
    before = scan.block_before(number)
    since = scan.block_spans[number if before is None else before].start
    earlier = names.programmes.inside(since, span.start)
    return (earlier[-1], False) if earlier else (None, False)


def _is_same_clause(text: str, anaphor: Span, one: Sum) -> bool:
    """Whether no semicolon stands between "the fund" and the amount."""
    return ";" not in text[one.span.end : anaphor.start]


def _last_words(text: str, match: Match, preposition: str) -> Span:
    """What stands after "by" or "to" and its article in a match."""
    words = text[match.start : match.end].split()
    lead = next(number for number, word in enumerate(words) if word.lower() == preposition) + 1
    lead += lead < len(words) - 1 and words[lead] in token_classes()["the"]
    start = match.start
    for word in words[:lead]:
        start = text.index(word, start) + len(word)
    return Span(start + len(text[start : match.end]) - len(text[start : match.end].lstrip()), match.end)
