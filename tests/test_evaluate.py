"""Scores on small invented examples: what counts, what does not, and what a developer is shown."""

import datetime as dt
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest

from pipeline.errors import UsageError
from pipeline.evaluation.evaluate import Report, evaluate
from pipeline.evaluation.gold import read_gold
from pipeline.evaluation.misses import around
from pipeline.evaluation.pairing import paired
from pipeline.evaluation.score_text import misses_text
from pipeline.evaluation.scores import Count
from pipeline.schemas import TABLES, arrow_schema

Row = dict[str, Any]
Score = Callable[..., Report]

DOC = "press/a.txt"
TEXT = "Ofwat gave up to £5 million in 2025-26 to the Reed Fund.\nA further £20 million, or £30 million, is sought."


def gold(words: str, **values: object) -> Row:
    """A gold row of the sum that stands in `words`, with a field only where it is given."""
    start = TEXT.index(words)
    return {"doc_id": DOC, "start": start, "end": start + len(words), "text": words, "currency": "GBP", **values}


def found(words: str, **values: object) -> Row:
    start = TEXT.index(words)
    span = {"doc_id": DOC, "char_start": start, "char_end": start + len(words), "text": words, "currency": "GBP"}
    return {**span, "mention_id": f"{DOC}@{start}:{start + len(words)}", "rule": "money.symbol", **values}


