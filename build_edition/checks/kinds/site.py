"""What can be wrong with a built site."""

from build_edition.checks.kind import Kind

KINDS = (
    Kind(
        "link-broken",
        "error",
        "A page of the site links to a file that is not there.",
        "A reader would meet an empty page.",
        "Build the site again, then check. If it is still there, the page that was written by hand has a wrong "
        "link.",
        "works/level-water-1987/index.html, line 84: links to ../5/, and there is no such file",
    ),
    Kind(
        "anchor-missing",
        "error",
        "A page of the site links to a place that is not on the page.",
        "A reader would be led to the head of the page and have to look.",
        "Build the site again, then check. If it is still there, the page that was written by hand has a wrong "
        "link.",
        "glossary/index.html, line 210: links to ../works/level-water-1987/2/#p2.99, and the page has no such id",
    ),
    Kind(
        "id-twice",
        "error",
        "Two elements of one page bear one id.",
        "A link to the second leads to the first.",
        "Where the page was written by hand, change one of its headings or ids. Otherwise please report it: it "
        "is a defect of build-edition.",
        "introduction/index.html: 2 elements have the id “sources”",
    ),
)
