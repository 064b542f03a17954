"""The collection of the edition and its works as resources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_edition.edition.project import Project
from build_edition.pipeline import EditionWork
from build_edition.whole import Whole
from build_edition.writers.dts.links import FOLDER, Links, opening
from build_edition.writers.dts.units import Unit, citation_trees

ROOT = "edition"
TEI = "application/tei+xml"
Units = dict[str, tuple[Unit, ...]]


def collection_answers(whole: Whole, units: Units, links: Links) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every answer of the endpoint, by its path: the collection and each work, with their parents and children."""
    items = [item for item in whole.works if item.record.id in units]
    for path in (f"{FOLDER}/collection.json", f"{FOLDER}/collection/{ROOT}.json"):
        yield path, _edition(whole.project, items, units, links, path)
    children = f"{FOLDER}/collection/{ROOT}/children.json"
    yield children, _edition(whole.project, items, units, links, children)
    path = f"{FOLDER}/collection/{ROOT}/parents.json"
    yield path, {**_root(whole.project, len(items), links, path), "member": []}
    for item in items:
        folder = f"{FOLDER}/collection/{item.record.id}"
        for path, member in ((f"{folder}.json", None), (f"{folder}/children.json", [])):
            own = resource(whole.project, item, units, links, path)
            yield path, own if member is None else {**own, "member": member}
        path = f"{folder}/parents.json"
        own = resource(whole.project, item, units, links, path)
        yield path, {**own, "member": [_as_member(_root(whole.project, len(items), links, path))]}


def _edition(project: Project, items: list[EditionWork], units: Units, links: Links, path: str) -> dict[str, Any]:
    members = [_as_member(resource(project, item, units, links, path)) for item in items]
    return {**_root(project, len(items), links, path), "member": members}


def _root(project: Project, count: int, links: Links, path: str) -> dict[str, Any]:
    edition = project.edition
    return {
        **opening("Collection", ROOT),
        "title": edition.title,
        "totalParents": 0,
        "totalChildren": count,
        "collection": links.endpoints(path)["collection"],
        "dublinCore": {
            "title": [{"lang": edition.language, "value": edition.title}],
            "contributor": [{"lang": edition.language, "value": name} for name in edition.editors],
            "language": [edition.language],
            "hasVersion": [{"lang": edition.language, "value": edition.version}],
        },
    }


def resource(project: Project, item: EditionWork, units: Units, links: Links, path: str) -> dict[str, Any]:
    """A work as the file at `path` tells of it."""
    entry, language, work = item.entry, project.edition.language, item.record.id
    core: dict[str, Any] = {
        "title": [{"lang": language, "value": entry.title}],
        "creator": [{"lang": language, "value": name} for name in entry.authors],
        "issued": [{"lang": language, "value": entry.date}],
        "bibliographicCitation": [{"lang": language, "value": entry.citation_text()}],
        "language": [language],
        "rights": [item.record.rights.uri],
    }
    return {
        **opening("Resource", work),
        "title": entry.title,
        "totalParents": 1,
        "totalChildren": 0,
        **links.of_resource(work, path),
        "download": links.to(f"{FOLDER}/document/{work}.xml", path),
        "mediaTypes": [TEI],
        "citationTrees": citation_trees(units[work]),
        "dublinCore": {name: value for name, value in core.items() if value},
    }


def _as_member(answer: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answer.items() if name != "@context"}
