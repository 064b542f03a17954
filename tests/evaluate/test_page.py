"""The page of an evaluation: whole, safe, and to be narrowed by measure, in a real browser too."""

import re
from html.parser import HTMLParser

import pytest

from build_edition.evaluate.evaluation import Evaluation
from build_edition.evaluate.measures import Difference, ErrorRate, Found, Scope, Share
from build_edition.evaluate.page import write_page
from build_edition.source import Source

TEXT = "\n".join(
    [
        "The <Weir> & its keepers",
        *[f"Line {n} of the water book." for n in range(2, 40)],
        "x " * 400 + "ead" + " y" * 400,
    ]
)
MEASURES = {
    "headings": Found(1, 1, 1, (
        Difference("missed", 1, 1, "heading, level 3", "paragraph begins"),
        Difference("false", 5, 5, "nothing begins on this line", "heading, level 2"),
    )),
    "quotations": Found(0, 1, 0, (Difference("false", 7, 30, "paragraph begins", "quotation, to line 30"),)),
    "words": ErrorRate(1, 90, (Difference("wrong", 40, 40, "“lead”", "“ead”"),)),
    "hyphens": Share(2, 2),
    "notes": Found(0, 0, 0),
}  # fmt: skip


@pytest.fixture(scope="module")
def page():
    return write_page(Evaluation(Source.from_text(TEXT, "we<i>rs.txt"), "t.json", Scope(), MEASURES))


class Tags(HTMLParser):
    VOID = ("meta", "input", "link", "br")

    def __init__(self, page):
        super().__init__()
        self.open, self.seen = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_it_is_well_formed_and_the_source_is_escaped(page):
    tags = Tags(page)
    assert not tags.open
    assert "The &lt;Weir&gt; &amp; its keepers" in page
    assert "<title>we&lt;i&gt;rs.txt: evaluation</title>" in page


def test_it_asks_nothing_of_any_host(page):
    assert not re.findall(r"https?:|//[a-z]|@import|url\(", page.split("<body>")[0])
    asking = [attrs for _, attrs in Tags(page).seen if {"src", "href"} & attrs.keys()]
    assert [attrs["href"] for attrs in asking] == ["#differences"]


def test_each_difference_stands_in_its_lines(page):
    items = re.findall(r'<li data-measure="(\w+)" data-sort="(\w+)">', page)
    assert items == [("headings", "missed"), ("headings", "false"), ("quotations", "false"), ("words", "wrong")]
    assert "<mark><b>5</b>Line 5 of the water book." in page
    assert page.count('class="gap"') == 1  # the quotation, too long to be shown whole
    assert "… " in page.split("<b>40</b>")[-1]
    assert "<strong>ead</strong>" in page


def test_a_difference_on_no_line_of_the_source_has_no_context():
    beyond = {"headings": Found(0, 0, 1, (Difference("missed", 99, 99, "heading", ""),))}
    assert "<pre>" not in write_page(Evaluation(Source.from_text("One."), "t", Scope(), beyond))


def test_nothing_wrong_is_said_to_be_so():
    assert "There are none." in write_page(
        Evaluation(Source.from_text("One."), "t", Scope(), {"notes": Found(1, 0, 0)})
    )


def as_file(page, folder):
    """The file that a browser is to show."""
    path = folder / "page.html"
    path.write_text(page, encoding="utf-8")
    return path


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_in_a_browser(chromium, page, tmp_path, width, colours):
    path = as_file(page, tmp_path)
    shown = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=colours)
    asked, wrong = [], []
    shown.on("request", lambda request: asked.append(request.url))
    shown.on("pageerror", lambda error: wrong.append(str(error)))
    shown.goto(path.as_uri())
    assert shown.evaluate("document.documentElement.scrollWidth") <= width
    assert shown.locator("li:visible").count() == 4
    shown.get_by_role("button", name="None").click()
    assert shown.locator("li:visible").count() == 0
    shown.get_by_label("Headings").check()
    assert shown.get_by_role("status").inner_text() == "2 of 4 differences shown"
    shown.get_by_label("false find").uncheck()
    assert shown.locator("li:visible").count() == 1
    shown.get_by_label("Containing").fill("keepers")
    assert shown.locator("li:visible").count() == 1
    shown.get_by_label("Containing").fill("no such word")
    assert shown.locator("li:visible").count() == 0
    assert (asked, wrong) == ([path.as_uri()], [])
    shown.goto("about:blank")
    shown.goto(path.as_uri() + "#measures=words")
    assert shown.locator("li:visible").count() == 1


def test_without_scripts_everything_is_shown(chromium, page, tmp_path):
    path = as_file(page, tmp_path)
    shown = chromium.new_context(java_script_enabled=False).new_page()
    shown.goto(path.as_uri())
    assert shown.locator("li:visible").count() == 4
    assert not shown.locator("form").is_visible()
