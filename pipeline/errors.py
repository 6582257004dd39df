"""What can go wrong in a way that a person can mend: by calling the command differently, or by mending a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.documents import Source


class UsageError(Exception):
    """The command, its configuration or the manifest asks for something that cannot be done; nothing was written."""


class Unreadable(Exception):
    """A file that gives no text: the run goes on, and the file becomes a row of `failures`."""

    def __init__(self, error_type: str, message: str) -> None:
        super().__init__(message)
        self.error_type = error_type
        self.message = message


def malformed(source: Source, kind: str, reason: object) -> Unreadable:
    """That a file is none of its kind: `data.json: malformed JSON (…)`, of the type `malformed_json`."""
    return Unreadable(f"malformed_{kind.lower()}", f"{source.source_path}: malformed {kind} ({reason})")
