"""Everything that changes what a run writes, and nothing else: how a run is done, such as its workers, is not here."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from pipeline.csv_fields import USUAL_NAMES
from pipeline.errors import UsageError


class Config(BaseModel):
    """The keys of `pipeline.toml`, each with its default; the record of a run keeps the values it used."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    part_bytes: int = Field(default=4_000_000, gt=0)
    """A part of the output is full when its files hold this many bytes; a longer file of records is cut."""
    max_document_bytes: int = Field(default=50_000_000, gt=0)
    """A larger file, but for one of records that can be cut, is not read: a row of failures, stage `limit`. Nor is an
    office file that unpacks to more."""
    near_identical_from: float = Field(default=90, ge=80, le=100)
    """Answers are near-identical from this `rapidfuzz.fuzz.ratio` on; below 80 MinHash would miss too many."""
    csv: dict[str, str] = Field(default_factory=dict)
    """Which column of a CSV file is what, where its name is none of the usual ones: `question = "PQ text"`."""

    @field_validator("csv")
    @classmethod
    def _has_known_fields(cls, csv: dict[str, str]) -> dict[str, str]:
        for name in csv:
            if name not in USUAL_NAMES:
                raise ValueError(f"unknown key csv.{name} (known: {', '.join(USUAL_NAMES)})")
        return csv


def read_config(path: Path | None) -> Config:
    """The configuration in a TOML file, the defaults for None; `UsageError` names the file and the key at fault."""
    if path is None:
        return Config()
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        return Config.model_validate(values)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: not TOML ({error})") from error
    except ValidationError as error:
        raise UsageError(f"{path}: {_reason(error)}") from error


def _reason(error: ValidationError) -> str:
    """The first thing that is wrong: `unknown key part_byte (known: part_bytes, …)`."""
    first: Any = error.errors(include_url=False)[0]
    key = ".".join(map(str, first["loc"]))
    if first["type"] == "extra_forbidden":
        return f"unknown key {key} (known: {', '.join(Config.model_fields)})"
    if first["type"] == "value_error":
        return str(first["ctx"]["error"])
    return f"{key} = {first['input']!r} {first['msg'].replace('Input should be', 'is not')}"
