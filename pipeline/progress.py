"""How far a run is, on stderr: a bar on a terminal, elsewhere a line for each tenth done."""

from __future__ import annotations

import sys
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, TextColumn, TimeRemainingColumn, TransferSpeedColumn
from rich.progress import Progress as Bar


class Progress:
    """To be called with the bytes done and the bytes in all: `progress(4_000_000, 12_000_000)`."""

    def __init__(self, console: Console | None = None) -> None:
        console = console or Console(file=sys.stderr)
        columns = (TextColumn("reading"), BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
        self._console = console
        self._bar = Bar(*columns, console=console, transient=True) if console.is_terminal else None
        self._task = None if self._bar is None else self._bar.add_task("", total=None)
        self._tenths = 0

    def __enter__(self) -> Progress:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, done: int, total: int) -> None:
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=done, total=total)
        elif done < total and (tenths := 10 * done // total) > self._tenths:
            self._tenths = tenths
            self._console.print(f"{done / 1e6:,.1f} of {total / 1e6:,.1f} MB", highlight=False)
