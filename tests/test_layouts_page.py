"""`docs/layouts.md` has a section for every grammar, with an example that this grammar reads."""

from __future__ import annotations

import re

import pytest
from documents import ROOT
from structure import assert_structure

from extractors.layouts import LAYOUTS, choose

_SECTION = re.compile(r"^## `(?P<name>\w+)`\n(?P<body>.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)
_EXAMPLE = re.compile(r"^```text\n(.*?)^```", re.DOTALL | re.MULTILINE)
PAGE = (ROOT / "docs" / "layouts.md").read_text(encoding="utf-8")
EXAMPLES = {section["name"]: _EXAMPLE.findall(section["body"]) for section in _SECTION.finditer(PAGE)}


def test_every_grammar_has_its_section() -> None:
    assert set(EXAMPLES) == set(LAYOUTS)
    assert all(EXAMPLES.values())


@pytest.mark.parametrize(("name", "example"), [(name, one) for name, its in EXAMPLES.items() for one in its])
def test_the_example_is_read_by_its_grammar(name: str, example: str) -> None:
    layout, reading = choose(example)
    assert layout == name
    assert_structure(example, reading)
