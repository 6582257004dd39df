"""Answers that are given again: near-identical ones over the whole corpus."""

from __future__ import annotations

from pipeline import vocabularies
from pipeline.schemas.model import Column, ForeignKey, Table

ANSWER_CLUSTERS = Table(
    name="answer_clusters",
    description="Near-identical answers over the whole corpus; an answer like no other is a cluster of its own. "
    "Only `repeated` ones were given more than once.",
    key=("answer_cluster_id",),
    columns=(
        Column("answer_cluster_id", "string", "The `qa_id` of its canonical answer."),
        Column(
            "kind",
            "string",
            "`single`: of one question; `grouped`: of questions that Parliament answered together, which is one "
            "statement; `repeated`: at least two separate statements.",
            vocabularies.CLUSTER_KIND,
        ),
        Column("canonical_qa_id", "string", "The earliest answer; without a day, the first in order of documents."),
        Column("n_members", "int64", "Number of its answers."),
        Column("n_statements", "int64", "Number of its statements: questions answered together count once."),
        Column("n_distinct_texts", "int64", "Number of its texts that differ in more than case and white space."),
        Column("n_clipped", "int64", "Number of its answers that the source cuts: all or none."),
        Column("min_similarity", "float64", "Least similarity of an answer to the canonical one, from 0 to 100."),
        Column("first_answered_on", "day", "Day of its earliest answer."),
        Column("last_answered_on", "day", "Day of its latest answer."),
        Column(
            "answering_body_names", "list<string>", "Departments that gave it, as printed, in order of the letters."
        ),
        Column("has_material_change", "bool", "Whether an amount, a date or a number differs between its answers."),
    ),
    foreign_keys=(ForeignKey("answer_cluster_id", "qa_pairs"), ForeignKey("canonical_qa_id", "qa_pairs")),
)

ANSWER_CLUSTER_MEMBERS = Table(
    name="answer_cluster_members",
    description="The answers of each cluster. Unanswered questions and holding answers are in none.",
    key=("answer_cluster_id", "qa_id"),
    columns=(
        Column("answer_cluster_id", "string", "The cluster."),
        Column("qa_id", "string", "The question with the answer."),
        Column(
            "similarity",
            "float64",
            "Similarity to the canonical answer, from 0 to 100: `rapidfuzz.fuzz.ratio`, case and white space aside.",
        ),
        Column("is_canonical", "bool", "Whether it is the canonical answer."),
        Column(
            "is_exact",
            "bool",
            "Whether it is the canonical answer word for word, case and white space aside; null for one that is cut.",
        ),
        Column(
            "changed_values",
            "list<string>",
            "What differs from the canonical answer: `money:19000000→21000000`, `date:2025-03-31→2025-06-30`, "
            "`number:27→28`; one side is empty for what only the other states.",
        ),
    ),
    foreign_keys=(ForeignKey("answer_cluster_id", "answer_clusters"), ForeignKey("qa_id", "qa_pairs")),
)
