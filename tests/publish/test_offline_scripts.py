"""Modules as one script, and pages as they are read from disk: small ones, with what is expected of each."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from build_edition.publish.offline.copy import handed_over, offline_files
from build_edition.publish.offline.pages import from_disk, leads_to
from build_edition.publish.offline.scripts import ModuleError, one_script
from tests.conftest import skip_or_fail

MODULES = {
    "main.js": 'import { twice as double, name } from "./sums.js";\nimport * as all from "./sums.js";\n'
    'import "./aside.js";\nconsole.log(double(2), name, all.twice(3), order.join(), Object.keys(all));\n'
    'import("./later.js").then(({ own }) => console.log(own, order.join()));\n',
    "sums.js": 'export function twice(n) {\n  return 2 * n;\n}\nexport const name = "sums";\nconst need = 1;\n',
    "aside.js": 'globalThis.order ??= [];\norder.push("aside");\n',
    "later.js": 'import "./aside.js";\norder.push("later");\nconst own = "mine";\nexport { own };\n',
    "deep/one.js": 'import { name } from "../sums.js";\nimport { two } from "./two.js";\n'
    "console.log(name, two);\n",
    "deep/two.js": "export const two = 2;\n",
    "alone.js": "throw new Error('never needed');\n",
}

# what the copy has, for the pages below
LEFT = {
    "works/index.html", "works/x/index.html", "works/x/4/index.html", "search/index.html", "index.html",
    "4/index.html", "concordance/index.html", "works/concordance/index.html", "works/search/index.html",
    "works/x/data.json", "works/lines/a.json.js",
}  # fmt: skip


def run(script: str) -> str:
    node = shutil.which("node")
    if node is None:
        skip_or_fail("there is no node on this machine")
    return subprocess.run([str(node), "-e", script], capture_output=True, text=True, check=True).stdout


def test_modules_run_once_each_and_late_ones_late() -> None:
    assert run(one_script(MODULES, "main.js")).splitlines() == [
        "4 sums 6 aside [ 'twice', 'name' ]",
        "mine aside,later",
    ]
    assert run(one_script(MODULES, "deep/one.js")) == "sums 2\n"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("export default 1;\n", "export default 1"),
        ('import sums from "./sums.js";\n', "import sums"),
        ("export let changing = 1;\n", "export let"),
        ("const here = import.meta.url;\n", "import.meta"),
        ('import "./nowhere.js";\n', "no module nowhere.js"),
    ],
)
def test_a_form_that_is_not_understood_is_refused(text: str, what: str) -> None:
    with pytest.raises(ModuleError, match=what):
        one_script({"main.js": text, "sums.js": MODULES["sums.js"]}, "main.js")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="../">', '<a href="../index.html">'),
        ('<a class="x" href="4/#4.1">', '<a class="x" href="4/index.html#4.1">'),
        ('<a href=".">', '<a href="./index.html">'),
        ('<a href="..">', '<a href="../index.html">'),
        ('<form action="../search/">', '<form action="../search/index.html">'),
        ('<a href="../concordance/?of=pound">', '<a href="../concordance/index.html?of=pound">'),
        ('<meta http-equiv="refresh" content="0; url=../../4/#4.1">', None),
        ('<a href="#4.1">', '<a href="#4.1">'),
        ('<a href="https://velm.example/a/">', '<a href="https://velm.example/a/">'),
        ('<a href="mailto:a@velm.example">', '<a href="mailto:a@velm.example">'),
        ('<a href="data.json">', '<a href="data.json">'),
        ('<a class="x" href="../lines/a.json" id="y">', '<a class="x" href="../lines/a.json.js" id="y">'),
        ('<a class="x" href="../dts/index.json" id="y">', '<a class="x" id="y">'),
        (
            '<script type="module" src="../js/edition.js"></script>',
            '<script src="../js/edition.offline.js" defer></script>',
        ),
        (
            '<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="x">',
            '<meta charset="utf-8">',
        ),
    ],
)
def test_a_page_leads_to_files(before: str, after: str | None) -> None:
    wanted = before.replace("4/#", "4/index.html#") if after is None else after
    assert from_disk(before, "works/x/index.html", LEFT) == wanted
    assert from_disk(wanted, "works/x/index.html", LEFT) == wanted


def test_what_only_browsers_without_scripts_are_told_of_is_not_offered() -> None:
    page = '<a href="../a.json">a</a><noscript><a href="../b.json">b</a></noscript><a href="#c">c</a>'
    assert list(leads_to("works/index.html", page)) == ["a.json"]


def test_data_are_there_as_they_are_offered_and_as_they_are_read(tmp_path: Path) -> None:
    for name, text in {
        "index.html": '<a href="data/both.json">1</a> <a href="data/offered.json">2</a> <a href="map.svg">3</a>',
        "js/edition.js": 'import { load } from "./load.js";\n'
        'load("data/both.json");\nload(`${own}beside.json`);\n',
        "js/load.js": "export const load = () => {};\n",
        "js/plain.js": "(() => {})();\n",
        "data/both.json": "{}",
        "data/offered.json": "{}",
        "works/x/beside.json": "{}",
        "data/unknown.json": "{}",
        "map.svg": "<svg/>",
        "dts/index.json": "{}",
        "assets/javascripts/bundle.js.map": "{}",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert {name for name, _ in offline_files(tmp_path)} == {
        "index.html", "map.svg", "js/plain.js", "js/edition.offline.js", "data/both.json", "data/both.json.js",
        "data/offered.json", "works/x/beside.json.js", "data/unknown.json.js",
    }  # fmt: skip


def test_data_come_as_a_script() -> None:
    one = handed_over("data/x.json", '{"a": "\u2028"}\n')
    lines = handed_over("data/y.jsonl", '{"a": 1}\n{"a": 2}\n')
    said = run(f"globalThis.window = globalThis;{one}{lines}console.log(JSON.stringify([...editionData]))")
    assert json.loads(said) == [["data/x.json", {"a": "\u2028"}], ["data/y.jsonl", [{"a": 1}, {"a": 2}]]]
