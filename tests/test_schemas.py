"""The tables are those of the data contract: names, order, types, keys, vocabularies."""

import json
import re

import pytest

from pipeline.schemas import TABLES, Column, Table, arrow_schema

# As in the contract. A column that is removed, renamed, retyped or moved is a new major SCHEMA_VERSION.
CONTRACT = {
    "documents": "doc_id, source_path, source_url, record_key, media_type, document_type, layout, title, "
    "publisher_name, publisher_body_id, report_title, recommender_name, recommender_body_id, published_on, "
    "published_precision, updated_on, jurisdiction, licence, metadata_source, document_text, text_sha256, n_chars, "
    "n_segments, flags list",
    "segments": "segment_id, doc_id, kind, ordinal, parent_id, level, label, heading_path list, char_start, char_end, "
    "page_start, page_end",
    "qa_pairs": "qa_id, doc_id, ordinal, house, uin, parliament_question_id, source_url, heading, date_tabled, "
    "date_for_answer, date_answered, date_holding_answer, date_answer_corrected, is_named_day, is_withdrawn, "
    "asking_member_name, asking_member_id, asking_party, asking_constituency, addressee, answering_body_name, "
    "answering_body_id, body_id, answering_member_name, answering_member_id, answering_role, question_text, "
    "question_char_start, question_char_end, n_question_parts, answer_text, answer_char_start, answer_char_end, "
    "answer_status, grouped_uins list, is_question_clipped, is_answer_clipped, char_start, char_end, rule, source",
    "question_parts": "question_part_id, qa_id, doc_id, label, text, char_start, char_end",
    "answer_clusters": "answer_cluster_id, kind, canonical_qa_id, n_members, n_statements, n_distinct_texts, "
    "n_clipped, min_similarity, first_answered_on, last_answered_on, answering_body_names list, has_material_change",
    "answer_cluster_members": "answer_cluster_id, qa_id, similarity, is_canonical, is_exact, changed_values list",
    "recommendations": "recommendation_id, doc_id, ordinal, series, number, group_heading, group_id, text, char_start, "
    "char_end, n_parts, response_text, response_char_start, response_char_end, response_headings list, "
    "is_response_shared, response_status, verdict, verdict_basis, verdict_text, verdict_char_start, verdict_char_end, "
    "position_inferred, position_text, position_char_start, position_char_end, target_text, target_start, target_end, "
    "delivery_status, said_on, rule, source",
    "recommendation_parts": "recommendation_part_id, recommendation_id, doc_id, label, text, char_start, char_end",
    "recommendation_addressees": "recommendation_addressee_id, recommendation_id, doc_id, role, text, char_start, "
    "char_end, body_id",
    "verdicts": "verdict_id, recommendation_id, doc_id, part_label, responder_name, responder_body_id, verdict, basis, "
    "text, char_start, char_end, sentence_char_start, sentence_char_end, sentence_text, said_on, rule, source",
    "money": "mention_id, doc_id, segment_id, qa_id, recommendation_id, said_on, char_start, char_end, text, currency, "
    "amount, amount_max, modifier, modifier_text, period_kind, period_text, period_start, period_end, period_months, "
    "financial_year, unit_kind, unit_text, amount_per_year, amount_total, price_basis, role, programme_text, "
    "payer_text, payer_body_id, payee_text, repeat_of, sentence_char_start, sentence_char_end, "
    "sentence_text, rule, source",
    "bodies": "mention_id, doc_id, segment_id, qa_id, recommendation_id, said_on, char_start, char_end, text, body_id, "
    "canonical_name, acronym, kind, match, rule, source",
    "organisations": "body_id, name, acronym, aliases list, kind, jurisdiction, parent_body_id, valid_from, valid_to, "
    "successor_body_ids list, govuk_slug, govuk_content_id, parliament_answering_body_id",
    "checks": "check_id, doc_id, check_type, stated_value, computed_value, status, text, char_start, char_end, "
    "evidence_ids list, rule",
    "dates": "mention_id, doc_id, segment_id, qa_id, recommendation_id, said_on, char_start, char_end, text, modifier, "
    "modifier_text, kind, value_start, value_end, financial_year, role, anchor_date, sentence_char_start, "
    "sentence_char_end, sentence_text, rule, source",
    "failures": "failure_id, source_path, record_key, stage, error_type, message, is_fatal",
}

DAY = re.compile(r"date_\w+|\w+_on|(?!page_)(?!\w*char_)\w+_(start|end)|anchor_date|valid_(from|to)")
FLOAT = re.compile(r"amount\w*|\w*similarity|stated_value|computed_value")
INT = re.compile(
    r"\w*char_(start|end)|n_\w+|ordinal|level|page_\w+|period_months|\w+_member_id|parliament_\w+_id|answering_body_id"
)
BOOL = re.compile(r"(is|has)_\w+")

each_table = pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)


def type_by_name(column: Column) -> str:
    """The type that the contract gives a name."""
    for pattern, kind in ((DAY, "day"), (FLOAT, "float64"), (INT, "int64"), (BOOL, "bool")):
        if pattern.fullmatch(column.name):
            return kind
    return "large_string" if column.name == "document_text" else "string"


def test_the_tables_are_those_of_the_contract() -> None:
    ours = {
        name: ", ".join(
            f"{column.name} list" if column.type == "list<string>" else column.name for column in table.columns
        )
        for name, table in TABLES.items()
    }
    assert ours == CONTRACT


@each_table
def test_a_column_has_the_type_its_name_says(table: Table) -> None:
    columns = [column for column in table.columns if column.type != "list<string>"]
    assert {column.name: column.type for column in columns} == {column.name: type_by_name(column) for column in columns}


@each_table
def test_a_column_is_described_in_a_sentence_and_a_vocabulary_has_no_value_twice(table: Table) -> None:
    for column in table.columns:
        assert column.description.endswith("."), column.name
        assert len(set(column.values)) == len(column.values), column.name
        if column.name.endswith(("char_start", "char_end")):
            assert "code points" in column.description


@each_table
def test_keys_are_columns_and_foreign_keys_lead_to_single_keys(table: Table) -> None:
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert set(table.key) <= set(names)
    for foreign_key in table.foreign_keys:
        assert foreign_key.column in names
        assert len(TABLES[foreign_key.table].key) == 1


@each_table
def test_an_arrow_field_carries_its_description_and_vocabulary(table: Table) -> None:
    schema = arrow_schema(table)
    for column, field in zip(table.columns, schema, strict=True):
        description = field.metadata[b"description"].decode()
        assert description.startswith(column.description)
        assert all(value in description for value in column.values)


@each_table
def test_keys_and_lists_are_never_null(table: Table) -> None:
    never_null = {field.name for field in arrow_schema(table) if not field.nullable}
    assert never_null == {*table.key, *(column.name for column in table.columns if column.type == "list<string>")}


def test_pandas_is_told_of_nullable_types_and_of_no_version() -> None:
    metadata = json.loads(arrow_schema(TABLES["failures"]).metadata[b"pandas"])
    assert metadata["columns"][-1]["numpy_type"] == "boolean"
    assert set(metadata) == {"index_columns", "column_indexes", "columns"}
