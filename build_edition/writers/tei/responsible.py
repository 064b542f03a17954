"""Who is responsible for what in a document: those who decided about its words, and others who worked on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from build_edition.edition.contributors import Contributor
from build_edition.edition.credit import Deed, credits_of
from build_edition.edition.project import Project
from build_edition.writers.tei.elements import below, made
from build_edition.writers.tei.records import Records, resp_id

READINGS = "decisions about single readings"
_WORK: dict[Deed, str] = {
    "emendation": READINGS, "conjecture": READINGS, "doubt": READINGS, "slip": READINGS, "stet": READINGS,
    "look": READINGS, "structure": "decisions about structure", "proofreading": "proofreading",
    "validation": "validation", "problem": "proofreading", "cross-reference": "cross-references",
    "decision": "decisions about names", "ignore": "checking",
}  # fmt: skip
_TAGS = {"person": "persName", "group": "orgName", "process": "name"}


def statements(project: Project, work: str, records: Records) -> Iterator[Element]:
    """A statement for everybody who worked on a text; those whom its changes name come first."""
    work_of = {one.who.name: one.deeds[work] for one in credits_of(project).of_work(work)}
    names = list(dict.fromkeys([*records.people(), *work_of]))
    for identity, name in {resp_id(name): name for name in names}.items():
        deeds = work_of.get(name, Counter())
        said = dict.fromkeys([READINGS] if name in records.people() else [])
        said |= dict.fromkeys(what for deed, what in _WORK.items() if deeds.get(deed))
        people = project.contributors
        tag = _TAGS[people.of(name).kind] if people.knows(name) else "name"
        yield responsible(identity, list(said), people.of(name), tag)


def responsible(identity: str, what: list[str], who: Contributor, tag: str = "name") -> Element:
    """The statement of what somebody did; `tag` says what bears the name, where that is known."""
    found = made("respStmt", {"xml:id": identity}, *(made("resp", None, each) for each in what))
    ref = f"https://orcid.org/{who.orcid}" if who.orcid else who.link or ""
    below(found, tag, {"ref": ref} if ref else None, who.name)
    return found
