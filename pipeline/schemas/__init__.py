"""Every table a run writes: its columns, key, foreign keys and vocabularies, once.

The Arrow schemas, the data dictionary and `datapackage.json` are all made from `TABLES`.
To add a table, write one `Table` in a file of this folder and name it below; to change one, see `SCHEMA_VERSION`.
"""

from pipeline.schemas.clusters import ANSWER_CLUSTER_MEMBERS, ANSWER_CLUSTERS
from pipeline.schemas.documents import DOCUMENTS, FAILURES, SEGMENTS
from pipeline.schemas.mentions import BODIES, DATES, MONEY
from pipeline.schemas.model import Column, ForeignKey, Table, Type, arrow_schema
from pipeline.schemas.organisations import ORGANISATIONS
from pipeline.schemas.questions import QA_PAIRS, QUESTION_PARTS
from pipeline.schemas.recommendations import (
    CHECKS,
    RECOMMENDATION_ADDRESSEES,
    RECOMMENDATION_PARTS,
    RECOMMENDATIONS,
    VERDICTS,
)

__all__ = ["SCHEMA_VERSION", "TABLES", "Column", "ForeignKey", "Table", "Type", "arrow_schema"]

# Remove, rename, retype, re-order = major; a new last column, a new table, a new enum value = minor.
SCHEMA_VERSION = "1.0"

_IN_ORDER = (
    DOCUMENTS,
    SEGMENTS,
    QA_PAIRS,
    QUESTION_PARTS,
    ANSWER_CLUSTERS,
    ANSWER_CLUSTER_MEMBERS,
    RECOMMENDATIONS,
    RECOMMENDATION_PARTS,
    RECOMMENDATION_ADDRESSEES,
    VERDICTS,
    MONEY,
    DATES,
    BODIES,
    ORGANISATIONS,
    CHECKS,
    FAILURES,
)
TABLES: dict[str, Table] = {table.name: table for table in _IN_ORDER}
