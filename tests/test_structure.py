"""What the shape of the code must be: one-way imports, short files, names that say something."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "build_edition"
FILES = sorted(path for path in PACKAGE.rglob("*.py"))

# Each layer may import from itself and from those above it. (design: the way of the data)
LAYERS = (
    ("errors", "geometry", "word_frequencies"),
    ("reading", "source"),
    ("transcript",),
    ("interchange", "readers"),
    ("rules",),
    ("work",),
    ("tree",),
    ("inlines",),
    ("assemble",),
    ("edition",),
    ("accounting",),
    ("apparatus",),
    ("evaluate",),
    ("pipeline",),
    ("whole",),
    ("corrections",),
    ("proofreading",),
    ("review",),
    ("writers",),
    ("publish",),
    ("downloads",),
    ("capture",),
    ("checks",),
    ("starting",),
    ("specimen",),
    ("report",),
    ("commands",),
    ("cli",),
    ("reference",),
    ("__main__",),
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}

# The same within what editors decide; the modules beside these subpackages read files and import from all of them.
EDITION = PACKAGE / "edition"
EDITION_ORDER = ("loading", "spans", "structure", "words", "entries")

# And within the evidence that rules weigh; of the rules themselves it knows the draft alone.
EVIDENCE = PACKAGE / "rules" / "evidence"
EVIDENCE_ORDER = (
    "lines",
    "layout",
    "web",
    "pages",
    "floats",
    "headings",
    "notes",
    "lists",
    "displays",
    "paragraphs",
    "words",
)

# And within what publishes: first the modules beside its subpackages, which know none of them, last the two that
# put everything together.
PUBLISH = PACKAGE / "publish"
PUBLISH_ORDER = (
    ("files", "wording", "addresses", "page"),
    ("engine",),
    ("pictures",),
    ("cite",),
    ("metadata",),
    ("pages",),
    ("entries",),
    ("argument",),
    ("by_hand",),
    ("search",),
    ("data",),
    ("permanent",),
    ("reviewing",),
    ("offline",),
    ("compose",),
    ("site",),
)
PUBLISH_RANK = {name: rank for rank, names in enumerate(PUBLISH_ORDER) for name in names}


def layer(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The layers that a file imports, at its head or inside a function."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        modules = []
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            modules = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        parts = [module.split(".") for module in modules]
        names |= {p[1] for p in parts if p[0] == "build_edition" and len(p) > 1}
    return names & set(RANK)


def test_every_module_has_its_place_in_the_layers():
    assert {layer(path) for path in FILES} - {"__init__"} <= set(RANK)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_one_way(path):
    own = layer(path)
    if own == "__init__":
        assert not imported(path)
        return
    upward = {name for name in imported(path) if name != own and RANK[name] >= RANK[own]}
    assert not upward, f"{own} must not import {', '.join(sorted(upward))}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_hold_one_idea(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
    assert path.stem not in {"utils", "util", "helpers", "helper", "common", "misc"}


@pytest.mark.parametrize("path", sorted((PACKAGE / "rules").rglob("*.py")), ids=lambda path: path.stem)
def test_stages_between_reading_and_writing_touch_no_disk_clock_or_network(path):
    banned = {"open", "time", "datetime", "requests", "urllib", "socket", "subprocess", "pathlib", "os"}
    used = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            used |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            used.add(node.module.split(".")[0])
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            used.add(node.func.id)
    assert not used & banned


def imported_below(path: Path, package: str) -> list[list[str]]:
    """The modules of a package that a file imports, each by the parts of its name below the package's."""
    return [
        node.module.removeprefix(package).split(".")[1:]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and f"{node.module}.".startswith(f"{package}.")
    ]


@pytest.mark.parametrize("path", sorted(EDITION.glob("*/*.py")), ids=lambda path: str(path.relative_to(EDITION)))
def test_subjects_of_the_edition_run_one_way(path):
    before = EDITION_ORDER[: EDITION_ORDER.index(path.parent.name) + 1]
    assert all(parts and parts[0] in before for parts in imported_below(path, "build_edition.edition"))


@pytest.mark.parametrize("path", sorted(EVIDENCE.glob("*/*.py")), ids=lambda path: str(path.relative_to(EVIDENCE)))
def test_evidence_runs_one_way(path):
    own = EVIDENCE_ORDER.index(path.parent.name)
    modules = imported_below(path, "build_edition.rules")
    assert all(parts == ["draft"] or parts[0] == "evidence" for parts in modules)
    assert all(EVIDENCE_ORDER.index(parts[1]) <= own for parts in modules if len(parts) > 1)


def test_all_evidence_stands_in_a_subpackage():
    assert [path.name for path in EVIDENCE.glob("*.py")] == ["__init__.py"]


@pytest.mark.parametrize("path", sorted(PUBLISH.rglob("*.py")), ids=lambda path: str(path.relative_to(PUBLISH)))
def test_what_publishes_runs_one_way(path):
    own = path.relative_to(PUBLISH).parts[0].removesuffix(".py")
    modules = imported_below(path, "build_edition.publish")
    if own == "__init__":
        assert modules == []
        return
    assert all(parts and PUBLISH_RANK[parts[0]] <= PUBLISH_RANK[own] for parts in modules)
