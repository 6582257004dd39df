"""Which columns are scored, a table each. A new table is a new `Spec` here and a gold file of its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from extractors import register
from pipeline.evaluation.gold import Field, Read, Row, Spec


def name(text: str) -> str:
    """Case folded, trimmed, ’ = '."""
    return text.casefold().strip().replace("’", "'")


def number(value: float | str) -> float:
    """Gold amounts are digits in a string; nine of them are enough for a quotient."""
    return float(f"{float(value):.9g}")


def day(value: object) -> str:
    """The ISO date of a string, a date or a timestamp."""
    return str(value)[:10]


def parts(rows: Iterable[Row]) -> frozenset[tuple[str, int, int]]:
    """The parts of a question or recommendation, each as its label and its place."""
    return frozenset((row["label"], row["start"], row["end"]) for row in rows)


def years(row: Row) -> float | None:
    """The length of a period in years, as the gold states it."""
    months: float | None = row["period_months"]
    return None if months is None else months / 12


def first_mention(row: Row) -> int | None:
    """`press/a.txt@15:22` → 15."""
    mention: str | None = row["repeat_of"]
    return None if mention is None else int(mention.rpartition("@")[2].partition(":")[0])


def with_parts(rows: list[dict[str, Any]], read: Read) -> None:
    """Gives each row of `qa_pairs` its rows of `question_parts`, in their order."""
    of_question: dict[str, list[Row]] = {row["qa_id"]: [] for row in rows}
    for part in read("question_parts"):
        if part["qa_id"] in of_question:
            row = {"label": part["label"], "start": part["char_start"], "end": part["char_end"]}
            of_question[part["qa_id"]].append(row)
    for row in rows:
        row["question_parts"] = of_question[row["qa_id"]]


def names(texts: Iterable[str]) -> frozenset[str]:
    """Several names in the form in which they are compared."""
    return frozenset(name(text) for text in texts)


def body(text: str) -> str:
    """A body by any of its names: the key in the register, else the name itself."""
    return register.resolve(text, None) or name(text)


def with_addressees_and_parts(rows: list[dict[str, Any]], read: Read) -> None:
    """Adds who is asked to act, and the parts; partners and those merely concerned are not scored."""
    of = {row["recommendation_id"]: row for row in rows}
    for row in rows:
        row |= {"addressees": [], "parts": []}
    for one in read("recommendation_addressees"):
        if one["role"] in ("lead", "co_actor"):
            of[one["recommendation_id"]]["addressees"].append(one["text"])
    for part in read("recommendation_parts"):
        row = {"label": part["label"], "start": part["char_start"], "end": part["char_end"]}
        of[part["recommendation_id"]]["parts"].append(row)


def clusters(read: Read) -> list[dict[str, Any]]:
    """The clusters of each document with two answers of it or more, at the place of the first; their rule is the kind.

    The gold knows one document at a time and leaves single answers out.
    """
    questions = {row["qa_id"]: row for row in read("qa_pairs")}
    kinds = {row["answer_cluster_id"]: row["kind"] for row in read("answer_clusters")}
    members: dict[tuple[str, str], list[Row]] = {}
    for member in read("answer_cluster_members"):
        if question := questions.get(member["qa_id"]):
            members.setdefault((member["answer_cluster_id"], question["doc_id"]), []).append(question)
    rows = []
    for (cluster, doc_id), its in members.items():
        if len(its) > 1:
            spans = [
                {"index": row["ordinal"], "start": row["answer_char_start"], "end": row["answer_char_end"]}
                for row in sorted(its, key=lambda row: int(row["ordinal"]))
            ]
            rows.append(at_first({"doc_id": doc_id, "rule": kinds[cluster], "answer_spans": spans}))
    return rows


def at_first(row: Row) -> dict[str, Any]:
    """The row with the span of its first answer."""
    first = row["answer_spans"][0]
    return {**row, "start": first["start"], "end": first["end"]}


def spans(rows: Iterable[Row]) -> frozenset[tuple[str, int, int]]:
    """Where each answer of a cluster stands."""
    return frozenset((str(row["index"]), row["start"], row["end"]) for row in rows)


def same(names: str) -> tuple[Field, ...]:
    """The fields of some names that a table and the gold hold alike."""
    return tuple(Field(each) for each in names.split())


def formed(names: str, form: Callable[[Any], object]) -> tuple[Field, ...]:
    """The fields of some names that are compared in another form than they are held in."""
    return tuple(Field(each, form=form) for each in names.split())


MONEY = Spec(
    "money",
    value=(*same("currency"), *formed("amount", number)),
    fields=(
        *formed("amount_max", number),
        *same("modifier"),
        *formed("modifier_text", name),
        *same("period_kind"),
        *formed("period_text", name),
        *formed("period_start period_end", day),
        Field("period_years", years, number),
        *same("period_months financial_year unit_kind"),
        *formed("unit_text price_basis", name),
        *formed("amount_per_year amount_total", number),
        *same("role"),
        *formed("programme_text payer_text", name),
        Field("repeat_of_start", first_mention),
    ),
    joint={"period_alt": ("period_start", "period_end")},
)

DATES = Spec(
    "dates",
    value=formed("value_start value_end", day),
    fields=(*same("kind role modifier"), *formed("modifier_text", name), *same("financial_year")),
    joint={"value_alt": ("value_start", "value_end")},
)

BODIES = Spec("bodies", value=formed("canonical_name", body), fields=(*same("kind"), *formed("acronym", name)))

QA_PAIRS = Spec(
    "qa_pairs",
    value=(
        *same("asking_member_name asking_party asking_constituency answering_body_name addressee"),
        Field("question_start", "question_char_start"),
        Field("question_end", "question_char_end"),
        *same("question_text"),
        Field("question_parts", form=parts),
        *same("answering_member_name answering_role"),
        Field("answer_start", "answer_char_start"),
        Field("answer_end", "answer_char_end"),
        *same("answer_text"),
    ),
    fields=(
        *same("ordinal house uin parliament_question_id source_url heading"),
        *formed("date_tabled date_for_answer date_answered date_holding_answer date_answer_corrected", day),
        *same("is_named_day is_withdrawn asking_member_id answering_body_id answering_member_id answer_status"),
        *same("grouped_uins is_question_clipped is_answer_clipped"),
    ),
    joined=with_parts,
)

RECOMMENDATIONS = Spec(
    "recommendations",
    value=(
        *same("number"),
        Field("start", "char_start"),
        Field("end", "char_end"),
        Field("response_start", "response_char_start"),
        Field("response_end", "response_char_end"),
        *same("verdict"),
    ),
    fields=(
        Field("verdict_start", "verdict_char_start"),
        *same("series group_heading response_status position_inferred delivery_status target_text"),
        *formed("target_start target_end", day),
        Field("basis", "verdict_basis"),
        Field("addressees", form=names),
        Field("parts", form=parts),
    ),
    joined=with_addressees_and_parts,
)

ANSWER_CLUSTERS = Spec("answer_clusters", value=formed("answer_spans", spans), found=clusters, placed=at_first)

SPECS: tuple[Spec, ...] = (QA_PAIRS, ANSWER_CLUSTERS, RECOMMENDATIONS, MONEY, DATES, BODIES)
