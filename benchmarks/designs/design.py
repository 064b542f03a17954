"""The designs: how a printer may set a book. Each differs from the others in what tells its parts apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

HeadForm = Literal["centred", "bold", "italic", "capitals"]


@dataclass(frozen=True)
class Design:
    """How pages are set. Lengths are in millimetres, sizes of type in points.

    `verso` and `recto` are the running heads of left and right pages, `foot` the line below the text: `{folio}`,
    `{title}` and `{chapter}` stand for the page's number, the book's title and the chapter's.
    """

    name: str
    width: float = 140
    height: float = 216
    size: float = 10
    font: Literal["Libertinus Serif", "New Computer Modern"] = "Libertinus Serif"
    verso: str = ""
    recto: str = ""
    foot: str = ""
    opening_folio: bool = True  # a chapter's first page bears its number at the foot
    capital_heads: bool = False  # running heads all in capitals
    indent: float = 4.5  # of a paragraph's first line
    gap: float = 0  # between paragraphs
    quote_size: float = 9
    quote_left: float = 6
    quote_right: float = 6
    quote_gap: float = 3
    chapter: Literal["centred", "left"] = "centred"
    section: HeadForm = "bold"
    subsection: HeadForm | None = None  # none: set as a section is
    justified: bool = True
    italic_quotes: bool = False
    call: Literal["raised", "brackets"] = "raised"  # of notes behind the chapter; at the foot they are raised
    notes: Literal["foot", "chapter"] = "foot"
    first_page: int = 1
    folio: Literal["1", "i"] = "1"

    @property
    def shows_quotations(self) -> bool:
        """Whether anything but a wider or narrower gap tells displays from paragraphs."""
        set_otherwise = self.quote_size < self.size or self.quote_left or self.quote_right or self.italic_quotes
        return bool(set_otherwise or self.indent)


DESIGNS = (
    Design(
        "press",
        verso="{folio}     {title}",
        recto="{chapter}     {folio}",
        capital_heads=True,
        quote_right=0,
        quote_size=8.6,
        section="italic",
        first_page=27,
    ),
    Design(
        "pamphlet",
        width=148,
        height=210,
        font="New Computer Modern",
        foot="– {folio} –",
        indent=0,
        gap=2.6,
        quote_size=10,
        chapter="left",
        section="bold",
        notes="chapter",
    ),
    Design(
        "treatise",
        width=129,
        height=198,
        verso="[{folio}]",
        recto="[{folio}]",
        opening_folio=False,
        quote_left=0,
        quote_right=0,
        quote_size=8,
        quote_gap=2.2,
        section="centred",
        first_page=113,
    ),
    Design(
        "report",
        width=176,
        height=250,
        size=10.5,
        font="New Computer Modern",
        verso="{title}",
        recto="{chapter}",
        foot="{folio}",
        indent=5.5,
        quote_left=10,
        quote_right=10,
        quote_size=9.5,
        chapter="left",
        section="capitals",
        first_page=411,
    ),
)
