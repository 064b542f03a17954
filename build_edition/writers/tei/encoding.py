"""How a text was encoded: what was done to it, counted; how its places are cited; what its marks mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import get_args
from xml.etree.ElementTree import Element

from build_edition import __version__
from build_edition.edition.records import EditionRecord
from build_edition.edition.words.emendations import RULE as EMENDATION
from build_edition.edition.words.emendations import Cause
from build_edition.transcript import Transcript
from build_edition.writers.page.kinds import KINDS, NAMES, Kind, kind_of
from build_edition.writers.tei.elements import NAMESPACE, below, made
from build_edition.writers.tei.told import SIGNS, name_of

# Where the links of the texts lead: the kind of each, and the page of the site that lists its targets.
PAGES = {
    "term": "glossary", "person": "people", "place": "places", "org": "organisations", "event": "events",
    "title": "titles", "bib": "bibliography",
}  # fmt: skip
CAUSES: Mapping[Cause, str] = {
    "character": "a letter or figure misread",
    "case": "a capital for a small letter, or the other way round",
    "spacing": "a space too many or too few",
    "punctuation": "a stop, dash or quotation mark misread, lost or strayed",
    "word": "a word misread, doubled or lost",
    "markup": "mark-up that the source does not mean",
    "lost-text": "words that the source has lost",
    "slip": "the author’s own slip, which stands",
}
assert set(CAUSES) == set(get_args(Cause))


def encoding_desc(
    edition: EditionRecord,
    transcript: Transcript,
    text: Element | None,
    is_told: bool,
    root: str,
    prefix: str,
) -> Element:
    """What was done to a text; with `is_told` each change is told where it stands."""
    counts = _counts(transcript)
    found = made("encodingDesc", None, _project(), _editorial(counts, transcript, is_told), _references(prefix))
    if text is not None:
        found.insert(2, _tags(text))
    found.append(prefixes(edition, root))
    if is_told:
        found.append(_classes(counts))
        found.append(made("appInfo", None, _application()))
        found.append(made("variantEncoding", {"method": "parallel-segmentation", "location": "internal"}))
    return found


def _counts(transcript: Transcript) -> Mapping[Kind, Counter[str]]:
    """How often each rule changed something, by what its changes are to a reader."""
    found: dict[Kind, Counter[str]] = {kind: Counter() for kind in KINDS}
    for this in transcript.interventions:
        stands = transcript.source.text[this.start : this.end]
        found[kind_of(this, stands)][name_of(this.rule)] += 1
    return found


def _project() -> Element:
    said = (
        "A digital text was taken as it is and edited by records that point into it: rules found its parts and "
        "undid what printing, scanning and saving had left in it, and editors corrected what rules cannot know. "
        "This document is made from those records, and says what they say."
    )
    return made("projectDesc", None, made("p", None, said))


def _editorial(counts: Mapping[Kind, Counter[str]], transcript: Transcript, is_told: bool) -> Element:
    """What was corrected, normalised and left out, how often, and how it shows."""
    dress = Counter({name: n for name, n in counts["dress"].items() if name not in SIGNS})
    signs = Counter({name: n for name, n in counts["dress"].items() if name in SIGNS})
    method = {"method": "markup" if is_told else "silent"}
    dressed = f"Set as in print, {'each in a choice of orig and reg' if is_told else 'silently'}. {_listed(dress)}"
    signs_said = f"Signs of mark-up in the source became hi, table, head or note. {_listed(signs)}"
    hyphens = (
        f"Hyphens that the end of a line left in a word were dropped{', each in a choice' if is_told else ''}; "
        f"one that the word has anyway stands. {_listed(counts['hyphen'])}"
    )
    lines = f"Lines are not kept. {_listed(counts['join'])}"
    passages = (
        "Paragraphs, items, rows, figures and notes have numbers by which they are cited; one that goes on after "
        "a display is a p with part F. A gap of pages says that the numbers of the pages here leave some out."
    )
    names = (
        "Names, terms and titles are marked where the editors’ registers list their form, days where they are "
        "written out. Structure was found by rule and mended by the editors. What is inferred on weak evidence "
        "has cert low."
    )
    quotes = "Quotation marks stand in the text. A quotation that print sets apart is a quote; no other is marked."
    return made(
        "editorialDecl",
        None,
        _declared("correction", method, _corrected(counts["word"], transcript, is_told)),
        _declared("normalization", method, dressed, signs_said, _left_out(counts["forme work"], transcript)),
        _declared("punctuation", {"marks": "all"}, "All punctuation stands in the text, as characters."),
        _declared("quotation", {"marks": "all"}, quotes),
        _declared("hyphenation", {"eol": "hard"}, hyphens),
        _declared("segmentation", None, lines, passages),
        _declared("interpretation", None, names),
    )


def _corrected(counts: Counter[str], transcript: Transcript, is_told: bool) -> str:
    low = sum(this.cert == "low" for this in transcript.interventions)
    said = f"Corrected, {'each in a choice of sic and corr' if is_told else 'silently'}. {_listed(counts)} "
    said += f"Of all changes {low} are of low certainty, and have cert low. "
    if is_told:
        said += "A doubtful word is unclear, and stands in an app with what it may be instead. "
    return said + (
        "An author’s slip is a sic outside any choice and stands; what the source has lost and the editors bring "
        "in is supplied."
    )


def _left_out(counts: Counter[str], transcript: Transcript) -> str:
    characters = sum(this.end - this.start for this in transcript.interventions if name_of(this.rule) in counts)
    return (
        "Running heads, page numbers as figures and the matter of web sites are no part of the text; as fw they "
        "would stand in the middle of sentences, and whoever reads the text would have to take them out again. So "
        "they are counted here and not given: pb has the numbers of pages, and the stand-off transcript that "
        "build-edition transcribe writes has every character. "
        f"{_listed(counts)} These are {characters} characters of {len(transcript.source.text)}."
    )


def _declared(tag: str, attributes: dict[str, str] | None, *said: str) -> Element:
    return made(tag, attributes, *(made("p", None, one) for one in said))


def _listed(counts: Counter[str]) -> str:
    """What rules did, and how often."""
    told = {EMENDATION: "emended by the editors", **NAMES}
    if not counts:
        return "Nothing of this kind was done."
    return (
        "; ".join(f"{told.get(name, name)}: {count}" for name, count in sorted(counts.items())).capitalize() + "."
    )


def _tags(text: Element) -> Element:
    """How often each element stands in the text."""
    used = Counter(element.tag for element in text.iter())
    names = Counter(element.tag for element in text.iter() if element.get("xml:id"))
    space = made("namespace", {"name": NAMESPACE})
    for tag, count in sorted(used.items()):
        below(space, "tagUsage", {"gi": tag, "occurs": str(count), "withId": str(names[tag])})
    return made("tagsDecl", {"partial": "false"}, space)


def _references(prefix: str) -> Element:
    """How passages, divisions and pages are cited."""

    def structure(unit: str, tag: str, start: str, said: str) -> Element:
        begins = f"{prefix}{start}"
        told = {
            "unit": unit,
            "match": f"//text//{tag}[starts-with(@xml:id, '{begins}')]",
            "use": f"substring-after(@xml:id, '{begins}')",
        }
        return made("citeStructure", told, made("desc", None, said))

    passages = "A paragraph, item, row, figure or note, as the edition cites it: 4.12, or 4.n12 for a note."
    return made(
        "refsDecl",
        None,
        structure("passage", "*", "p.", passages),
        structure("division", "div", "s.", "A part, chapter or section, by its key in the edition."),
        structure("page", "pb[@n]", "page-", "A page of the print, by its number."),
    )


def prefixes(edition: EditionRecord, root: str) -> Element:
    """What the prefixes of references stand for that lead out of the document."""
    found = made("listPrefixDef")
    base = edition.at("") or root
    for kind, page in PAGES.items():
        told = {"ident": kind, "matchPattern": "(.+)", "replacementPattern": f"{base}{page}/#$1"}
        below(found, "prefixDef", told)
    told = {"ident": "passage", "matchPattern": "([^/]+)(/.*)?", "replacementPattern": f"{base}c/$1$2/"}
    below(found, "prefixDef", told)
    return found


def _classes(counts: Mapping[Kind, Counter[str]]) -> Element:
    """Why something was changed: the causes that editors give, and the rules."""
    causes = made("taxonomy", {"xml:id": "causes"}, made("desc", None, "What was wrong, as the editors judged."))
    for cause, said in CAUSES.items():
        causes.append(_category(f"cause.{cause}", said))
    used = sorted(set().union(*counts.values()) - {EMENDATION})
    rules = made(
        "taxonomy", {"xml:id": "rules"}, made("desc", None, "The rules that changed something in this text.")
    )
    rules.extend(_category(f"rule.{name}", NAMES.get(name, name)) for name in used)
    return made("classDecl", None, causes, rules)


def _category(name: str, said: str) -> Element:
    return made("category", {"xml:id": name}, made("catDesc", None, said))


def _application() -> Element:
    told = {"ident": "build-edition", "version": __version__}
    return made("application", told, made("label", None, "build-edition"))


def shared_encoding(edition: EditionRecord, root: str, kinds: Iterator[str]) -> Element:
    """Of a document of several works: what holds of all of them."""
    said = f"Each work has a header of its own. The registers of {', '.join(kinds)} stand beside all of them."
    project = _project()
    below(project, "p", None, said)
    return made("encodingDesc", None, project, prefixes(edition, root), made("appInfo", None, _application()))
