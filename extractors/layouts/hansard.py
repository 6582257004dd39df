"""Written answers as Hansard prints them, Commons and Lords, and as the daily reports do.

    HOME DEPARTMENT
    Firearms: Licensing
    Ann Rowe (Ripon) (LD): To ask the Secretary of State for the Home Department how many … there are. [67391]
    Mr Cole: To ask the Secretary of State for the Home Department (1) what … is; [67400]
    (2) how many … there are. [67401]
    The Minister for Policing (Bob Lee) [holding answer 3 March 2012]: There are four.

    Asked by Lord Oak
    To ask Her Majesty's Government …. [HL123]
    Lord Elm asked Her Majesty's Government: … [HL124]

Questions that one answer follows share it, and are grouped. The last two headings above are the department and the
topic, a single one is the topic. The day is that printed above, on its own or with the number of a column. The reports
of Scotland and Northern Ireland are printed alike, with `(S6W-31234)` or `(AQW 1234/22-27)` behind a question.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.layouts.addressees import addressee_of, house_of
from extractors.layouts.assembly_numbers import is_assemblys
from extractors.layouts.hansard_blocks import groups, volume_paragraphs
from extractors.layouts.hansard_groups import Answer, Group
from extractors.layouts.lines import spaced
from extractors.layouts.members import asker, body_of_post
from extractors.layouts.question_outline import listing, outlined
from extractors.layouts.question_parts import question_parts
from extractors.layouts.written_questions import status_of
from extractors.model import Question, Reading, Segment, Span

RULE = "hansard.question"


def explains(text: str) -> int:
    """The headings, questions and names of all groups, and the page's lines among them."""
    return sum(group.n_explained for group in groups(text))


def read(text: str) -> Reading:
    """Questions in their order; what stands above the first of them is the volume's."""
    spans = volume_paragraphs(spaced(text))
    found = groups(text)
    above = spans[: found[0].first if found else len(spans)]
    return listing(text, above, ((_questions(text, group), _segments(text, spans, group)) for group in found))


def _segments(text: str, spans: Sequence[Span], group: Group) -> list[Segment]:
    puts = [one.put for one in group.questions]
    answers = group.answer.paragraphs if group.answer else []
    return outlined(text, spans[group.first : group.end], puts, answers, group.headings)


def _questions(text: str, group: Group) -> list[Question]:
    answer = group.answer or Answer()
    answered = answer.span
    topic = group.headings[-1].of(text) if group.headings else group.topic
    body = group.department or (body_of_post(answer.role) if answer.role else None)
    uins = [one.uin for one in group.questions if one.uin]
    found: list[Question] = []
    for one in group.questions:
        who = asker(one.asker or "")
        addressee = addressee_of(one.put.of(text)) or (found[-1].addressee if found and one.goes_on else None)
        found.append(
            Question(
                start=one.start,
                end=answered.end if answered else one.put.end,
                rule=RULE,
                question=one.put,
                answer=answered,
                house=None if is_assemblys(one.uin) else (house_of(addressee or "") or who.house or group.house),
                uin=one.uin,
                heading=topic,
                date_answered=group.day if answered else None,
                date_holding_answer=answer.holding,
                asking_member_name=who.name or None,
                asking_party=one.party or who.party,
                asking_constituency=who.seat,
                addressee=addressee,
                answering_body_name=body,
                answering_member_name=answer.name,
                answering_role=answer.role,
                is_named_day=one.is_named_day or None,
                answer_status=status_of(answered.of(text)) if answered else "unanswered",
                grouped_uins=tuple(uin for uin in uins if answered and uin != one.uin),
                parts=question_parts(text, one.put),
            )
        )
    return found