def write_gold(folder: Path, **files: Sequence[Row]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in files.items():
        lines = (json.dumps(row, ensure_ascii=False) for row in rows)
        (folder / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def write_out(out: Path, **tables: Sequence[Row]) -> Path:
    for name, rows in tables.items():
        schema = arrow_schema(TABLES[name])
        empty: Row = {field.name: [] if pa.types.is_list(field.type) else None for field in schema}
        columns = pa.Table.from_pylist([{**empty, **row} for row in rows], schema=schema)
        (out / name).mkdir(parents=True)
        pq.write_table(columns, out / name / "part-00000.parquet")
    return out


@pytest.fixture
def score(tmp_path: Path) -> Score:
    """Scores predicted against gold sums of the one document."""

    def run(predicted: Sequence[Row], expected: Sequence[Row], ignore: Sequence[Row] = ()) -> Report:
        document = {"doc_id": DOC, "document_text": TEXT}
        out = write_out(tmp_path / "out", documents=[document], money=predicted)
        return evaluate(out, write_gold(tmp_path / "gold", money=expected, ignore=ignore))

    return run


def right(report: Report, field: str) -> bool:
    """Of the only match: is the field right?"""
    (pair,) = report.tables[0].pairs
    return pair.right[field]


@pytest.mark.parametrize(
    ("predicted", "expected", "pairs"),
    [
        ([(0, 5)], [(5, 9)], []),  # they only touch
        ([(0, 9)], [(0, 5), (6, 9)], [(0, 0)]),  # the longest overlap
        ([(4, 9), (0, 9)], [(0, 9)], [(1, 0)]),  # one gold row is matched once
        ([(0, 11)], [(0, 30), (0, 11)], [(0, 1)]),  # equal overlaps: nearest in length, the nested row
        ([(0, 11), (0, 30)], [(0, 30), (0, 11)], [(0, 1), (1, 0)]),
        ([(0, 11)], [(0, 30)], [(0, 0)]),
        ([], [(0, 1)], []),
    ],
)
def test_spans_are_paired_one_to_one(predicted: list[Any], expected: list[Any], pairs: list[Any]) -> None:
    assert paired(predicted, expected) == pairs


def test_overlap_value_and_exact_span_are_counted_apart(score: Score) -> None:
    report = score(
        [
            found("£5 million", amount=5e6),
            found("£20", amount=2e7),  # the right sum on part of the span
            found("£30 million", amount=3e7, currency="EUR"),
            found("2025", amount=2025.0),
        ],
        [
            gold("£5 million", amount="5000000"),
            gold("£20 million", amount="20000000"),
            gold("£30 million", amount="30000000"),
        ],
    )
    assert report.tables[0].criteria == {
        "overlap": Count(right=3, predicted=4, gold=3),
        "overlap + value": Count(right=2, predicted=4, gold=3),
        "exact span": Count(right=2, predicted=4, gold=3),
        "exact span + value": Count(right=1, predicted=4, gold=3),
    }


def test_precision_recall_and_f1() -> None:
    count = Count(right=2, predicted=4, gold=3)
    assert (count.precision, count.recall, count.f1) == (2 / 4, 2 / 3, 4 / 7)
    nothing = Count(right=0, predicted=0, gold=0)
    assert (nothing.precision, nothing.recall, nothing.f1) == (None, None, None)


@pytest.mark.parametrize("predicted", [[], [found("£5 million", amount=1.0)]])
def test_an_optional_row_is_neither_missed_nor_wrong(score: Score, predicted: list[Row]) -> None:
    report = score(predicted, [gold("£5 million", amount="5000000", optional=True)])
    assert report.tables[0].criteria["overlap"] == Count(0, 0, 0)
    assert report.tables[0].n_optional == 1
    assert report.misses() == []


def test_an_optional_row_around_another_does_not_take_its_prediction(score: Score) -> None:
    rows = [gold("£20 million, or £30 million", amount="1", optional=True), gold("£20 million", amount="20000000")]
    assert score([found("£20 million", amount=2e7)], rows).tables[0].criteria["exact span + value"] == Count(1, 1, 1)


@pytest.mark.parametrize(("words", "n_ignored"), [("2025-26", 1), ("25-26", 1), ("in 2025-26", 0)])
def test_a_prediction_inside_an_ignored_span_is_left_out(score: Score, words: str, n_ignored: int) -> None:
    report = score([found(words, amount=1.0)], [], [gold("2025-26")])
    assert report.tables[0].n_ignored == n_ignored
    assert report.tables[0].criteria["overlap"] == Count(0, 1 - n_ignored, 0)


def test_an_ignored_span_does_not_hide_a_match(score: Score) -> None:
    sums = gold("£5 million", amount="5000000")
    assert score([found("£5 million", amount=5e6)], [sums], [sums]).tables[0].criteria["overlap"] == Count(1, 1, 1)


@pytest.mark.parametrize(
    ("field", "stated", "predicted", "is_right"),
    [
        ("role", {"role": "uplift"}, {"role": "uplift"}, True),
        ("role", {"role": "uplift"}, {"role": "other"}, False),
        ("role", {"role": "uplift", "role_alt": ["other"]}, {"role": "other"}, True),
        ("role", {"role": "uplift"}, {}, False),
        ("payer_text", {"payer_text": None}, {}, True),
        ("payer_text", {"payer_text": None}, {"payer_text": "Ofwat"}, False),  # a guess
        ("payer_text", {"payer_text": "Ofwat", "payer_text_alt": [None]}, {}, True),
        ("payer_text", {"payer_text": "the King’s Fund"}, {"payer_text": " The King's fund"}, True),
        ("amount_max", {"amount_max": "6000000"}, {"amount_max": 6e6}, True),
        ("amount_per_year", {"amount_per_year": 366666666.6666667}, {"amount_per_year": 1.1e9 / 3}, True),
        ("period_start", {"period_start": "2025-04-01"}, {"period_start": dt.datetime(2025, 4, 1)}, True),
        ("period_start", {"period_start": "2025-04-01"}, {"period_start": dt.datetime(2025, 1, 1)}, False),
        ("period_years", {"period_years": 3}, {"period_months": 36}, True),
        ("period_years", {"period_years": 3}, {"period_months": 18}, False),
        ("period_years", {"period_years": None}, {}, True),
        ("repeat_of_start", {"repeat_of_start": 12}, {"repeat_of": f"{DOC}@12:22"}, True),
        ("repeat_of_start", {"repeat_of_start": None}, {"repeat_of": f"{DOC}@12:22"}, False),
    ],
)
def test_fields(score: Score, field: str, stated: Row, predicted: Row, is_right: bool) -> None:
    report = score(
        [found("£5 million", amount=5e6, **predicted)],
        [gold("£5 million", amount="5000000", **stated)],
    )
    assert right(report, field) is is_right


def test_a_field_that_the_gold_leaves_out_is_not_scored(score: Score) -> None:
    report = score([found("£5 million", amount=5e6, role="other")], [gold("£5 million", amount="5000000")])
    assert list(report.tables[0].fields) == ["currency", "amount"]


@pytest.mark.parametrize(
    ("start", "end", "is_right"),
    [
        (None, None, (True, True)),
        (dt.datetime(2022, 4, 1), dt.datetime(2025, 3, 31), (True, True)),
        (dt.datetime(2022, 4, 1), None, (False, True)),  # half of one reading and half of the other
    ],
)
def test_the_ends_of_a_period_are_read_together(score: Score, start: object, end: object, is_right: object) -> None:
    stated = {"period_start": None, "period_end": None, "period_alt": [["2022-04-01", "2025-03-31"]]}
    report = score(
        [found("£5 million", amount=5e6, period_start=start, period_end=end)],
        [gold("£5 million", amount="5000000", **stated)],
    )
    assert (right(report, "period_start"), right(report, "period_end")) == is_right


def test_accuracy_where_the_gold_states_a_value_is_counted_apart(score: Score) -> None:
    report = score(
        [found("£5 million", amount=5e6), found("£20 million", amount=2e7)],
        [
            gold("£5 million", amount="5000000", payer_text="Ofwat"),
            gold("£20 million", amount="20000000", payer_text=None),
        ],
    )
    assert report.tables[0].fields["payer_text"] == (Count(1, 2, 2), Count(0, 1, 1))


def test_only_documents_with_gold_that_are_in_the_output_count(tmp_path: Path) -> None:
    elsewhere = found("£5 million", amount=5e6) | {"doc_id": "b.txt"}
    documents = [{"doc_id": DOC, "document_text": TEXT}, {"doc_id": "b.txt", "document_text": TEXT}]
    out = write_out(tmp_path / "out", documents=documents, money=[elsewhere])
    sums = gold("£5 million", amount="5000000")
    report = evaluate(out, write_gold(tmp_path / "gold", money=[sums, sums | {"doc_id": "c.txt"}]))
    assert report.missing_documents == ("c.txt",)
    assert report.tables[0].by_document == {DOC: Count(0, 0, 1)}
    assert "not in this output: c.txt" in str(report)


def test_a_document_of_one_gold_file_counts_for_all(tmp_path: Path) -> None:
    """A story without a sum has no row in the gold of sums; a sum found in it is wrong all the same."""
    story = {"doc_id": "b.txt", "document_text": TEXT}
    out = write_out(tmp_path / "out", documents=[story], money=[found("£5 million", amount=5e6) | {"doc_id": "b.txt"}])
    report = evaluate(out, write_gold(tmp_path / "gold", money=[], qa_pairs=[{"doc_id": "b.txt"}]))
    assert report.missing_tables == ("qa_pairs",)
    assert report.tables[0].criteria["overlap"] == Count(0, 1, 0)


def test_no_document_of_the_gold_is_in_the_output(tmp_path: Path) -> None:
    out = write_out(tmp_path / "out", documents=[], money=[])
    report = evaluate(out, write_gold(tmp_path / "gold", money=[gold("£5 million", amount="5000000")]))
    assert report.missing_documents == (DOC,)
    assert report.tables[0].criteria["overlap"] == Count(0, 0, 0)
    assert misses_text(report.misses()) == ""


def test_another_text_than_the_annotated_one_is_an_error(tmp_path: Path) -> None:
    out = write_out(tmp_path / "out", documents=[{"doc_id": DOC, "document_text": "x" + TEXT}], money=[])
    with pytest.raises(ValueError, match=r"press/a\.txt is not the text that was annotated"):
        evaluate(out, write_gold(tmp_path / "gold", money=[gold("£5 million")]))


def test_a_line_of_gold_that_is_no_json_is_named(tmp_path: Path) -> None:
    (tmp_path / "money.jsonl").write_text('{"doc_id": "a.txt"}\n{"doc_id"\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"money\.jsonl, line 2: not JSON"):
        read_gold(tmp_path)


def test_other_readings_of_a_period_are_pairs(score: Score) -> None:
    row = {"period_start": None, "period_end": None, "period_alt": ["2025-04-01", "2026-03-31"]}
    with pytest.raises(UsageError, match=r"press/a\.txt, .£5 million.: period_alt is no list of \[period_start"):
        score([found("£5 million")], [gold("£5 million", **row)])


def test_no_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no gold"):
        evaluate(tmp_path, tmp_path)


def test_misses_are_grouped_and_shown_in_their_context(score: Score) -> None:
    report = score(
        [
            found("£5 million", amount=5e6, modifier="exact", payer_text=None),
            found("£20", amount=2e7),
            found("2025", amount=2025.0, rule="money.bare"),
        ],
        [
            gold("£5 million", amount="5000000", modifier="up_to", payer_text="Ofwat"),
            gold("£20 million", amount="20000000"),
            gold("£30 million", amount="30000000"),
        ],
    )
    assert misses_text(report.misses()) == "\n".join(
        [
            "money: false positive (1)",
            "  press/a.txt",
            "    '2025'  [money.bare]",
            "      Ofwat gave up to £5 million in «2025»-26 to the Reed Fund.⏎A further £20 million, or £30",
            "      million,",
            "",
            "money: false negative (1)",
            "  press/a.txt",
            "    '£30 million'",
            "      lion in 2025-26 to the Reed Fund.⏎A further £20 million, or «£30 million», is sought.",
            "",
            "money: wrong field, span (1)",
            "  press/a.txt",
            "    predicted '£20'  [money.symbol]",
            "    gold      '£20 million'",
            "      ave up to £5 million in 2025-26 to the Reed Fund.⏎A further «£20» million, or £30 million, is",
            "      sought.",
            "",
            "money: wrong field, modifier (1)",
            "  press/a.txt",
            "    predicted 'exact'  [money.symbol]",
            "    gold      'up_to'",
            "      Ofwat gave up to «£5 million» in 2025-26 to the Reed Fund.⏎A further £20 million, or £30",
            "",
            "money: wrong field, payer_text (1)",
            "  press/a.txt",
            "    predicted null  [money.symbol]",
            "    gold      'Ofwat'",
            "      Ofwat gave up to «£5 million» in 2025-26 to the Reed Fund.⏎A further £20 million, or £30",
        ]
    )


def test_of_a_long_span_the_context_shows_both_ends() -> None:
    assert around("a" * 100 + "b" * 100, 0, 200) == f"«{'a' * 60} … {'b' * 60}»"


def test_the_report_breaks_down_by_document_and_rule_in_100_columns(score: Score) -> None:
    predicted = [found("£5 million", amount=5e6), found("2025", amount=1.0, rule="money." + "long_" * 20)]
    report = score(predicted, [gold("£5 million", amount="5000000", role="other")])
    assert report.tables[0].by_document == {DOC: Count(1, 2, 1)}
    assert report.tables[0].by_rule["money.symbol"] == Count(1, 1, 1)
    lines = str(report).splitlines()
    assert max(map(len, lines)) <= 100
    assert lines[0] == "1 document with gold in this output"
    assert lines[2].split() == ["overlap", "+", "value", "gold", "predicted", "F1", "weakest", "column"]
    assert lines[3].split() == ["money", "1", "2", "0.667", "role:", "0.000", "of", "1"]
    assert lines[5] == "money: 2 predicted, 1 gold; left out: 0 optional, 0 ignored"
    assert lines[8].split() == ["overlap", "+", "value", "1", "2", "1", "0.500", "1.000", "0.667"]


QUESTION = "Asked by: Jo Reed (Labour - Wells)\nTo ask, whether (a) he and (b) she will.\nNo."


def question(**values: object) -> Row:
    names = ("asking_member_name", "asking_party", "asking_constituency", "question_text", "answer_text")
    stated = dict(zip(names, ("Jo Reed", "Labour", "Wells", QUESTION[35:75], "No."), strict=True))
    return {**stated, "doc_id": DOC, "answering_role": "Whip (HM Household)", **values}


def qa_report(tmp_path: Path, parts: Sequence[tuple[str, int, int]], **predicted: object) -> Report:
    start_end = {"question_start": 35, "question_end": 75, "answer_start": 76, "answer_end": 79}
    labelled = [{"label": "a", "start": 55, "end": 57}, {"label": "b", "start": 66, "end": 74}]
    expected = question(
        start=0, end=79, **start_end, question_parts=labelled, answering_role_alt=["Whip"], date_answered=None
    )
    spans = {name.replace("_", "_char_"): at for name, at in start_end.items()}
    row = question(qa_id="q", char_start=0, char_end=79, rule="layout.plain", **spans) | predicted
    of_question = [
        {"question_part_id": label, "qa_id": "q", "doc_id": DOC, "label": label, "char_start": start, "char_end": end}
        for label, start, end in parts
    ]
    document = {"doc_id": DOC, "document_text": QUESTION}
    out = write_out(tmp_path / "out", documents=[document], qa_pairs=[row], question_parts=of_question)
    return evaluate(out, write_gold(tmp_path / "gold", qa_pairs=[expected]))


def test_a_question_is_right_if_every_field_and_part_is(tmp_path: Path) -> None:
    report = qa_report(tmp_path, [("b", 66, 74), ("a", 55, 57)], answering_role="Whip")
    assert report.tables[0].criteria["exact span + value"] == Count(1, 1, 1)
    assert report.misses() == []


@pytest.mark.parametrize(
    ("parts", "predicted", "field"),
    [
        ([("a", 55, 57)], {}, "question_parts"),
        ([("a", 55, 57), ("b", 66, 74)], {"answer_text": None}, "answer_text"),
        ([("a", 55, 57), ("b", 66, 74)], {"asking_party": "labour"}, "asking_party"),
        ([("a", 55, 57), ("b", 66, 74)], {"question_char_start": 36}, "question_start"),
    ],
)
def test_a_question_is_wrong_if_one_field_is(tmp_path: Path, parts: Any, predicted: Row, field: str) -> None:
    report = qa_report(tmp_path, parts, **predicted)
    assert report.tables[0].criteria["overlap + value"] == Count(0, 1, 1)
    assert [miss.field for miss in report.misses()] == [field]


def test_clusters_are_sets_of_answers_within_a_document(tmp_path: Path) -> None:
    """Single answers, and answers of other documents, are left out; the place is that of the first answer."""

    def answers(*ordinals: int) -> list[Row]:
        return [{"index": n, "start": 10 * n, "end": 10 * n + 5} for n in ordinals]

    questions = [
        {"qa_id": f"{doc}@{n}", "doc_id": doc, "ordinal": n, "answer_char_start": 10 * n, "answer_char_end": 10 * n + 5}
        for doc, n in [(DOC, 0), (DOC, 1), (DOC, 2), (DOC, 3), (DOC, 4), (DOC, 5), ("b.txt", 0)]
    ]
    members = {"x": (1, 0), "y": (2, 3), "z": (4,)}
    rows = [{"answer_cluster_id": name, "qa_id": f"{DOC}@{n}"} for name, its in members.items() for n in its]
    rows.append({"answer_cluster_id": "z", "qa_id": "b.txt@0"})
    out = write_out(
        tmp_path / "out",
        documents=[{"doc_id": DOC, "document_text": TEXT}],
        qa_pairs=questions,
        answer_clusters=[{"answer_cluster_id": name, "kind": "repeated"} for name in members],
        answer_cluster_members=rows,
    )
    expected = [{"doc_id": DOC, "answer_spans": answers(0, 1)}, {"doc_id": DOC, "answer_spans": answers(2, 3, 5)}]
    report = evaluate(out, write_gold(tmp_path / "gold", answer_clusters=expected))
    (score,) = report.tables
    assert score.criteria["exact span"] == Count(2, 2, 2)
    assert score.criteria["exact span + value"] == Count(1, 2, 2)
    assert [miss.field for miss in report.misses()] == ["answer_spans"]
    assert "0@0:5" not in misses_text(report.misses())
