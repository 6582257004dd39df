"""The command `ukgov-extract`. Exit status: 0; 1 if a file could not be read, after the rest is done; 2 for wrong
usage, with one line that says what to change; 130 for Ctrl-C.

What a command needs is imported inside it, so that `--help` answers at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from pipeline.errors import UsageError
from pipeline.garbage import put_off

NAME = "ukgov-extract"
OK, FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130

app = typer.Typer(
    name=NAME,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(is_asked: bool) -> None:
    if is_asked:
        from importlib.metadata import version

        print(NAME, version(NAME))
        raise typer.Exit


@app.callback()
def command(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Questions, answers and money out of UK government prose, as Parquet tables that trace to the source."""


@app.command()
def run(
    corpus: Annotated[list[Path], typer.Argument(metavar="CORPUS", help="Folders, or single files, to read.")],
    out: Annotated[Path, typer.Option(metavar="OUT", help="Folder for the tables.", show_default=False)],
    workers: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Processes; by default as many as are worth starting.")
    ] = None,
    config: Annotated[Path | None, typer.Option(metavar="TOML", help="Configuration, such as pipeline.toml.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the outcome as one JSON object.")] = False,
) -> int:
    """Read CORPUS and write the tables to OUT."""
    with put_off(kept=True):
        from concurrent.futures.process import BrokenProcessPool

        from extractors.pattern_rows import RuleError
        from pipeline.config import read_config
        from pipeline.corpus import find_sources
        from pipeline.progress import Progress
        from pipeline.run import run as run_pipeline
        from pipeline.summary import as_json, print_summary
        from pipeline.writer import OutputError

    settings, inputs = read_config(config), find_sources(corpus)
    try:
        with Progress() as progress:
            outcome = run_pipeline(inputs, out, settings, workers, progress)
    except (OutputError, RuleError) as error:
        raise UsageError(str(error)) from error
    except BrokenProcessPool as error:
        raise UsageError("a worker was killed, most likely for want of memory: --workers 1 needs least") from error
    if json:
        print(as_json(outcome, out))
    else:
        print_summary(outcome, inputs, out)
    n_failed = sum(failure.is_fatal for failure in outcome.failures)
    return (
        _say(f"files not read: {n_failed:,} (each with its reason in the table failures)", FAILED) if n_failed else OK
    )


@app.command()
def database(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Folder that a run has written.")],
) -> None:
    """Write the tables in OUT, with views, to one DuckDB file."""
    from pipeline.database import write_database
    from pipeline.writer import OutputError

    try:
        print(write_database(out))
    except (FileNotFoundError, OutputError) as error:
        raise UsageError(str(error)) from error


@app.command()
def export(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Folder that a run has written.")],
    format: Annotated[Literal["csv", "xlsx"], typer.Option(help="Files, or one Excel workbook.", show_default=False)],
) -> None:
    """Write the tables and views in OUT for a spreadsheet."""
    from pipeline.export import export as write
    from pipeline.writer import OutputError

    try:
        print(write(out, format))
    except (FileNotFoundError, OutputError) as error:
        raise UsageError(str(error)) from error


@app.command()
def schema() -> None:
    """Print the data dictionary: every table and column, as Markdown."""
    from pipeline.dictionary import data_dictionary

    print(data_dictionary(), end="")


@app.command()
def evaluate(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Folder that a run has written.")],
    gold: Annotated[Path, typer.Option(metavar="DIR", help="Folder of gold rows (*.jsonl).", show_default=False)],
    misses: Annotated[bool, typer.Option("--misses", help="Print each difference, with the words around it.")] = False,
) -> None:
    """Hold the tables in OUT against gold: precision, recall and F1."""
    from pipeline.evaluation.evaluate import evaluate as score
    from pipeline.evaluation.score_text import misses_text

    if not (out / "documents").is_dir():
        raise UsageError(f"{out}: no run has written here")
    try:
        report = score(out, gold)
    except (FileNotFoundError, ValueError) as error:
        raise UsageError(str(error)) from error
    if not report.documents:
        such = f", such as {report.missing_documents[0]}" if report.missing_documents else ""
        raise UsageError(f"{out} has none of the documents that {gold} annotates{such}")
    print(report)
    if misses and (found := report.misses()):
        print(f"\n{misses_text(found)}")


@app.command()
def compare(
    before: Annotated[Path, typer.Argument(metavar="OUT_A", help="Folder that a run has written.")],
    after: Annotated[Path, typer.Argument(metavar="OUT_B", help="Folder that another run has written.")],
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="Rows to print of each group.")] = 10,
) -> None:
    """Print what OUT_B gained, lost and changed against OUT_A."""
    from pipeline.compare import compare as compared
    from pipeline.compare_text import comparison_text

    print(comparison_text(compared(before, after), limit))


@app.command()
def explain(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A document.")],
) -> int:
    """Show a document with what is found in it and by which rule."""
    from extractors.pattern_rows import RuleError
    from pipeline.explain import print_explained

    try:
        return OK if print_explained(file) else FAILED
    except RuleError as error:
        raise UsageError(str(error)) from error


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit status."""
    # Nothing here multiplies matrices: numpy's threads for that would only burn time as they start, one a processor.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        status = app(arguments, prog_name=NAME, standalone_mode=False) or OK
        sys.stdout.flush()
    except UsageError as error:
        return _say(str(error), WRONG_USAGE)
    except typer.TyperException as error:
        message = " ".join(error.format_message().split()).rstrip(".")
        return _say(f"{message[0].lower()}{message[1:]} (see {NAME} --help)", WRONG_USAGE)
    except BrokenPipeError:  # `ukgov-extract explain FILE | head` has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    if status == INTERRUPTED:
        return _say("stopped; nothing was published", INTERRUPTED)
    return int(status)


def _say(line: str, status: int) -> int:
    print(f"{NAME}: {line}", file=sys.stderr)
    return status
