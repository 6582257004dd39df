"""Questions of other assemblies than Parliament as rows: one reader for what `assembly_blocks` finds.

None of them is of a House, so that `house` stays null. `uin` is the whole number as printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.layouts.addressees import addressee_of
from extractors.layouts.assembly_blocks import Block, answer_begins, assembly_blocks
from extractors.layouts.assembly_numbers import Form
from extractors.layouts.furniture import is_notice
from extractors.layouts.lines import lines, paragraphs
from extractors.layouts.members import PARTIES, Answerer, Asker, answerer, asker
from extractors.layouts.question_outline import listing, outlined
from extractors.layouts.question_parts import question_parts
from extractors.layouts.written_questions import status_of
from extractors.model import Question, Reading, Segment, Span
from extractors.register import bodies, resolve

_MEMBER = re.compile(
    r"(?P<name>[^,(]+), (?:(?:MSP|MS|AM|MLA) for )?(?P<seat>[^,]+(?:, [^,]+)*?)(?:, (?P<party>[^,]+))?"
)
_POST = re.compile(
    r"(?:The )?(?:(?:Deputy|First|Junior|Acting) )*(?:Cabinet Secretary|Minister|Counsel General|Llywydd|Mayor"
    r"|Presiding Officer|Speaker|(?:Senedd|Assembly) Commission)\b"
)


def n_explained(text: str, form: Form) -> int:
    """The numbers, the lines around them, and each question."""
    return sum(block.n_explained for block in assembly_blocks(text, form))


def reading(text: str, form: Form, rule: str) -> Reading:
    """Questions in their order; what stands above the first of them is the page's."""
    spans = lines(text)
    blocks = assembly_blocks(text, form)
    above = paragraphs(text, spans[: blocks[0].first if blocks else len(spans)])
    untils = [*(block.first for block in blocks[1:]), len(spans)]
    found = (_read_block(text, spans, block, until, rule) for block, until in zip(blocks, untils, strict=False))
    return listing(text, above, found)


def _read_block(
    text: str, spans: Sequence[Span], block: Block, until: int, rule: str
) -> tuple[list[Question], list[Segment]]:
    assert block.question is not None
    put, stated = block.question, block.stated
    answers = _answers(text, spans, block)
    answer = Span(answers[0].start, answers[-1].end) if answers else None
    headings = [block.heading] if block.heading else []
    segments = outlined(text, spans[block.first : until], [put], answers, headings)
    who, body = _who(stated.get("asked"), block.others)
    by = _answerer(stated.get("by"))
    addressee = addressee_of(put.of(text))
    is_withdrawn = stated.get("withdrawn")
    question = Question(
        start=spans[block.first].start,
        end=(answer or put).end,
        rule=rule,
        question=put,
        answer=answer,
        uin=block.uin,
        heading=block.heading.of(text) if block.heading else None,
        date_tabled=stated.get("tabled"),
        date_for_answer=stated.get("for_answer"),
        date_answered=(stated.get("answered") or stated.get("day")) if answer else None,
        date_holding_answer=stated.get("holding"),
        is_withdrawn=is_withdrawn,
        asking_member_name=who.name or None,
        asking_party=who.party or stated.get("party"),
        asking_constituency=who.seat or stated.get("seat"),
        addressee=addressee,
        answering_body_name=stated.get("body") or body or (addressee if _is_body(addressee) else None),
        answering_member_name=by.name or None,
        answering_role=by.role,
        answer_status="withdrawn" if is_withdrawn else status_of(answer.of(text)) if answer else "unanswered",
        parts=question_parts(text, put),
    )
    return [question], segments


def _answers(text: str, spans: Sequence[Span], block: Block) -> list[Span]:
    """The paragraphs of the answer, without what the page prints below it."""
    if block.answer is None:
        return []
    first, end = block.answer, block.end
    while end > first and is_notice(spans[end - 1].of(text)):
        end -= 1
    begin = spans[first].start + answer_begins(spans[first].of(text))
    return paragraphs(text, [Span(begin, spans[first].end), *spans[first + 1 : end]]) if end > first else []


def _who(asked: str | None, others: Sequence[str]) -> tuple[Asker, str | None]:
    """Who asks and the body that is asked, of the lines between the number and the question."""
    names = [line for line in others if not _is_body(line)]
    who = _asker(asked or (names[0] if names else ""))
    party = who.party or next((line for line in names if line.casefold() in PARTIES), None)
    return replace(who, party=party), next((line for line in others if _is_body(line)), None)


def _asker(line: str) -> Asker:
    """`Ann Rowe, MSP for Leith, Scottish Labour`, `Ann Rowe, Leith`, `Mr Bob Lee (East Antrim)`."""
    found = _MEMBER.fullmatch(line)
    return Asker(found["name"], found["party"], found["seat"]) if found else asker(line)


def _answerer(line: str | None) -> Answerer:
    """The name and the post; many answers print only a post."""
    if line is None:
        return Answerer("")
    return Answerer("", line) if _POST.match(line) else answerer(line)


def _is_body(name: str | None) -> bool:
    """Whether the register knows a body of this name that is not its minister."""
    body_id = resolve(name, None) if name else None
    return body_id is not None and bodies()[body_id].kind != "office_holder"
