# %% [markdown]
# # A tour of the tables
#
# A run reads a folder of documents and writes one table for each kind of thing it finds: questions, recommendations,
# sums of money, dates, bodies. This notebook loads them, joins them, and follows one value back to the words it comes
# from. Run `make extract` first; to look at other tables, name their folder here.

# %%
import charts
import pandas as pd

import pipeline
from pipeline.schemas import TABLES

OUT = charts.PROJECT / "outputs"
pd.set_option("display.max_colwidth", 80)

# %% [markdown]
# ## What there is
#
# Each table is a data frame with days, whole numbers and truths that work beside missing values. What every column
# means is in `docs/data-dictionary.md`.

# %%
tables = {name: pipeline.load(name, OUT) for name in TABLES}
pd.DataFrame(
    {"rows": {name: len(rows) for name, rows in tables.items()}}
    | {"what it has": {name: table.description for name, table in TABLES.items()}}
)

# %%
documents = tables["documents"]
documents[["doc_id", "document_type", "layout", "publisher_name", "published_on", "n_chars", "flags"]]

# %% [markdown]
# ## What was found where
#
# A file may hold many documents, such as the records of a list from Parliament's data.

# %%
names = ["qa_pairs", "recommendations", "verdicts", "money", "dates", "bodies", "checks"]
found = pd.concat([tables[name][["doc_id"]].assign(table=name) for name in names])
found = found.merge(documents[["doc_id", "source_path"]], on="doc_id")
charts.grid(found, "source_path", "table", names, "Rows of each table, by file")

# %% [markdown]
# ## From a value to the words
#
# Every row has the document and the characters it was read from, so that anyone can check it. Here are the largest
# sums of money, and what the text says around the first of them.

# %%
money = tables["money"]
money.nlargest(5, "amount")[["text", "amount", "modifier", "period_kind", "role", "programme_text", "doc_id", "rule"]]

# %%
texts = documents.set_index("doc_id")["document_text"]
for row in money.nlargest(1, "amount").itertuples():
    text = texts[row.doc_id]
    assert text[row.char_start : row.char_end] == row.text
    print(f"…{text[max(row.char_start - 120, 0) : row.char_end + 120]}…")

# %% [markdown]
# ## Money and the questions it answers
#
# `qa_id`, `recommendation_id`, `segment_id` and `body_id` join the tables to one another.

# %%
questions = tables["qa_pairs"]
money.merge(questions[["qa_id", "asking_member_name", "answering_body_name", "heading"]], on="qa_id")[
    ["heading", "asking_member_name", "answering_body_name", "text", "role", "programme_text"]
]

# %% [markdown]
# ## Who is named most
#
# A body that was renamed is another row of the register, so that a mention of 2015 is not counted for its successor.

# %%
named = tables["bodies"].merge(tables["organisations"][["body_id", "name"]], on="body_id")
named["name"].value_counts().head(10)

# %% [markdown]
# ## What is promised for when
#
# `said_on` is the day a text was said; "next year" counts from it and never from today.

# %%
dates = tables["dates"]
planned = dates[(dates["role"] == "deadline_or_plan") & (dates["value_end"] >= dates["said_on"])]
planned.sort_values("value_end")[["value_end", "modifier", "text", "said_on", "sentence_text"]].head(10)
