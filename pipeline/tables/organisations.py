"""Rows of the register."""

from __future__ import annotations

from extractors import register
from pipeline.tables.base import Row, row


def organisation_rows() -> list[Row]:
    """The whole register as rows of `organisations`."""
    return [
        row(
            "organisations",
            {
                "body_id": body.body_id,
                "name": body.name,
                "acronym": body.acronym,
                "aliases": body.aliases,
                "kind": body.kind,
                "jurisdiction": body.jurisdiction,
                "parent_body_id": body.parent_body_id,
                "valid_from": body.valid_from,
                "valid_to": body.valid_to,
                "successor_body_ids": body.successor_body_ids,
                "govuk_slug": body.govuk_slug,
                "govuk_content_id": body.govuk_content_id,
                "parliament_answering_body_id": body.parliament_answering_body_id,
            },
        )
        for body in register.bodies().values()
    ]
