"""UK government prose → Parquet tables that trace to the source."""

from pipeline.loading import load

__all__ = ["load"]
