"""Prints `responses/quiet-lanes.pdf`: `python corpus/_make/quiet_lanes.py`. Place, people and plan are invented."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import XPos, YPos

FILE = Path(__file__).parent.parent / "responses" / "quiet-lanes.pdf"
TITLE = "Quiet lanes: government response to the Rural Roads Committee"

BEFORE = (
    (
        "The Rural Roads Committee published its report on narrow country lanes on 12 February 2024. We thank its"
        " members and the 61 parishes that wrote to them. A lane is quiet where fewer than 1,000 vehicles use it "
        "each day; by that measure[1] one mile in six of the roads that county councils look after is a quiet "
        "lane."
    ),
    (
        "This document answers the nine recommendations of the report. Those made to the Department for Transport"
        " come first, each with an answer of its own; those made to county councils and the police are in the "
        "table at the end."
    ),
)
NOTE = "1 Traffic counts of county councils, lanes without a centre line only."
BLOCKS = (
    (
        "Recommendation 1",
        (
            "The Department for Transport should keep a public register of quiet lanes and bring it up to date "
            "each year. (Paragraph 14)"
        ),
        "The government accepts this recommendation.",
        (
            "A register will be opened by March 2025. County councils will send in their lanes once a year, and "
            "we have set aside £1.2 million for the maps. Anyone may propose a lane, and will be told within "
            "eight weeks whether it has been entered."
        ),
    ),
    (
        "Recommendation 2",
        (
            "The Department should lower the speed limit on every lane in the register to 30 miles an hour, and "
            "should pay for the signs. (Paragraph 19)"
        ),
        "We partially accept this recommendation.",
        (
            "Councils know their lanes and will decide on each limit. We will pay for signs where a council "
            "lowers one, up to £400 a lane, from a fund of £6 million over three years. A limit for all lanes at "
            "once would need new regulations and would reach roads on which nobody drives fast, because nobody "
            "could. A plainer sign, which would do without lighting and could be put up by one person with a "
            "spade, would let the money reach more of the parishes that wait for it, and we will draw one before "
            "any is bought."
        ),
    ),
    (
        "Recommendation 3",
        "The Department should close quiet lanes to lorries of more than 7.5 tonnes by the end of 2026. (Paragraph 23)",
        "The government does not accept this recommendation.",
        (
            "Farms, dairies and quarries lie beside these lanes and have no other way out. A weight limit for one"
            " lane can be set by the council today."
        ),
    ),
    (
        "Recommendation 4",
        "The Department should publish advice on hedges and verges for those who mow them. (Paragraph 30)",
        "The government accepts this recommendation in principle.",
        "Advice exists, and we will first ask mowers whether they have read it.",
    ),
    (
        "Recommendation 5",
        "The Department should count those who walk, ride and cycle on quiet lanes, not only vehicles. (Paragraph 33)",
        "The government accepts this recommendation.",
        (
            "The count of 2025 will include them. It will be made by hand in one lane in ten, by people who live "
            "nearby and are paid £90 a day. Cameras cannot yet tell a rider from a cyclist at dusk. What they "
            "count will be published with the register, and we will ask the Office for National Statistics "
            "whether it may be called an official statistic."
        ),
    ),
)
AFTER = (
    (
        "Quiet lanes are old. Many were laid out for carts and for the feet of those who went to market, and "
        "their hedges are older than the parishes on either side. That is a reason to be careful with them, and "
        "it is the reason why this response asks for counting first and for signs second."
    ),
    (
        "A lane is also a place. People stop in it to talk, children learn to ride in it, and a hedge that is "
        "left alone feeds more birds than a field does. None of that can be put into a register, and we do not "
        "propose to try. But those who draw the maps will be asked to walk each lane once from end to end, and to"
        " write down what they saw."
    ),
    "We are grateful to those who read every letter from a parish and answered most of them by hand.",
)
TABLE_HEADING = "Annex: recommendations to councils and the police"
TABLE = (
    ("No.", "Recommendation", "Response", "Position"),
    (
        "6",
        "County councils should ask parishes before they close a lane for works.",
        "We will write to every county council and ask that notices go to parish clerks first.",
        "Accept",
    ),
    (
        "7",
        "Chief constables should report collisions on quiet lanes apart from those on other roads.",
        (
            "The form that forces fill in will have a box for it once the register is open. Until then a force "
            "would have to guess."
        ),
        "Accept in principle",
    ),
    (
        "8",
        "County councils should take the cat's eyes out of quiet lanes.",
        "Studs save lives at bends and crossings, in fog above all.",
        "Reject",
    ),
    (
        "9",
        "County councils should name one officer for lanes.",
        "Two thirds of councils have done so since the report. We will ask the others.",
        "Accept",
    ),
)


class Response(FPDF):
    """A4, with the title at the head of every page but the first and its number at the foot of all."""

    def header(self) -> None:
        if self.page_no() > 1:
            self.set_font("Helvetica", size=8)
            self.cell(0, 5, TITLE, align="R")
            self.set_y(30)

    def footer(self) -> None:
        self.set_y(-18)
        self.set_font("Helvetica", size=8)
        self.cell(0, 5, str(self.page_no()), align="C")

    def paragraph(self, words: str, style: str = "", size: float = 11, after: float = 3.5) -> None:
        """A paragraph set flush left; a number in square brackets is raised."""
        self.set_font("Helvetica", style, size)
        for number, piece in enumerate(words.replace("]", "[").split("[")):
            self.char_vpos = "SUP" if number % 2 else "LINE"
            self.write(5, piece)
        self.char_vpos = "LINE"
        self.ln(5 + after)


def printed() -> Response:
    """The whole response."""
    pdf = Response(format="A4")
    pdf.creation_date = dt.datetime(2024, 6, 20, tzinfo=dt.UTC)
    pdf.set_margins(25, 25, 25)
    pdf.set_auto_page_break(True, 30)
    pdf.add_page()
    pdf.set_font("Helvetica", "B", 20)
    pdf.multi_cell(0, 9, TITLE, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    pdf.ln(6)
    pdf.paragraph("Published 20 June 2024", after=8)
    for words in BEFORE:
        pdf.paragraph(words)
    for label, asked, position, answer in BLOCKS:
        pdf.ln(3)
        pdf.paragraph(label, "B", 13, after=2)
        pdf.paragraph(asked, "B")
        pdf.paragraph(position)
        pdf.paragraph(answer)
        if label == "Recommendation 1":  # on the page of its mark
            below = pdf.get_y()
            pdf.set_y(-32)
            pdf.set_auto_page_break(False)
            pdf.paragraph(NOTE, size=8, after=0)
            pdf.set_auto_page_break(True, 36)
            pdf.set_y(below)
    pdf.ln(3)
    pdf.paragraph("Conclusion", "B", 13, after=2)
    for words in AFTER:
        pdf.paragraph(words)
    pdf.ln(3)
    pdf.paragraph(TABLE_HEADING, "B", 13, after=2)
    pdf.set_font("Helvetica", size=10)
    with pdf.table(TABLE, col_widths=(9, 58, 68, 25), line_height=5, padding=1.5, text_align="LEFT"):
        pass
    return pdf


if __name__ == "__main__":
    printed().output(str(FILE))
