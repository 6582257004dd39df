"""Rows of recommendations, their parts and addressees, and the verdicts on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extractors.date_resolve import resolve
from extractors.date_values import value_of
from extractors.model import TextPart
from pipeline.answers import Answer, Stated, answers
from pipeline.checks import Check, checks
from pipeline.link import Worked, body_id
from pipeline.tables.base import Row, row, span_id, text_of, words


class Counted(NamedTuple):
    """What a check counts of a recommendation."""

    id: str
    number: str | None
    verdict: str | None
    group_heading: str | None


def recommendation_id(worked: Worked, ordinal: int) -> str:
    """`<doc_id>@<char_start>:<char_end>/<number, or ordinal where none is printed>`."""
    one = worked.reading.recommendations[ordinal]
    return f"{span_id(worked.document, one)}/{one.number or ordinal}"


def rows(worked: Worked) -> dict[str, list[Row]]:
    """The rows of every table about the recommendations of a document."""
    if not (worked.reading.recommendations or worked.claims):
        return {}
    found: dict[str, list[Row]] = {
        "recommendations": [],
        "recommendation_parts": [],
        "recommendation_addressees": [],
        "verdicts": [],
        "checks": [],
    }
    answered = answers(worked)
    names = {(body.start, body.end): body.name for body in worked.bodies}
    keys = [recommendation_id(worked, ordinal) for ordinal in range(len(answered))]
    for ordinal, (key, answer) in enumerate(zip(keys, answered, strict=True)):
        found["recommendations"].append(_recommendation(worked, ordinal, key, answer))
        found["recommendation_parts"] += (_part(worked, key, part) for part in answer.recommendation.parts)
        found["recommendation_addressees"] += _addressees(worked, key, answer, names)
        found["verdicts"] += (_verdict(worked, key, one) for one in answer.stated)
    found["checks"] = [_check(worked, check) for check in _checks(worked, keys, answered)]
    return found


def _checks(worked: Worked, keys: Sequence[str], answered: Sequence[Answer]) -> list[Check]:
    counted = [
        Counted(key, one.recommendation.number, one.verdict, one.recommendation.group_heading)
        for key, one in zip(keys, answered, strict=True)
    ]
    return checks(worked.document.doc_id, worked.document.text, worked.claims, counted)


def _check(worked: Worked, check: Check) -> Row:
    document = worked.document
    values = {
        "check_id": f"{span_id(document, check)}/{check.check_type}",
        "doc_id": document.doc_id,
        "check_type": check.check_type,
        "stated_value": check.stated_value,
        "computed_value": check.computed_value,
        "status": check.status,
        "text": document.text[check.start : check.end],
        "char_start": check.start,
        "char_end": check.end,
        "evidence_ids": check.evidence_ids,
        "rule": check.rule,
    }
    return row("checks", values)


def _recommendation(worked: Worked, ordinal: int, key: str, answer: Answer) -> Row:
    document, one = worked.document, answer.recommendation
    said_on = worked.published_on[0]
    target = resolve(value_of(one.target.of(document.text)), said_on, is_ahead=True) if one.target else (None, None)
    values = {
        "recommendation_id": key,
        "doc_id": document.doc_id,
        "ordinal": ordinal,
        "series": one.series,
        "number": one.number,
        "group_heading": one.group_heading,
        "group_id": None if answer.together is None else recommendation_id(worked, answer.together),
        "text": document.text[one.start : one.end] if one.has_text else None,
        "char_start": one.start,
        "char_end": one.end,
        "n_parts": len(one.parts),
        **words(document.text, "response", one.response),
        "response_headings": tuple(heading.of(document.text) for heading in one.headings),
        "is_response_shared": answer.together is not None,
        "response_status": answer.status,
        "verdict": answer.verdict,
        "verdict_basis": answer.basis,
        **words(document.text, "verdict", answer.evidence),
        "position_inferred": answer.position,
        **words(document.text, "position", answer.sign),
        "target_text": text_of(document, one.target),
        "target_start": target[0],
        "target_end": target[1],
        "delivery_status": one.delivery_status,
        "said_on": worked.published_on[0],
        "rule": one.rule,
        "source": "rule",
    }
    return row("recommendations", values)


def _part(worked: Worked, key: str, part: TextPart) -> Row:
    values = {
        "recommendation_part_id": span_id(worked.document, part),
        "recommendation_id": key,
        "doc_id": worked.document.doc_id,
        "label": part.label,
        "text": worked.document.text[part.start : part.end],
        "char_start": part.start,
        "char_end": part.end,
    }
    return row("recommendation_parts", values)


def _addressees(worked: Worked, key: str, answer: Answer, names: Mapping[tuple[int, int], str]) -> list[Row]:
    """`names` are those that the bodies found stand for: of an acronym or a short form the one in full."""
    text, on = worked.document.text, worked.published_on[0]
    return [
        row(
            "recommendation_addressees",
            {
                "recommendation_addressee_id": span_id(worked.document, one),
                "recommendation_id": key,
                "doc_id": worked.document.doc_id,
                "role": one.role,
                "text": text[one.start : one.end],
                "char_start": one.start,
                "char_end": one.end,
                "body_id": body_id(names.get((one.start, one.end), text[one.start : one.end]), on),
            },
        )
        for one in answer.addressees
    ]


def _verdict(worked: Worked, key: str, stated: Stated) -> Row:
    document, one = worked.document, stated.verdict
    responder = text_of(document, one.responder)
    responder_id = body_id(responder, worked.published_on[0])
    values = {
        "verdict_id": f"{key}/{stated.part or '-'}/{responder_id or responder or '-'}/{one.start}",
        "recommendation_id": key,
        "doc_id": document.doc_id,
        "part_label": stated.part,
        "responder_name": responder,
        "responder_body_id": responder_id,
        "verdict": one.verdict,
        "basis": one.basis,
        "text": document.text[one.start : one.end],
        "char_start": one.start,
        "char_end": one.end,
        "sentence_char_start": one.sentence.start,
        "sentence_char_end": one.sentence.end,
        "sentence_text": one.sentence.of(document.text),
        "said_on": worked.published_on[0],
        "rule": one.rule,
        "source": "rule",
    }
    return row("verdicts", values)
