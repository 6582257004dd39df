# %% [markdown]
# # How far to trust the tables
#
# Four questions: how good are the rules on documents that people annotated, does a document agree with itself, what
# could not be read, and which rows should a person look at first.

# %%
import json

import charts
import pandas as pd

import pipeline
from pipeline.evaluation.evaluate import evaluate

OUT, GOLD = charts.PROJECT / "outputs", charts.PROJECT / "corpus" / "gold"
pd.set_option("display.max_colwidth", 100)

# %% [markdown]
# ## Accuracy, where the right answer is known
#
# Precision is the share of rows that are right, recall the share of what is there that was found. The rules were
# improved with these documents at hand: expect less of yours, and annotate some (`corpus/gold/README.md` says how).

# %%
report = evaluate(OUT, GOLD)
print(report)

# %% [markdown]
# The misses, with the words around them. Read some before you rely on a column.

# %%
misses = report.misses()
print(f"{len(misses)} misses")
pd.DataFrame(misses[:10])

# %% [markdown]
# ## Documents held against their own figures
#
# This needs no annotation, so it works on your documents too.

# %%
checks = pipeline.load("checks", OUT)
checks.groupby(["check_type", "status"]).size().unstack(fill_value=0)

# %% [markdown]
# ## What could not be read
#
# A file that cannot be read never stops a run: it is a row of `failures`. A document whose form no grammar explains is
# read as plain paragraphs, with the flag `no_grammar`: its money, dates and bodies are there, its questions are not.

# %%
pipeline.load("failures", OUT)

# %%
documents = pipeline.load("documents", OUT)
documents.explode("flags").dropna(subset="flags")[["doc_id", "layout", "flags"]]

# %% [markdown]
# ## What to look at first
#
# The view `needs_review` lists each reason with the row it is about and the characters to look at.

# %%
review = pipeline.view("needs_review", OUT)
charts.bars(review["reason"].value_counts(), "Rows that a person should look at, by reason")

# %%
review[["reason", "doc_id", "text", "detail"]]

# %% [markdown]
# ## Which rules made the rows
#
# `rule` names the rule that a row comes from. A rule that makes many rows is worth the first look.

# %%
pipeline.load("money", OUT)["rule"].value_counts().head(10)

# %% [markdown]
# ## Which run this is
#
# Equal input, configuration and versions give equal tables.

# %%
run = json.loads((OUT / "run.json").read_text(encoding="utf-8"))
pd.Series({"input": run["input"]["sha256"], "schema": run["schema_version"]} | run["versions"])
