"""Whatever stands in a record, a comment and a page show it, and do nothing else with it."""

import hashlib
import json
import re

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from build_edition.report.inert import named, prose, quoted, shown
from tests.command_line import run
from tests.report.versioned import Versioned

EVIL = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</code></details>--><b>bold</b>",
    "@octocat and @org/team",
    "fixes #1, GH-2, org/repo#3, !4, ~label, %5",
    "[a](javascript:alert(1)) ![i](https://evil.example/x.png)",
    "https://evil.example/ www.evil.example mail@evil.example",
    "```\n::error::no\n```",
    "::set-output name=x::y",
    "`code` *em* _em_ ~~del~~ ==mark== $x^2$ | a | b |",
    "# Heading\n- [ ] task\n> quote\n---",
    "<!-- build-edition report -->",
    "abc\u202egnp.exe\u202c \u200bzero \ufeffmark \x1b[31mred",
    "&lt;b&gt; &#64;octocat &copy;",
    ":tada: :+1:",
)
GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
TAGS = {
    "h1",
    "h2",
    "h3",
    "p",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "ul",
    "li",
    "br",
    "code",
    "del",
    "ins",
    "em",
}


def rendered(markdown: str) -> BeautifulSoup:
    return BeautifulSoup(GITHUB.render(markdown), "lxml")


def assert_inert(markdown: str) -> None:
    """That only our own elements are there, without attributes but alignment, and nothing to refer to anybody."""
    page = rendered(markdown)
    assert page.body is not None
    assert {tag.name for tag in page.body.find_all(True)} <= TAGS
    assert all(set(tag.attrs) <= {"style"} for tag in page.body.find_all(True))
    for code in page.find_all("code"):
        code.extract()
    rest = page.get_text()
    assert not re.search(r"[@#!~%](?=\w)|\bGH-\d|www\.(?=\w)|https?://\w", rest), rest
    assert not [line for line in markdown.splitlines() if line.lstrip().startswith(("::", "```", "##["))]
    assert markdown.count("<!--") == 1


@pytest.mark.parametrize("evil", EVIL)
def test_a_quotation_is_read_back_letter_for_letter(evil: str) -> None:
    for written in (quoted(evil), f"- new: {quoted(evil)} · x<br>\n  {quoted(evil)}"):
        page = rendered(written)
        assert {code.get_text() for code in page.find_all("code")} == {shown(evil)}
        assert {tag.name for tag in page.find_all(True)} <= TAGS | {"html", "body"}


@pytest.mark.parametrize("evil", EVIL)
def test_a_name_and_a_sentence_say_the_same_letters(evil: str) -> None:
    assert rendered(f"x {named(evil)} x").get_text().strip() == f"x {shown(evil, 200)} x"
    assert rendered(f"x {prose(evil)} x").get_text().strip().replace("\u200b", "") == f"x {shown(evil)} x"


def test_what_is_not_seen_is_shown() -> None:
    assert shown("a\u202eb\x00c\ud800") == "a[U+202E]b[U+0000]c[U+D800]"
    assert shown("x" * 1_000_000).endswith("… [999,600 characters more]")


@pytest.mark.parametrize("number", range(len(EVIL)))
def test_records_with_anything_in_them(edition: Versioned, number: int) -> None:
    evil = EVIL[number]
    entries = [{"id": "lamp-tax", "headword": "lamp tax", "definition": evil, "forms": ["tax on lamps"]}]
    edition.write("edition/glossary.yml", json.dumps(entries))
    edition.write("edition/headnotes/miller-1901.md", evil)
    emendation = {"line": 3, "read": "It fel", "as": "It fell", "cause": "character", "by": evil.split("\n")[0]}
    edition.write("edition/emendations/miller-1901.yml", json.dumps([{**emendation, "note": evil}]))
    edition.folder.change(
        "edition/works/miller-1901.yml", "title: The Lamp Tax", f"title: {json.dumps(evil[:12])}"
    )
    code, text, err = run("report", "--base", "main")
    assert code == 0, err
    assert_inert(text)
    assert "glossary" in text
    _, page, _ = run("report", "--base", "main", "--format", "html")
    found = BeautifulSoup(page, "lxml")
    assert found.body is not None
    assert not found.find_all(["script", "img", "iframe", "object", "form", "link", "base"])
    assert not [
        tag for tag in found.body.find_all(True) if set(tag.attrs) - {"id", "class", "href", "aria-label", "scope"}
    ]
    assert all(str(link["href"]).startswith("#s") for link in found.find_all("a"))


def test_a_source_with_anything_in_it(edition: Versioned) -> None:
    essay = "The Lamp Tax\n\n" + "\n\n".join(f"It fel {number}: {evil}" for number, evil in enumerate(EVIL))
    edition.folder.write("sources/miller-1901.txt", essay)
    old = re.search(r"sha256: (\w+)", (edition.root / "edition/works/miller-1901.yml").read_text(encoding="utf-8"))
    assert old
    new = hashlib.sha256(essay.encode()).hexdigest()
    edition.folder.change("edition/works/miller-1901.yml", old[1], new)
    edition.commit("another source")
    lines = [number for number, line in enumerate(essay.split("\n"), 1) if "It fel" in line]
    records = [{"line": n, "read": "It fel", "as": "It fell", "cause": "character", "by": "A"} for n in lines]
    edition.write("edition/emendations/miller-1901.yml", json.dumps(records))
    code, text, err = run("report", "--base", "change")
    assert code == 0, err
    assert text.count("<ins>fell</ins>") >= len(lines)
    assert_inert(text)


def test_a_report_from_anybody_is_read_as_data(edition: Versioned) -> None:
    edition.write(
        "edition/emendations/miller-1901.yml", "- {line: 3, read: It fel, as: It fell, cause: word, by: B}\n"
    )
    full = edition.report()
    work = {**full["works"][0], "id": EVIL[0], "title": EVIL[5]}
    reading = {**work["readings"][0], "before": EVIL[1], "after": EVIL[3], "passage": EVIL[2], "page": EVIL[4]}
    reading["reasons"] = [{**reading["reasons"][0], "on": EVIL[3], "cause": EVIL[4], "place": EVIL[0]}]
    changed = {
        **full,
        "title": EVIL[0],
        "works": [{**work, "readings": [reading]}],
        "base": {**full["base"], "ref": EVIL[3]},
    }
    changed["statuses"] = [{"work": EVIL[0], "part": EVIL[3], "before": EVIL[4], "after": EVIL[5], "why": EVIL[7]}]
    changed["new_findings"] = [{"severity": "error", "code": EVIL[3], "text": EVIL[4], "remedy": EVIL[5]}]
    changed["unknown"] = [{"text": EVIL[3], "said": EVIL[5]}]
    changed["scores"] = [
        {"witness": EVIL[3], "measure": EVIL[4], "before": 1.0, "recorded": 0.5, "measured": None}
    ]
    edition.write("report.json", json.dumps(changed))
    code, text, err = run("report", "--from", "report.json")
    assert code == 0, err
    assert_inert(text)


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"title": 1}', "<html>", '{"title": "x", "base": {}}'])
def test_what_is_no_report_is_refused(edition: Versioned, text: str) -> None:
    edition.write("report.json", text)
    code, out, err = run("report", "--from", "report.json")
    assert (code, out) == (3, "")
    assert "report.json: is no report" in err
