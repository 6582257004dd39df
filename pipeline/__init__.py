"""UK government prose → Parquet tables that trace to the source."""

from pipeline.loading import load, view

__all__ = ["load", "view"]
