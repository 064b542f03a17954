"""Invented pages, set as a printer would and written in each of the four formats, for tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from xml.sax.saxutils import quoteattr

EM = 40.0  # pixels of the text's type
CHARACTER = 18.0
LEADING = 50.0
LOW, TALL, DEEP = 0.45, 0.68, 0.22  # of an em: the heights of letters


@dataclass
class Set:
    """A line as it is set: its words, how far it stands in, in characters, and how large its type is."""

    text: str
    indent: float = 0.0
    size: float = 1.0
    above: float = 1.0  # leadings from the line above
    left: float = 200.0
    gaps: dict[int, float] = field(default_factory=dict)  # by word: characters more before it


@dataclass
class Placed:
    """A word in its box."""

    text: str
    box: tuple[int, int, int, int]


def placed(page: list[Set], slope: float = 0.0, top: float = 300.0) -> list[list[Placed]]:
    """The words of each line, on a page that is turned by so much."""
    found, foot = [], top
    for line in page:
        foot += line.above * LEADING
        x = line.left + line.indent * CHARACTER
        words = []
        for at, text in enumerate(line.text.split(" ")):
            x += line.gaps.get(at, 0.0) * CHARACTER
            width = len(text) * CHARACTER * line.size
            words.append(Placed(text, boxed(text, x, foot, width, line.size * EM, slope)))
            x += width + CHARACTER * line.size
        found.append(words)
    return found


def reach(text: str) -> tuple[float, float]:
    """How high above its foot and how deep below it the letters of a word go, in ems."""
    high = TALL if any(c in "bdfhkli" or c.isupper() for c in text) else LOW
    return high, DEEP if any(c in "gpqyj" for c in text) else 0.0


def boxed(text: str, x: float, foot: float, width: float, em: float, slope: float) -> tuple[int, int, int, int]:
    """The box of a word, turned by so much."""
    high, deep = reach(text)
    middle = x + width / 2
    down, aside = slope * middle, -slope * foot
    return (
        round(x + aside),
        round(foot - high * em + down),
        round(x + aside + width),
        round(foot + deep * em + down),
    )


def around(words: list[Placed]) -> tuple[int, int, int, int]:
    lefts, tops, rights, feet = zip(*(word.box for word in words), strict=True)
    return min(lefts), min(tops), max(rights), max(feet)


def as_hocr(pages: list[list[list[Placed]]]) -> bytes:
    """Pages as Tesseract writes them."""

    def title(box: tuple[int, int, int, int]) -> str:
        return f"bbox {box[0]} {box[1]} {box[2]} {box[3]}"

    body = ""
    for page in pages:
        body += "<div class='ocr_page' title='image \"a; b.png\"; bbox 0 0 2000 3000'><p class='ocr_par'>\n"
        for line in page:
            body += f"<span class='ocr_line' title='{title(around(line))}; baseline 0 -5'>\n"
            for word in line:
                body += (
                    f"<span class='ocrx_word' title='{title(word.box)}; x_wconf 91'>{escape(word.text)}</span>\n"
                )
            body += "</span>\n"
        body += "</p></div>\n"
    head = "<head><title>x</title><meta name='ocr-system' content='none'/></head>"
    doctype = (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/x.dtd">'
    )
    html = f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<html xmlns="http://www.w3.org/1999/xhtml">{head}'
    return f"{html}<body>{body}</body></html>".encode()


def place(box: tuple[int, int, int, int]) -> str:
    left, top, right, foot = box
    return f'HPOS="{left}" VPOS="{top}" WIDTH="{right - left}" HEIGHT="{foot - top}"'


def as_alto(pages: list[list[list[Placed]]], version: int = 3) -> bytes:
    """Pages as a library keeps them; a hyphen that ends a line is a `HYP`."""
    body = ""
    for page in pages:
        body += '<Page WIDTH="2000" HEIGHT="3000"><PrintSpace><TextBlock ID="b">'
        for line in page:
            body += f"<TextLine {place(around(line))}>"
            for at, word in enumerate(line):
                ends = at + 1 == len(line) and len(word.text) > 1 and word.text.endswith("-")
                text = word.text[:-1] if ends else word.text
                whole = ' SUBS_TYPE="HypPart1" SUBS_CONTENT="whole"' if ends else ""
                body += f'<String CONTENT={quoteattr(text)} WC="0.91" {place(word.box)}{whole}/>'
                body += '<HYP CONTENT="-"/>' if ends else "<SP/>" if at + 1 < len(line) else ""
            body += "</TextLine>"
        body += "</TextBlock></PrintSpace></Page>"
    return (
        f'<alto xmlns="http://www.loc.gov/standards/alto/ns-v{version}#"><Layout>{body}</Layout></alto>'.encode()
    )


def corners(box: tuple[int, int, int, int]) -> str:
    left, top, right, foot = box
    return f'<Coords points="{left},{top} {right},{top} {right},{foot} {left},{foot}"/>'


def equiv(text: str) -> str:
    return f'<TextEquiv conf="0.91"><Unicode>{escape(text)}</Unicode></TextEquiv>'


def as_page_xml(page: list[list[Placed]]) -> bytes:
    """A page as Transkribus writes it: words within lines, and the text of both."""
    body = ""
    for line in page:
        body += f"<TextLine>{corners(around(line))}"
        body += "".join(f"<Word>{corners(word.box)}{equiv(word.text)}</Word>" for word in line)
        body += equiv(" ".join(word.text for word in line)) + "</TextLine>"
    region = f'<TextRegion id="r"><Coords points="0,0 9,0 9,9"/>{body}</TextRegion>'
    namespace = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2013-07-15"
    return (
        f'<PcGts xmlns="{namespace}"><Page imageWidth="2000" imageHeight="3000">{region}</Page></PcGts>'.encode()
    )


def as_pdf_boxes(pages: list[list[list[Placed]]]) -> bytes:
    """Pages as Poppler writes them: the box of a word is that of its font, whatever its letters."""

    def place(word: Placed) -> str:
        left, top, right, bottom = word.box
        high, deep = reach(word.text)
        em = max(1, round((bottom - top) / (high + deep)))
        foot = bottom - deep * em
        right = max(right, left + 1)
        return f'xMin="{left}.000" yMin="{foot - 0.9 * em:.6f}" xMax="{right}.000" yMax="{foot + 0.3 * em:.6f}"'

    body = ""
    for page in pages:
        body += '<page width="600.000000" height="800.000000"><flow><block xMin="0" yMin="0" xMax="9" yMax="9">\n'
        for line in page:
            inner = "".join(f"<word {place(word)}>{escape(word.text)}</word>\n" for word in line)
            body += f'<line xMin="0" yMin="0" xMax="0" yMax="0">\n{inner}</line>\n'
        body += "</block></flow></page>\n"
    doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/x.dtd">'
    head = "<head>\n<title>Mills &amp; Weirs</title>\n</head>"
    return f'{doctype}<html xmlns="x">{head}<body><doc>\n{body}</doc></body></html>'.encode()
