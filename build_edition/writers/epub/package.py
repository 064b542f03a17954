"""The package document: what a book says of itself, what it holds, in which order it is read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from build_edition.writers.epub.book import COVER, NAV, STYLE, About, Book, Person
from build_edition.writers.escaping import attribute, html

FEATURES = ("structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability", "ARIA")
OF_PAGES = ("pageBreakMarkers", "pageNavigation")
SUMMARY = (
    "All of the content is text that any reading system can enlarge, recolour and read aloud. Headings, lists, "
    "tables and notes are marked as what they are; every note has a link back to its call; the contents lead to "
    "every chapter and section."
)
PAGES = " The pages of the printed source are marked and listed."


def package(book: Book) -> str:
    """The package document of a book."""
    spine = "\n".join(_spine(book))
    items = "\n".join(_manifest(book))
    metadata = "\n".join(_metadata(book))
    language = attribute(book.about.language)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id" '
        f'xml:lang="{language}" prefix="schema: http://schema.org/">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n{metadata}\n</metadata>\n'
        f"<manifest>\n{items}\n</manifest>\n<spine>\n{spine}\n</spine>\n</package>\n"
    )


def _metadata(book: Book) -> Iterator[str]:
    about = book.about
    yield f'<dc:identifier id="book-id">{html(about.identifier)}</dc:identifier>'
    yield from (f"<dc:identifier>{html(other)}</dc:identifier>" for other in about.others)
    yield f'<dc:title id="title">{html(about.title)}</dc:title>'
    yield f"<dc:language>{html(about.language)}</dc:language>"
    yield _meta("dcterms:modified", about.modified)
    numbers = count(1)
    for element, people in (("creator", about.creators), ("contributor", about.contributors)):
        for person in people:
            yield from _person(element, person, f"person-{next(numbers)}")
    yield f"<dc:publisher>{html(about.publisher)}</dc:publisher>"
    if about.date:
        yield f"<dc:date>{html(about.date)}</dc:date>"
    yield f"<dc:description>{html(about.description)}</dc:description>"
    yield f"<dc:rights>{html(about.rights)}</dc:rights>"
    yield from (f"<dc:source>{html(source)}</dc:source>" for source in about.sources)
    yield _meta("schema:version", about.version)
    yield from _accessibility(about)


def _person(element: str, person: Person, name: str) -> Iterator[str]:
    yield f'<dc:{element} id="{name}">{html(person.name)}</dc:{element}>'
    yield f'<meta refines="#{name}" property="role" scheme="marc:relators">{person.role}</meta>'
    if person.filed:
        yield f'<meta refines="#{name}" property="file-as">{html(person.filed)}</meta>'


def _accessibility(about: About) -> Iterator[str]:
    """What a reader with a disability can count on.

    Nothing here says that a book conforms to a standard: for that somebody must have looked at it.
    """
    yield _meta("schema:accessMode", "textual")
    yield _meta("schema:accessModeSufficient", "textual")
    for feature in (*FEATURES, *(OF_PAGES if about.source_of_pages else ())):
        yield _meta("schema:accessibilityFeature", feature)
    yield _meta("schema:accessibilityHazard", "none")
    yield _meta("schema:accessibilitySummary", SUMMARY + (PAGES if about.source_of_pages else ""))
    if about.source_of_pages:
        yield _meta("pageBreakSource", about.source_of_pages)


def _meta(name: str, value: str) -> str:
    return f'<meta property="{name}">{html(value)}</meta>'


def _manifest(book: Book) -> Iterator[str]:
    yield f'<item id="nav" href="{NAV}" media-type="application/xhtml+xml" properties="nav"/>'
    yield f'<item id="style" href="{STYLE}" media-type="text/css"/>'
    for number, sheet in enumerate(book.sheets, 1):
        if sheet.path != NAV:
            href = attribute(sheet.path)
            yield f'<item id="sheet-{number}" href="{href}" media-type="application/xhtml+xml"/>'
    for number, (path, (_, kind)) in enumerate(book.files.items(), 1):
        properties = ' properties="cover-image"' if path == COVER else ""
        yield f'<item id="file-{number}" href="{attribute(path)}" media-type="{kind}"{properties}/>'


def _spine(book: Book) -> Iterator[str]:
    for number, sheet in enumerate(book.sheets, 1):
        yield f'<itemref idref="{"nav" if sheet.path == NAV else f"sheet-{number}"}"/>'
