"""Every rule proves itself: it finds its examples, with any kind of space, and leaves its counter-examples alone."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from extractors import pattern_rows, rules
from extractors.matching import Match, Scan, group
from extractors.overlaps import longest_leftmost
from extractors.pattern_rows import RuleError
from extractors.rules import Rule
from extractors.token_classes import TOKEN_CLASSES, token_classes

GROUPS = sorted(
    file.name.removesuffix(".jsonl")
    for file in (files("extractors") / "patterns").iterdir()
    if file.name != f"{TOKEN_CLASSES}.jsonl"
)
EXAMPLES = [(name, rule, text) for name in GROUPS for rule in rules.load(name) for text in rule.examples]
COUNTER_EXAMPLES = [
    (name, rule, text) for name in GROUPS for rule in rules.load(name) for text in rule.counter_examples
]


def _matches(name: str, text: str) -> list[Match]:
    return Scan(text, [(0, len(text))]).find(group(name))


@pytest.mark.parametrize("space", [" ", "\u00a0", "\n", "\r\n"], ids=["space", "no-break", "line-end", "crlf"])
@pytest.mark.parametrize(
    ("name", "rule", "text"), EXAMPLES, ids=[f"{r.id}-{n}" for n, (_, r, _) in enumerate(EXAMPLES)]
)
def test_rule_finds_its_example(name: str, rule: Rule, text: str, space: str) -> None:
    text = text.replace(" ", space)
    plain = text.replace("[", "").replace("]", "")
    expected = (text.index("["), text.index("]") - 1)
    assert expected in [(m.start, m.end) for m in _matches(name, plain) if m.rule.id == rule.id]


@pytest.mark.parametrize(("name", "rule", "text"), COUNTER_EXAMPLES, ids=[r.id for _, r, _ in COUNTER_EXAMPLES])
def test_rule_leaves_its_counter_example_alone(name: str, rule: Rule, text: str) -> None:
    assert rule.id not in [m.rule.id for m in longest_leftmost(_matches(name, text))]


@pytest.mark.parametrize("name", GROUPS)
def test_every_rule_has_an_example_and_a_name_of_its_own(name: str) -> None:
    loaded = rules.load(name)
    assert all(rule.examples for rule in loaded)
    assert len({rule.id for rule in loaded}) == len(loaded)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"id": "x", "value": "", "patterns": ["<name>"], "examples": []}, "no cue"),
        ({"id": "x", "value": "", "patterns": ["<no_such_class> pounds"], "examples": []}, "no class <no_such_class>"),
        ({"id": "x", "value": "", "patterns": ["pounds"], "examples": [], "colour": "red"}, "unknown key colour"),
        ({"id": "x", "patterns": ["pounds"], "examples": []}, "value"),
    ],
)
def test_a_bad_row_is_named(row: dict[str, object], reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "rows", lambda _: iter([row]))
    token_classes()
    with pytest.raises(RuleError, match=rf"patterns/money_units.jsonl, rule x: .*{reason}"):
        rules.load("money_units")


def test_a_line_that_is_not_json_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "patterns").mkdir()
    (tmp_path / "patterns" / "money_units.jsonl").write_text('\n{"id": "x" "value": ""}\n', encoding="utf-8")
    monkeypatch.setattr(pattern_rows, "files", lambda _: tmp_path)
    with pytest.raises(RuleError, match=r"patterns/money_units.jsonl, line 2: not JSON"):
        rules.load("money_units")
