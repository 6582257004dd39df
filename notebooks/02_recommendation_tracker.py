# %% [markdown]
# # Recommendations and what became of them
#
# The view `recommendation_tracker` has a row for each recommendation: who is asked to act, what the answer is, who
# gives it and when it is to be done. The same view is in the database and in the exported workbook.

# %%
import charts
import pandas as pd

import pipeline
from pipeline.vocabularies import RESPONSE_STATUS, VERDICT

OUT = charts.PROJECT / "outputs"
pd.set_option("display.max_colwidth", 100)

tracker = pipeline.view("recommendation_tracker", OUT)
tracker[["title", "number", "recommendation", "addressees", "response_status", "verdict", "verdict_text"]].head(10)

# %% [markdown]
# ## Verdicts
#
# A verdict is only what is stated in words. Where none is, `response_status` says why: the answer came without one,
# was put off, is for others to give, or is missing.

# %%
answers = tracker.assign(answer=tracker["verdict"].fillna(tracker["response_status"]))
order = [*VERDICT, "mixed", *RESPONSE_STATUS]
charts.grid(answers, "doc_id", "answer", order, "Recommendations by document and answer")

# %%
tracker["verdict"].value_counts(dropna=False)

# %% [markdown]
# ## No verdict, but a drift
#
# `position_inferred` is a reader's inference from the words in `position_text`. It is never a verdict: do not add these
# to the counts above.

# %%
tracker[tracker["position_inferred"].notna()][["title", "number", "position_inferred", "position_text"]]

# %% [markdown]
# ## Who is asked to act

# %%
addressees = pipeline.load("recommendation_addressees", OUT)
register = pipeline.load("organisations", OUT)
asked = addressees.merge(register[["body_id", "name"]], on="body_id", how="left")
asked["who"] = asked["name"].fillna(asked["text"])
counts = asked.groupby(["who", "role"])["recommendation_id"].nunique().unstack(fill_value=0)
counts.loc[counts.sum(axis=1).sort_values(ascending=False).index].head(15)

# %% [markdown]
# ## Until when
#
# `target_text` is the time that the answer states for the whole recommendation. Others in the answer are in `dates`.

# %%
tracker[tracker["target_text"].notna()][["title", "number", "target_text", "target_end", "delivery_status"]]

# %%
dates = pipeline.load("dates", OUT)
planned = dates[dates["recommendation_id"].notna() & (dates["role"] == "deadline_or_plan")]
planned.merge(tracker[["recommendation_id", "title", "number"]], on="recommendation_id").sort_values("value_end")[
    ["title", "number", "value_end", "text", "sentence_text"]
]

# %% [markdown]
# ## Does the document agree with itself?
#
# Many responses say how many recommendations they accept. The table `checks` holds that against what was found; a
# conflict means that the document is wrong or that a recommendation was missed, and is worth a look.

# %%
checks = pipeline.load("checks", OUT)
checks[checks["status"] == "conflict"][["doc_id", "check_type", "text", "stated_value", "computed_value"]]
