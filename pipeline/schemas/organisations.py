"""The register of bodies, as it is written beside every run."""

from __future__ import annotations

from pipeline import vocabularies
from pipeline.schemas.model import Column, ForeignKey, Table

ORGANISATIONS = Table(
    name="organisations",
    description="The whole register of bodies, one row a name and era: a ministry that is renamed is another row.",
    key=("body_id",),
    columns=(
        Column("body_id", "string", "Our key: the name with hyphens, a later era with its first year."),
        Column("name", "string", "The name of this era."),
        Column("acronym", "string", "Its usual acronym."),
        Column("aliases", "list<string>", "Other names of the same era."),
        Column("kind", "string", "What kind of body it is.", vocabularies.BODY_KIND),
        Column("jurisdiction", "string", "The part of the United Kingdom it acts for, where it is not the whole."),
        Column("parent_body_id", "string", "The body it belongs to or reports to."),
        Column("valid_from", "day", "First day of this name; null where unknown."),
        Column("valid_to", "day", "Last day of this name; null while it runs, or where unknown."),
        Column("successor_body_ids", "list<string>", "What took over from it."),
        Column("govuk_slug", "string", "Its slug on GOV.UK."),
        Column("govuk_content_id", "string", "Its content id on GOV.UK."),
        Column("parliament_answering_body_id", "int64", "Its number as an answering body in Parliament's data."),
    ),
    foreign_keys=(ForeignKey("parent_body_id", "organisations"),),
)
