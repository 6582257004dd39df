# %% [markdown]
# # Follow the money
#
# What is said of money, by programme, body and financial year, and which of it may be added up.

# %%
import charts
import pandas as pd

import pipeline

OUT = charts.PROJECT / "outputs"
pd.set_option("display.max_colwidth", 100)
pd.set_option("display.float_format", "{:,.2f}".format)

money = pipeline.load("money", OUT)
money["role"].value_counts()

# %% [markdown]
# ## A sum that must not be done
#
# This adds prices, penalties, estimates, totals over ten years and the same sum said twice. It means nothing.

# %%
money["amount"].sum()

# %% [markdown]
# What stands in the way, row by row. A row may have several reasons.

# %%
addable_roles = ["funding_commitment", "funding_past", "uplift", "saving"]
reasons = pd.DataFrame(
    {
        "repeats an earlier sum": money["repeat_of"].notna(),
        "is a range": money["amount_max"].notna(),
        "is for each of something": money["unit_text"].notna() | money["unit_kind"].notna(),
        "has no financial year": money["financial_year"].isna(),
        "covers several years": (money["period_months"] > 12).fillna(False),
        "is a price, an estimate or a level, or not known": ~money["role"].isin(addable_roles),
    }
)
reasons.sum().sort_values(ascending=False)

# %% [markdown]
# ## What may be added up
#
# The view `addable_money` has the rest, with equal sums of one programme in two documents taken as one. Even of these,
# add up only rows of one role, kind of period, currency and financial year.

# %%
addable = pipeline.view("addable_money", OUT)
print(f"{len(addable)} of {len(money)} sums")
addable[["programme_text", "payer", "financial_year", "role", "currency", "amount", "modifier", "sentence_text"]]

# %% [markdown]
# ## By programme and financial year

# %%
by_programme = pipeline.view("money_by_programme_year", OUT)
by_programme

# %%
charts.programme_years(by_programme)

# %% [markdown]
# The view does no more than this; a dashboard and a notebook show the same totals.

# %%
same = ["programme_text", "financial_year", "role", "period_kind", "currency"]
by_hand = addable.dropna(subset="programme_text").groupby(same)["amount"].sum()
pd.testing.assert_series_equal(by_programme.set_index(same)["amount"], by_hand)

# %% [markdown]
# ## By who pays
#
# `payer` is the body that the text names; most sums name none.

# %%
addable.pivot_table(
    index=["role", "currency", "payer"], columns="financial_year", values="amount", aggfunc="sum", dropna=False
).dropna(how="all").fillna(0)

# %% [markdown]
# ## Sums over several years
#
# A total over five years belongs to none of them. `amount_per_year` is there where the text's own words allow the
# division; it is an average and not a budget.

# %%
long = money[(money["period_months"] > 12) & money["repeat_of"].isna()]
long[["programme_text", "amount", "period_text", "period_months", "amount_per_year", "role", "sentence_text"]]
