"""DTS 1.0 as files: answers that fit the schema, templates that lead to them, texts that hold every passage."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urljoin

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from build_edition import specimen
from build_edition.whole import Whole
from build_edition.writers.dts.files import dts_files
from build_edition.writers.escaping import visible
from tests.edition_folder import EditionFolder
from tests.site_folder import prepared
from tests.writers import dts_schema

TEI = "{http://www.tei-c.org/ns/1.0}"
WRAPPER = "{https://w3id.org/api/dts#}wrapper"
HOST = "https://somewhere.example/below/"
Files = dict[str, str]


@pytest.fixture(scope="module", params=["specimen", "five"])
def whole(request: pytest.FixtureRequest) -> Whole:
    found: Whole = (
        prepared(specimen.ROOT) if request.param == "specimen" else request.getfixturevalue("five_whole")
    )
    return found


@pytest.fixture(scope="module")
def files(whole: Whole) -> Files:
    found = list(dts_files(whole))
    assert len(found) == len(dict(found))
    return dict(found)


def expanded(template: str, **values: str) -> str:
    """A URI template (RFC 6570) with its variables; of operators it knows "/" and ";", which are all there are."""

    def one(match: re.Match[str]) -> str:
        operator, names = match[1], match[2].split(",")
        given = [(name, values[name]) for name in names if name in values]
        return "".join(f"/{value}" if operator == "/" else f";{name}={value}" for name, value in given)

    return re.sub(r"\{([/;])([\w,]+)\}", one, template)


class Client:
    """A client that knows nothing but the address of the entry."""

    def __init__(self, whole: Whole, files: Files) -> None:
        self.files, self.base = files, whole.project.edition.address or HOST

    def get(self, url: str) -> str:
        return self.files[url.removeprefix(f"{self.base.rstrip('/')}/")]

    def json(self, url: str) -> Any:
        return json.loads(self.get(url))

    @property
    def entry(self) -> str:
        return f"{self.base.rstrip('/')}/dts/index.json"


def test_every_answer_fits_the_schema(files: Files) -> None:
    by_type = {"EntryPoint": dts_schema.ENTRY, "Collection": dts_schema.COLLECTION,
               "Resource": dts_schema.COLLECTION, "Navigation": dts_schema.NAVIGATION}  # fmt: skip
    validators = {kind: Draft202012Validator(schema) for kind, schema in by_type.items()}
    seen = set()
    for path, text in files.items():
        if path.endswith(".json"):
            answer = json.loads(text)
            seen.add(answer["@type"])
            errors = [error.message for error in validators[answer["@type"]].iter_errors(answer)]
            assert errors == [], path
    assert seen == set(by_type)


def test_the_schema_refuses_what_is_wrong(files: Files) -> None:
    entry = json.loads(files["dts/index.json"])
    assert not Draft202012Validator(dts_schema.ENTRY).is_valid({**entry, "dtsVersion": "1-alpha"})
    path = next(path for path in files if ";down=1.json" in path)
    answer = json.loads(files[path])
    del answer["member"][0]["parent"]
    assert not Draft202012Validator(dts_schema.NAVIGATION).is_valid(answer)
    collection = json.loads(files["dts/collection.json"])
    del collection["member"][0]["navigation"]
    assert not Draft202012Validator(dts_schema.COLLECTION).is_valid(collection)


def test_a_client_that_follows_templates_reads_every_passage(whole: Whole, files: Files) -> None:
    client = Client(whole, files)
    entry = client.json(client.entry)
    root = urljoin(client.entry, expanded(entry["collection"]))
    works = [member["@id"] for member in client.json(root)["member"]]
    assert works == [item.record.id for item in whole.works if item.work]
    for work in works:
        url = urljoin(client.entry, expanded(entry["navigation"], resource=work, down="-1"))
        units = [unit["identifier"] for unit in client.json(url)["member"]]
        citable = [one.id for one in whole.passages[work] if one.is_citable]
        assert [name for name in units if name in set(citable)] == citable
        assert len(units) == len(set(units))
        for one in whole.passages[work]:
            if one.is_citable:
                url = urljoin(client.entry, expanded(entry["document"], resource=work, ref=one.id))
                assert_says(client.get(url), visible(one.text), f"{work}/{one.id}")


def assert_says(document: str, text: str, name: str) -> None:
    """A piece holds the words of its passage; an item may hold passages of its own."""
    root = etree.fromstring(document.encode())
    (wrapper,) = root.iter(WRAPPER)
    for added in [*wrapper.iter(f"{TEI}note")]:
        if added.get("type") == "editorial":
            added.text = ""
    for call in [one for one in wrapper.iter(f"{TEI}ref") if one.get("type") == "noteCall"]:
        call.text = ""
    shown = "".join("".join(wrapper.itertext()).split())
    wanted = "".join(text.split())
    assert shown.startswith(wanted) if wrapper.find(f".//{TEI}item") is not None else shown == wanted, name


def test_templates_of_a_work_lead_to_its_answers(whole: Whole, files: Files) -> None:
    client = Client(whole, files)
    for path, text in files.items():
        if not path.endswith(".json"):
            continue
        page = f"{client.base.rstrip('/')}/{path}"
        answer = json.loads(text)
        found = [answer.get("resource", answer), *answer.get("member", [])]
        for one in found:
            if one["@type"] != "Resource":
                continue
            assert client.json(urljoin(page, expanded(one["collection"])))["@id"] == one["@id"]
            assert client.json(urljoin(page, expanded(one["navigation"], down="1")))["member"]
            assert client.get(urljoin(page, expanded(one["document"]))).startswith("<?xml")


def test_navigation_tells_what_stands_below_and_beside(whole: Whole, files: Files) -> None:
    for work in whole.passages:
        every = json.loads(files[f"dts/navigation/{work};down=-1.json"])["member"]
        top = json.loads(files[f"dts/navigation/{work};down=1.json"])["member"]
        assert top == [unit for unit in every if unit["level"] == 1]
        assert json.loads(files[f"dts/navigation/{work};down=2.json"])["member"] == every
        for unit in every:
            own = json.loads(files[f"dts/navigation/{work}/{unit['identifier']}.json"])
            assert own["ref"] == unit
            assert "member" not in own
            path = f"dts/navigation/{work}/{unit['identifier']}"
            if below := files.get(f"{path};down=1.json"):
                inner = [one for one in every if one["parent"] == unit["identifier"]]
                assert json.loads(below)["member"] == [unit, *inner]
                beside = json.loads(files[f"{path};down=0.json"])["member"]
                assert beside == [one for one in every if one["parent"] == unit["parent"]]


def test_divisions_hold_their_passages(whole: Whole, files: Files) -> None:
    for work, passages in whole.passages.items():
        for unit in json.loads(files[f"dts/navigation/{work};down=-1.json"])["member"]:
            if unit["parent"] is None and any(one.division == unit["identifier"] for one in passages):
                root = etree.fromstring(files[f"dts/document/{work}/{unit['identifier']}.xml"].encode())
                names = {one.get("{http://www.w3.org/XML/1998/namespace}id") for one in root.iter()}
                wanted = {f"p.{p.id}" for p in passages if p.division == unit["identifier"] and p.is_citable}
                assert wanted <= names


def test_without_an_address_links_go_from_file_to_file(edition: EditionFolder) -> None:
    whole = prepared(edition.root)
    files = dict(dts_files(whole))
    assert "://" not in json.loads(files["dts/index.json"])["document"]
    test_a_client_that_follows_templates_reads_every_passage(whole, files)
    test_templates_of_a_work_lead_to_its_answers(whole, files)


def test_an_edition_without_texts_has_none(edition: EditionFolder) -> None:
    for source in (edition.root / "sources").iterdir():
        source.unlink()
    assert list(dts_files(prepared(edition.root))) == []
