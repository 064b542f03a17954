"""What stands about the texts in TEI: the header, the registers, and pointers that lead somewhere."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from lxml import etree

from build_edition.edition.credit import credits_of
from build_edition.edition.words.emendations import RULE
from build_edition.pipeline import EditionWork
from build_edition.whole import Whole
from build_edition.writers.tei.elements import entry_id
from tests.writers.tei_reading import TEI, XML_ID

POINTING = ("target", "ref", "resp", "ana", "corresp", "prev", "next")


def assert_pointers(root: Any) -> None:
    ids = [one.get(XML_ID) for one in root.iter() if one.get(XML_ID)]
    assert len(ids) == len(set(ids))
    known = frozenset(ids)
    prefixes = {one.get("ident") for one in root.iter(f"{TEI}prefixDef")}
    count = 0
    for element in root.iter(etree.Element):
        for name in POINTING:
            for pointer in (element.get(name) or "").split():
                inside, mark, there = pointer.partition("#")
                if mark and not inside:
                    assert there in known, (element.tag, name, pointer)
                    count += 1
                elif not pointer.startswith("http"):
                    assert pointer.partition(":")[0] in prefixes, pointer
    assert count > 3


def test_every_pointer_leads_somewhere(roots: list[tuple[EditionWork, Any]], corpus: Any) -> None:
    for _, root in roots:
        assert_pointers(root)
    assert_pointers(corpus)
    outward = [one for one in corpus.iter() if str(one.get("target")).startswith("passage:")]
    assert outward == []  # all works are in it


def test_names_lead_to_registers_that_know_them(
    roots: list[tuple[EditionWork, Any]], edition_whole: Whole
) -> None:
    wikidata = 0
    for _, root in roots:
        by_id = {one.get(XML_ID): one for one in root.iter() if one.get(XML_ID)}
        for name in root.find(f"{TEI}text").iter(
            f"{TEI}persName", f"{TEI}placeName", f"{TEI}orgName", f"{TEI}term"
        ):
            entry = edition_whole.entries[name.get("ref").partition(".")[2]]
            record = by_id[name.get("ref")[1:]]
            said = " ".join("".join(record.itertext()).split())
            assert entry.label in said
            assert (entry.cyrillic or "") in said
            addresses = [address for _, address in getattr(entry, "authorities", ())]
            assert addresses == [one.text for one in record.findall(f"{TEI}idno")]
            wikidata += len(addresses)
    assert wikidata or not any(getattr(one, "wikidata", None) for one in edition_whole.entries.values())


def test_the_registers_of_the_edition_hold_everything(corpus: Any, edition_whole: Whole) -> None:
    ids = {one.get(XML_ID) for one in corpus.find(f"{TEI}standOff").iter()}
    assert {f"{one.kind}.{one.id}" for one in edition_whole.entries.values()} <= ids
    assert {entry_id("bib", key) for key in edition_whole.project.bibliography} <= ids


def test_the_header_says_what_it_is(roots: list[tuple[EditionWork, Any]], edition_whole: Whole) -> None:
    edition = edition_whole.project.edition
    for item, root in roots:
        header = root.find(f"{TEI}teiHeader")
        said = " ".join("".join(header.itertext()).split())
        source, entry, rights = item.record.source, item.entry, item.record.rights
        wanted = [
            entry.title,
            *entry.authors,
            entry.citation_text(),
            edition.title,
            edition.version,
            edition.licence,
        ]
        wanted += [*edition.editors, source.file, source.sha256, source.origin, rights.statement, item.record.id]
        wanted += ["build-edition", *({entry.container} if entry.container else ())]
        missing = [one for one in wanted if " ".join(one.split()) not in said]
        assert missing == []
        assert header.find(f".//{TEI}licence").get("target") == rights.uri
        assert item.transcript is not None
        made = Counter(one.rule.partition(":")[0] for one in item.transcript.interventions)
        if made[RULE]:
            assert f"mended by the editors: {made[RULE]}" in said
        versions = edition_whole.project.recensions[item.record.id].versions
        assert [one.get("n") for one in header.iter(f"{TEI}change")] == [one.name for one in reversed(versions)]


def test_citations_by_the_header_find_every_passage(
    roots: list[tuple[EditionWork, Any]], edition_whole: Whole
) -> None:
    def cited(element: Any, start: str) -> str:
        return str(element.get(XML_ID)).removeprefix(start)

    for item, root in roots:
        passages, *_ = root.iter(f"{TEI}citeStructure")
        match = re.fullmatch(r"//text//\*\[starts-with\(@xml:id, '(.+)'\)\]", passages.get("match"))
        assert match is not None
        assert passages.get("use") == f"substring-after(@xml:id, '{match[1]}')"
        named = [one for one in root.find(f"{TEI}text").iter() if str(one.get(XML_ID)).startswith(match[1])]
        citable = {one.id for one in edition_whole.passages[item.record.id] if one.is_citable}
        assert {cited(one, match[1]) for one in named} == citable


def test_everybody_who_worked_on_a_text_is_named(
    roots: list[tuple[EditionWork, Any]], edition_whole: Whole
) -> None:
    credits = credits_of(edition_whole.project)
    for item, root in roots:
        stated = {
            one[-1].text: [resp.text for resp in one.findall(f"{TEI}resp")]
            for one in root.iter(f"{TEI}respStmt")
            if one.get(XML_ID)
        }
        wanted = {one.who.name for one in credits.of_work(item.record.id)}
        assert wanted <= set(stated), item.record.id
        assert all(stated.values())
        for one in credits.of_work(item.record.id):
            assert ("validation" in stated[one.who.name]) == bool(one.deeds[item.record.id]["validation"])


def test_a_name_says_what_bears_it(roots: list[tuple[EditionWork, Any]], edition_whole: Whole) -> None:
    tags = {"person": "persName", "group": "orgName", "process": "name"}
    people = edition_whole.project.contributors
    found = [(one[-1], people.of(one[-1].text)) for _, root in roots for one in root.iter(f"{TEI}respStmt")]
    listed = [(element, who) for element, who in found if people.knows(who.name) and element.tag != f"{TEI}name"]
    assert listed
    for element, who in listed:
        assert element.tag == TEI + tags[who.kind]
        assert element.get("ref") == who.link
