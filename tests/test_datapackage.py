"""`datapackage.json` and the data dictionary say what the schema says."""

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.datapackage import datapackage
from pipeline.dictionary import data_dictionary
from pipeline.schemas import TABLES

PARTS = ["part-00000.parquet", "part-00001.parquet"]


@pytest.fixture
def package() -> Any:
    return json.loads(json.dumps(datapackage(PARTS, [])))


def resource(package: dict[str, Any], name: str) -> dict[str, Any]:
    return next(resource for resource in package["resources"] if resource["name"] == name)


def field(package: dict[str, Any], table: str, name: str) -> dict[str, Any]:
    return next(field for field in resource(package, table)["schema"]["fields"] if field["name"] == name)


def test_a_resource_a_table_with_its_parts_and_columns(package: dict[str, Any]) -> None:
    assert [resource["name"] for resource in package["resources"]] == list(TABLES)
    assert resource(package, "money")["path"] == ["money/part-00000.parquet", "money/part-00001.parquet"]
    for name, table in TABLES.items():
        names = [field["name"] for field in resource(package, name)["schema"]["fields"]]
        assert names == [column.name for column in table.columns]


def test_a_field_has_its_type_vocabulary_and_description(package: dict[str, Any]) -> None:
    assert field(package, "qa_pairs", "house") == {
        "name": "house",
        "type": "string",
        "description": "House of Parliament it was asked in. One of: Commons, Lords.",
        "constraints": {"enum": ["Commons", "Lords"]},
    }
    assert field(package, "money", "amount")["type"] == "number"
    assert field(package, "money", "said_on")["type"] == "datetime"
    assert field(package, "documents", "doc_id")["constraints"] == {"required": True}


def test_the_vocabulary_of_a_list_is_that_of_its_items(package: dict[str, Any]) -> None:
    flags = field(package, "documents", "flags")
    assert flags["type"] == "array"
    assert flags["constraints"] == {"required": True}
    assert "text_clipped" in flags["arrayItem"]["constraints"]["enum"]
    assert field(package, "segments", "heading_path")["arrayItem"] == {"type": "string"}


def test_keys(package: dict[str, Any]) -> None:
    schema = resource(package, "segments")["schema"]
    assert schema["primaryKey"] == ["segment_id"]
    assert schema["foreignKeys"] == [
        {"fields": ["doc_id"], "reference": {"resource": "documents", "fields": ["doc_id"]}},
        {"fields": ["parent_id"], "reference": {"fields": ["segment_id"]}},
    ]


def test_sources_are_each_named_once_in_one_order() -> None:
    one = {"title": "A", "licence": "OGL-UK-3.0", "attribution": "Contains public sector information"}
    two = {"title": "B", "licence": "OPL-3.0", "attribution": "Contains Parliamentary information"}
    sources = datapackage(PARTS, [two, one, two])["sources"]
    assert sources == datapackage(PARTS, [one, two])["sources"] == [two, one]


def test_the_committed_data_dictionary_is_the_generated_one() -> None:
    committed = Path(__file__).parent.parent / "docs" / "data-dictionary.md"
    assert committed.read_text(encoding="utf-8") == data_dictionary()


def test_the_dictionary_has_every_column_with_its_vocabulary() -> None:
    text = data_dictionary()
    assert "| `house` | `string` | House of Parliament it was asked in.<br>`Commons` · `Lords` |" in text
    assert text.count("\n| `") == sum(len(table.columns) for table in TABLES.values())
