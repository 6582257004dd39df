"""What a run did: some lines for a person, one JSON object for a program."""

from __future__ import annotations

import json
import shlex
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.text import Text

from pipeline.corpus import Inputs
from pipeline.documents import Failure
from pipeline.run import Outcome
from pipeline.schemas import TABLES

_COUNTED = {
    "documents": "documents",
    "segments": "paragraphs and other segments",
    "qa_pairs": "questions",
    "question_parts": "lettered parts of questions",
    "recommendations": "recommendations",
    "verdicts": "verdicts stated",
    "checks": "stated figures checked",
    "money": "amounts of money",
    "dates": "dates",
    "bodies": "mentions of bodies",
}
_LEFT_OUT = {
    "hidden": "begins with . or _",
    "about_the_corpus": "README, LICENCE or NOTICE",
    "manifest": "manifest.csv",
    "corrections": "corrections.csv",
    "configuration": "*.toml",
    "gold": "folder called gold",
    "symbolic_link": "symbolic link",
    "not_a_file": "pipe, socket or device",
}
_MOST_FAILURES = 20
_MOST_NAMES = 3
_HEAD, _NUMBER, _WORD = "bold", "bold cyan", "cyan"


def as_json(outcome: Outcome, out: Path) -> str:
    """The outcome with the folder of its tables, on one line."""
    return json.dumps({"out": str(out), **asdict(outcome)}, ensure_ascii=False)


def print_summary(outcome: Outcome, inputs: Inputs, out: Path, console: Console | None = None) -> None:
    """What was found, what was left out, what could not be read, where the tables are and what to do next."""
    console = console or Console(highlight=False, soft_wrap=True)
    read = (_found(outcome), _in_no_layout(outcome))
    blocks = (*read, _left_out(outcome), _failed(outcome.failures), _where(outcome, inputs, out))
    filled = [Text("\n").join(lines) for block in blocks if (lines := list(block))]
    console.print(Text("\n\n").join(filled))


def _found(outcome: Outcome) -> Iterator[Text]:
    text = f"{outcome.n_characters:,} characters in {outcome.seconds['total']:.1f} s"
    yield Text.assemble((f"Run {outcome.version}", _HEAD), f": {text}")
    for table, name in _COUNTED.items():
        yield _count(name, outcome.rows.get(table, 0))
        if table == "qa_pairs" and outcome.n_answers_again:
            yield _count("of them answered as before", outcome.n_answers_again)


def _in_no_layout(outcome: Outcome) -> Iterator[Text]:
    names = outcome.in_no_layout
    if names:
        more = f" and {len(names) - _MOST_NAMES:,} more" if len(names) > _MOST_NAMES else ""
        yield Text.assemble(("In no known layout", "bold yellow"), f": {len(names):,}")
        yield Text(f"  {', '.join(names[:_MOST_NAMES])}{more}")
        yield Text("  Only money, dates and bodies are read of these: see documents.flags, or the view needs_review")


def _left_out(outcome: Outcome) -> Iterator[Text]:
    if outcome.left_out:
        yield Text("Left out, by the rules for what is read", _HEAD)
    yield from (_count(_LEFT_OUT.get(reason, reason), number) for reason, number in outcome.left_out.items())


def _failed(failures: Sequence[Failure]) -> Iterator[Text]:
    for is_fatal, head in ((True, "Not read"), (False, "Read only in part")):
        mine = [failure for failure in failures if failure.is_fatal == is_fatal]
        if mine:
            yield Text.assemble((head, "bold red" if is_fatal else "bold yellow"), f": {len(mine):,}")
        for failure in mine[:_MOST_FAILURES]:
            yield Text(f"  {failure.message}")
        if len(mine) > _MOST_FAILURES:
            yield Text(f"  … and {len(mine) - _MOST_FAILURES:,} more, all in the table failures")


def _where(outcome: Outcome, inputs: Inputs, out: Path) -> Iterator[Text]:
    yield Text.assemble(("Tables", _HEAD), f"  {', '.join(TABLES)} in {out}")
    failed = {failure.source_path for failure in outcome.failures}
    read = next((source for source in inputs.sources if source.source_path not in failed), None)
    if read is not None:
        yield Text.assemble(("Next", _HEAD), "    ", (f"{_command()} explain {shlex.quote(str(read.path))}", _WORD))
        yield Text.assemble("        ", (f'pandas.read_parquet("{out / "money"}")', _WORD))


def _count(name: str, number: int) -> Text:
    return Text.assemble(f"  {name:<32}", (f"{number:>10,}", _NUMBER))


def _command() -> str:
    """The command as it can be typed here: its path where it is not on the search path."""
    called = Path(sys.argv[0])
    return str(called) if called.name == "ukgov-extract" and not shutil.which(called.name) else "ukgov-extract"
