"""The pages on layouts: every grammar has a section with an example that it reads; the guide to a new one works."""

from __future__ import annotations

import re
from types import ModuleType

import pytest
from documents import ROOT
from structure import assert_structure

from extractors.layouts import LAYOUTS, choose, is_close

DOCS = ROOT / "docs"
_SECTION = re.compile(r"^## `(?P<name>\w+)`\n(?P<body>.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)
_EXAMPLE = re.compile(r"^```text\n(.*?)^```", re.DOTALL | re.MULTILINE)
_MODULE = re.compile(r'^```python\n(""".*?)^```', re.DOTALL | re.MULTILINE)
_SECTIONS = list(_SECTION.finditer((DOCS / "layouts.md").read_text(encoding="utf-8")))
EXAMPLES = {section["name"]: _EXAMPLE.findall(section["body"]) for section in _SECTIONS}


def test_every_grammar_has_its_section() -> None:
    assert sorted(section["name"] for section in _SECTIONS) == sorted(LAYOUTS)
    assert all(EXAMPLES.values())


@pytest.mark.parametrize(("name", "example"), [(name, one) for name, its in EXAMPLES.items() for one in its])
def test_the_example_is_read_by_its_grammar(name: str, example: str) -> None:
    layout, reading = choose(example)
    assert layout == name
    assert_structure(example, reading)
    assert name == "plain" or not is_close(reading.evidence), reading.evidence


@pytest.mark.parametrize("grammar", LAYOUTS)
@pytest.mark.parametrize("example", [one for its in EXAMPLES.values() for one in its])
def test_every_grammar_reads_the_examples_of_all_without_a_hole(grammar: str, example: str) -> None:
    assert_structure(example, LAYOUTS[grammar].read(example))


def test_the_grammar_of_the_guide_passes_the_tests_of_the_guide(monkeypatch: pytest.MonkeyPatch) -> None:
    code = _MODULE.findall((DOCS / "adding-a-layout.md").read_text(encoding="utf-8"))
    grammar, tests = (ModuleType(name) for name in ("foi_log", "test_layouts_foi_log"))
    for module, source in zip((grammar, tests), code, strict=True):
        exec(source, vars(module))
    monkeypatch.setitem(LAYOUTS, "foi_log", grammar)
    tested = [test for name, test in vars(tests).items() if name.startswith("test_")]
    assert len(tested) == 2
    for test in tested:
        test()
