"""The office files of this corpus, from the paragraphs below: `python corpus/_make/office.py` writes them anew.

They are zip archives of XML, made by hand so that they hold what libraries do not write: tracked insertions and
deletions, notes, numbered lists. Nothing is compressed and nothing is dated, so that they are the same every time.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

CORPUS = Path(__file__).parent.parent

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODT = "application/vnd.oasis.opendocument.text"


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def inserted(words: str) -> str:
    return f'<w:ins w:id="1" w:author="A">{run(words)}</w:ins>'


def deleted(words: str) -> str:
    return f'<w:del w:id="2" w:author="A"><w:r><w:delText xml:space="preserve">{words}</w:delText></w:r></w:del>'


def paragraph(*runs: str, style: str = "", numbered: int | None = None) -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    item = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbered}"/></w:numPr>' if numbered is not None else ""
    return f"<w:p><w:pPr>{named}{item}</w:pPr>{''.join(runs)}</w:p>"


BULLET = 1
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'

PILOTS = [
    paragraph(run("Response to the Harbour Pilots Inquiry"), style="Title"),
    paragraph(run("27 March 2025")),
    paragraph(run("The Department for Transport is grateful to the Harbour Pilots Inquiry for its report.")),
    paragraph(run("Training"), style="Heading1"),
    paragraph(run("Recommendation 1"), style="Heading2"),
    paragraph(
        run("The Maritime and Coastguard Agency should train "),
        deleted("forty"),
        inserted("sixty"),
        run(" more pilots by the end of 2027."),
    ),
    paragraph(run("Government response"), style="Heading3"),
    paragraph(
        run("The government accepts this recommendation. "),
        inserted("We will provide up to £6.4 million over four years"),
        deleted("We will provide £5 million"),
        run(" for two things:"),
    ),
    paragraph(run("a simulator in Hull; and"), numbered=BULLET),
    paragraph(run("bursaries of £8,500 per trainee."), numbered=BULLET),
    paragraph(run("Recommendation 2"), style="Heading2"),
    paragraph(run("Ports should pay a levy of £150 on each licence.")),
    paragraph(run("Government response"), style="Heading3"),
    paragraph(run("We do not accept this recommendation. A levy would fall on the smallest ports."), NOTE),
    paragraph(run("Boats"), style="Heading1"),
    paragraph(run("Recommendation 3"), style="Heading2"),
    paragraph(run("The Department for Transport should publish a register of pilot boats.")),
    paragraph(run("Government response"), style="Heading3"),
    paragraph(run("We will consider this when the survey of boats is finished in the summer.")),
]
PILOTS_NOTE = "The Inquiry put the income from a levy at around £1.1 million a year."

_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
    for key, name in (("Title", "Title"), *((f"Heading{level}", f"heading {level}") for level in (1, 2, 3)))
)
_PARTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes"}


def docx(paragraphs: list[str], note: str) -> bytes:
    """A DOCX file with these paragraphs and one footnote."""
    bullet = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{name}+xml"/>' for name in _PARTS)
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{_RELATION}/{name}" Target="{name}.xml"/>' for name in _PARTS
    )
    return archive(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>{types}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="r1" Type="{_RELATION}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}'
            "</Relationships>",
            "word/document.xml": f"<w:document {_W}><w:body>{''.join(paragraphs)}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {_W}>{_STYLES}</w:styles>",
            "word/numbering.xml": f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0">{bullet}</w:abstractNum>'
            f'<w:num w:numId="{BULLET}"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
            "word/footnotes.xml": f'<w:footnotes {_W}><w:footnote w:id="2"><w:p>{run(note)}</w:p></w:footnote>'
            "</w:footnotes>",
        }
    )


ALLOTMENTS = """
<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>a lottery of £900,000</text:p>
</text:deletion></text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">Allotments for every new town</text:h>
<text:p>By Agnes Hallow, 3 June 2025</text:p>
<text:p>Every new town will have allotments from next year, the Ministry of Housing, Communities and Local Government
(MHCLG) has said. It will spend £22 million<text:note text:note-class="footnote" text:id="n1">
<text:note-citation>1</text:note-citation><text:note-body><text:p>In 2024-25 prices.</text:p></text:note-body>
</text:note> on the plots in 2026-27<text:change text:change-id="c1"/>, nearly three times the £8 million of
2024-25.</text:p>
<text:h text:outline-level="2">How it will work</text:h>
<text:p>Each council has three steps to take:</text:p>
<text:list text:style-name="Numbers">
<text:list-item><text:p>find land, at no more than £40,000 an acre;</text:p></text:list-item>
<text:list-item><text:p>ask the Plot Holders’ Association for a plan;</text:p></text:list-item>
<text:list-item><text:p>open the plots by 31 March 2027.</text:p></text:list-item>
</text:list>
<text:p>“A plot costs <text:span>£65 a year</text:span> to rent,” said Rufus Tilling, who chairs the association.
“A weekly shop costs more.”</text:p>
<table:table><table:table-row><table:table-cell><text:p>Town</text:p></table:table-cell>
<table:table-cell><text:p>Award</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>Alderholt</text:p></table:table-cell>
<table:table-cell><text:p>£1.5 million</text:p></table:table-cell></table:table-row></table:table>
"""


def odt(text: str) -> bytes:
    """An ODT file with this text; the list style `Numbers` is a numbered one."""
    prefixes = " ".join(f'xmlns:{name}="{_ODF}:{name}:1.0"' for name in ("office", "text", "table", "style"))
    numbers = '<text:list-level-style-number text:level="1" style:num-format="1"/>'
    styles = f'<office:automatic-styles><text:list-style style:name="Numbers">{numbers}</text:list-style>'
    content = f"<office:document-content {prefixes}>{styles}</office:automatic-styles><office:body><office:text>"
    manifest = f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0"><manifest:file-entry '
    return archive(
        {
            "mimetype": _ODT,
            "META-INF/manifest.xml": f'{manifest}manifest:full-path="/" manifest:media-type="{_ODT}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            "</manifest:manifest>",
            "content.xml": f"{content}{text}</office:text></office:body></office:document-content>",
        }
    )


def archive(parts: dict[str, str]) -> bytes:
    """A zip archive of these parts in this order, without compression and without the time."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, content in parts.items():
            made.writestr(zipfile.ZipInfo(name), content)
    return file.getvalue()


FILES = {
    CORPUS / "responses" / "harbour-pilots.docx": docx(PILOTS, PILOTS_NOTE),
    CORPUS / "press" / "allotments.odt": odt(ALLOTMENTS),
}

if __name__ == "__main__":
    for path, data in FILES.items():
        path.write_bytes(data)
