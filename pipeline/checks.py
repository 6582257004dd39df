"""Checks: what a document states about its own recommendations and verdicts, held against what was found in it.

Pure arithmetic over claims and resolved recommendations. A document that states nothing gives no check.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from extractors.layouts.recommendation_labels import group_of
from extractors.mentions import Claim

_QUALIFIED = ("accepted_in_part", "accepted_in_principle")


class Answered(Protocol):
    """A recommendation with the verdict on it, as its row in `recommendations` has them."""

    @property
    def id(self) -> str: ...
    @property
    def number(self) -> str | None: ...
    @property
    def verdict(self) -> str | None: ...
    @property
    def group_heading(self) -> str | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A stated figure beside the one counted: `agree`, `conflict`, or `cannot_check` where nothing can be counted.

    `stated_value` is None where the text says "all"; `start` to `end` is the figure's own phrase.
    """

    check_type: str
    stated_value: float | None
    computed_value: float | None
    status: str
    start: int
    end: int
    evidence_ids: tuple[str, ...]
    rule: str


def checks(doc_id: str, text: str, claims: Sequence[Claim], recommendations: Sequence[Answered]) -> list[Check]:
    """One check a claim, in the order of the claims."""
    return [_check(doc_id, text, claim, claims, recommendations) for claim in claims]


def _check(doc_id: str, text: str, claim: Claim, claims: Sequence[Claim], recommendations: Sequence[Answered]) -> Check:
    if claim.check_type == "sum":
        return _sum(doc_id, claim, claims)
    if claim.check_type == "group_members":
        return _members(claim, claim.sentence.of(text), recommendations)
    if claim.check_type == "verdict_count":
        return _verdicts(claim, claims, recommendations)
    if not recommendations:  # a response that speaks of them and lists none
        return _made(claim, None, (), "cannot_check")
    return _made(claim, len(recommendations), _ids(recommendations))


def _made(claim: Claim, computed: float | None, evidence: tuple[str, ...], status: str | None = None) -> Check:
    return Check(
        check_type=claim.check_type,
        stated_value=claim.value,
        computed_value=None if computed is None else float(computed),
        status=status or ("agree" if computed == claim.value else "conflict"),
        start=claim.start,
        end=claim.end,
        evidence_ids=evidence,
        rule=claim.rule,
    )


def _ids(recommendations: Sequence[Answered]) -> tuple[str, ...]:
    return tuple(f"recommendations:{one.id}" for one in recommendations)


def _verdicts(claim: Claim, claims: Sequence[Claim], recommendations: Sequence[Answered]) -> Check:
    """The recommendations with the verdict that is counted.

    A document that has no figure of its own for "in part" and "in principle" may mean them when it says "accepted":
    where only this makes the figures meet, nothing is decided.
    """
    if all(one.verdict is None for one in recommendations):
        return _made(claim, None, (), "cannot_check")
    counted = {claim.verdict}
    if claim.value is None:  # "accepts all of the recommendations, two of them in principle"
        counted |= {one.verdict for one in claims if one.sentence == claim.sentence and one.verdict in _QUALIFIED}
    found = [one for one in recommendations if one.verdict in counted]
    stated = len(recommendations) if claim.value is None else claim.value
    widely = [one for one in recommendations if one.verdict in ("accepted", *_QUALIFIED)]
    is_vague = claim.verdict == "accepted" and not any(one.verdict in _QUALIFIED for one in claims)
    is_undecided = is_vague and len(found) != stated and len(widely) == stated
    status = "cannot_check" if is_undecided else "agree" if len(found) == stated else "conflict"
    return _made(claim, len(found), _ids(found), status)


def _members(claim: Claim, heading: str, recommendations: Sequence[Answered]) -> Check:
    """The labels found below the heading of a group; one that the heading does not name is a conflict too."""
    below = [one for one in recommendations if one.group_heading == heading]
    is_same = sorted(one.number or "" for one in below) == sorted(group_of(heading))
    return _made(claim, len(below), _ids(below), "agree" if is_same else "conflict")


def _sum(doc_id: str, claim: Claim, claims: Sequence[Claim]) -> Check:
    """The verdicts counted in the passage of a stated total."""
    reach = claim.sentence
    parts = [c for c in claims if c.check_type == "verdict_count" and reach.start <= c.start and c.end <= reach.end]
    evidence = tuple(f"checks:{doc_id}@{one.start}:{one.end}/verdict_count" for one in parts)
    return _made(claim, sum(one.value or 0 for one in parts), evidence)
