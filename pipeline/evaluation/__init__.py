"""The tables of a run held against rows annotated by hand."""
