"""The charts of the notebooks, drawn without a browser and without the network.

Every number is written out, so that nothing hangs on colour; the colours are those of Okabe and Ito, which people who
confuse red and green can tell apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import altair as alt
import pandas as pd

PROJECT = Path(__file__).resolve().parent.parent  # whatever folder a notebook is started in
BLUE, ORANGE, GREEN, GREY = "#0072B2", "#D55E00", "#009E73", "#666666"
_ROLES = {
    "funding_commitment": BLUE,
    "funding_past": ORANGE,
    "uplift": GREEN,
    "saving": GREY,
}

alt.renderers.enable("svg")


@alt.theme.register("ukgov", enable=True)
def _theme() -> alt.theme.ThemeConfig:
    text = {"labelFontSize": 13, "titleFontSize": 13, "labelLimit": 330, "labelColor": "#222222"}
    return {
        "config": {
            "background": "white",
            "font": "Arial, Helvetica, sans-serif",
            "title": {"fontSize": 16, "anchor": "start", "subtitleFontSize": 13, "offset": 14},
            "axis": {**text, "domain": False, "ticks": False, "grid": False},
            "header": text,
            "view": {"stroke": None},
        }
    }


def grid(table: pd.DataFrame, rows: str, columns: str, order: Sequence[str], title: str) -> alt.LayerChart:
    """How many rows of `table` there are for each value of `rows` and `columns`: a square each, with its number.

    The columns stand in the order of `order`; a value that does not occur is left out.
    """
    counts = table.groupby([rows, columns], observed=True).size().rename("n").reset_index()
    shown = [_words(value) for value in order if value in set(counts[columns])]
    counts[columns] = counts[columns].map(_words)
    base = alt.Chart(counts, title=title).encode(
        x=alt.X(f"{columns}:N", sort=shown, title=None, axis=alt.Axis(orient="top", labelAngle=-40)),
        y=alt.Y(f"{rows}:N", sort=None, title=None),
    )
    most = max(counts["n"], default=0)
    shades = alt.Scale(range=["#deebf7", "#08519c"], domain=[0, most])
    squares = base.mark_rect(stroke="white", strokeWidth=2).encode(color=alt.Color("n:Q", scale=shades, legend=None))
    numbers = base.mark_text(fontSize=14).encode(
        text="n:Q", color=alt.condition(f"datum.n > {most * 0.55}", alt.value("white"), alt.value("#111111"))
    )
    return (squares + numbers).properties(width=alt.Step(64), height=alt.Step(34))


def bars(counts: pd.Series[int], title: str) -> alt.LayerChart:
    """A bar a value of the index, longest first, with its number."""
    table = counts.sort_values(ascending=False).rename("n").rename_axis("what").reset_index()
    table["what"] = table["what"].map(_words)
    base = alt.Chart(table, title=title).encode(x=alt.X("n:Q", axis=None), y=alt.Y("what:N", sort=None, title=None))
    return (base.mark_bar(color=BLUE) + base.mark_text(align="left", dx=5, fontSize=14).encode(text="n:Q")).properties(
        width=420, height=alt.Step(32)
    )


def programme_years(money: pd.DataFrame, currency: str = "GBP", most: int = 6) -> alt.FacetChart:
    """Sums of the view money_by_programme_year in one currency: a panel a programme, a bar a financial year and role.

    The `most` programmes with the largest sum are shown, each on the one scale.
    """
    shown = money[(money["currency"] == currency) & (money["period_kind"] == "for_financial_year")]
    largest = shown.groupby("programme_text")["amount"].max().nlargest(most).index
    shown = shown[shown["programme_text"].isin(largest)].assign(
        what=lambda table: table["financial_year"] + ", " + table["role"].map(_words),
        label=lambda table: table["amount"].map(lambda amount: f"{amount / 1e6:,.4g} million"),
    )
    base = alt.Chart().encode(x=alt.X("amount:Q", axis=None), y=alt.Y("what:N", title=None))
    roles = alt.Scale(domain=list(_ROLES), range=list(_ROLES.values()))
    drawn = alt.layer(
        base.mark_bar().encode(color=alt.Color("role:N", scale=roles, legend=None)),
        base.mark_text(align="left", dx=5, fontSize=14).encode(text="label:N"),
        data=shown,
    ).properties(width=420, height=alt.Step(32))
    above = alt.Header(labelAngle=0, labelAnchor="start", labelOrient="top", labelFontWeight="bold")
    return (
        drawn.facet(row=alt.Row("programme_text:N", sort=list(largest), title=None, header=above))
        .properties(title=f"Stated for each financial year, {currency}")
        .resolve_scale(y="independent")
    )


def _words(value: str) -> str:
    return value.replace("_", " ")
