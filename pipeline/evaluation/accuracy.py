"""How far the tables are to be trusted: `docs/accuracy.md` from gold, held against floors.

    python -m pipeline.evaluation.accuracy        from the project's root; `make evaluate` does it

The project's own corpus is run and scored, and the shared seed corpus beside it where it is there. Of the own corpus
the page lists every miss with its words; of the other, whose text is not ours, the counts alone. A score below its
floor in `corpus/gold/floors.json` is an error. A floor stands two points under the first score that a table ever had
on documents annotated before any run; it is never lowered.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.config import read_config
from pipeline.corpus import find_sources
from pipeline.evaluation.evaluate import Report, evaluate
from pipeline.evaluation.score_text import misses_text
from pipeline.evaluation.scores import TableScore
from pipeline.run import run

PAGE = Path("docs") / "accuracy.md"
FLOORS = Path("corpus") / "gold" / "floors.json"
OURS = (Path("corpus"), Path("corpus") / "gold")
SEEDS = (Path("..") / "shared" / "corpus", Path("..") / "shared" / "gold")

_HEAD = """# Accuracy

Written by `make evaluate`. Precision, recall and F1 against rows annotated by hand, by the definitions of
`corpus/gold/README.md`. The rules have been developed with these documents at hand since their first run, so the
figures flatter: the first scores, from which the floors come, are the better guide to a document nobody has seen.
What is not right stands at the end, each miss with its words.
"""


def main() -> int:
    """Writes the page and prints the scores below their floors; exit status 1 if there is one."""
    ours = scored(*OURS)
    seeds = scored(*SEEDS) if SEEDS[0].is_dir() else None
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    below = list(failures(ours.tables, floors))
    PAGE.write_text("\n".join(page(ours, seeds, floors)) + "\n", encoding="utf-8")
    print(ours.summary())
    print(f"\n{PAGE} written; {'every score is above its floor' if not below else 'below their floors:'}")
    for line in below:
        print(f"  {line}", file=sys.stderr)
    return 1 if below else 0


def scored(corpus: Path, gold: Path) -> Report:
    """A run over a corpus, held against gold."""
    with tempfile.TemporaryDirectory() as folder:
        run(find_sources([corpus]), Path(folder), read_config(None), 1, lambda done, total: None)
        return evaluate(Path(folder), gold)


def metrics(score: TableScore) -> dict[str, float]:
    """F1 by criterion, and the accuracy of each field over the matched rows in which the gold states it."""
    found = {label: count.f1 for label, count in score.criteria.items()}
    found |= {name: stated.recall for name, (_, stated) in score.fields.items()}
    return {name: value for name, value in found.items() if value is not None}


def failures(tables: Sequence[TableScore], floors: dict[str, dict[str, float]]) -> Iterator[str]:
    """A line for each score that is below its floor or is not there any more."""
    found = {score.table: metrics(score) for score in tables}
    for table, its in floors.items():
        for name, floor in its.items():
            value = found.get(table, {}).get(name)
            if value is None or value < floor:
                yield f"{table}, {name}: {'no score' if value is None else f'{value:.3f}'}, floor {floor:.3f}"


def page(ours: Report, seeds: Report | None, floors: dict[str, dict[str, float]]) -> Iterator[str]:
    """`docs/accuracy.md`, a section at a time; without that of the seed corpus where it is not at hand."""
    yield f"{_HEAD}\n## In short\n\nOur own corpus:\n\n{_block(ours.summary())}"
    if seeds is not None:
        yield f"\nThe seed corpus, real documents that the rules were developed on:\n\n{_block(seeds.summary())}"
    yield "\n## Floors\n\n| table | score | floor | now |\n|---|---|---:|---:|"
    found = {score.table: metrics(score) for score in ours.tables}
    for table, its in floors.items():
        for name, floor in its.items():
            yield f"| {table} | {name} | {floor:.3f} | {found[table][name]:.3f} |"
    yield f"\n## Our own corpus\n\n{_block(ours.details())}"
    if seeds is not None:
        yield f"\n## The seed corpus\n\nIts text is not ours: no misses are listed.\n\n{_block(seeds.details())}"
    yield f"\n## What is not right in our own corpus\n\n{_block(misses_text(ours.misses()))}"


def _block(text: str) -> str:
    return f"```\n{text}\n```"


if __name__ == "__main__":
    sys.exit(main())
