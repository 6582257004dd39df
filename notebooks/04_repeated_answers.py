# %% [markdown]
# # Repeated answers
#
# Which written answers are given again, and what changes when they are. Two things look alike and are not: Parliament
# answers similar questions with one answer (`grouped`, one statement), and a department gives an answer that it gave
# before (`repeated`, at least two statements).

# %%
import difflib

import charts
import pandas as pd

import pipeline

OUT = charts.PROJECT / "outputs"
pd.set_option("display.max_colwidth", 120)

clusters = pipeline.load("answer_clusters", OUT)
charts.bars(clusters["kind"].value_counts(), "Clusters of near-identical answers, by kind")

# %% [markdown]
# `single` answers are like no other. For the rest, `n_statements` counts how often something was said.

# %%
reuse = pipeline.view("answer_reuse", OUT)
reuse[["kind", "n_members", "n_statements", "heading", "answering_bodies", "first_answered_on", "last_answered_on"]]

# %% [markdown]
# ## Word for word, or with a change?
#
# `similarity` runs from 0 to 100, case and white space aside. `changed_values` says which sum, date or number differs
# from the first answer. An answer that the source cuts off is compared only with others that are cut off, and
# `is_exact` is missing for it: what follows the cut is not known.

# %%
members = pipeline.load("answer_cluster_members", OUT)
again = members[members["answer_cluster_id"].isin(reuse.loc[reuse["kind"] == "repeated", "answer_cluster_id"])]
again[["answer_cluster_id", "qa_id", "similarity", "is_canonical", "is_exact", "changed_values"]]

# %%
reuse[reuse["has_material_change"]][["heading", "n_statements", "changed_values"]]

# %% [markdown]
# ## What was changed
#
# The first words that differ between an answer and the one it repeats, for the least similar pairs.

# %%
answers = pipeline.load("qa_pairs", OUT).set_index("qa_id")["answer_text"]
for row in again[~again["is_canonical"]].nsmallest(3, "similarity").itertuples():
    first, later = answers[row.answer_cluster_id].split(), answers[row.qa_id].split()
    steps = difflib.SequenceMatcher(a=first, b=later, autojunk=False).get_opcodes()
    changes = [f"{' '.join(first[a:b])} → {' '.join(later[c:d])}" for kind, a, b, c, d in steps if kind != "equal"]
    print(row.qa_id, *(changes or ["the same words"]), sep="\n  ")

# %% [markdown]
# ## Who answers again
#
# The share of its statements that a department had given before. It says nothing of whether the question was new.

# %%
statements = clusters.explode("answering_body_names").groupby("answering_body_names")["n_statements"]
pd.DataFrame({"statements": statements.sum(), "given before": statements.sum() - statements.size()})
