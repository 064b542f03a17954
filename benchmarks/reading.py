"""How fast a page shows its text, beside the same text on a page of stock Material, in one run of one browser.

Both sites are served compressed, as any host does, and each page is opened in a browser that remembers nothing.
"""

from __future__ import annotations

import gzip
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from benchmarks.transcribing import Row
from build_edition import specimen
from build_edition.edition.project import Project
from build_edition.publish.engine.serve import Quiet, serving
from build_edition.publish.site import build_site
from build_edition.whole import prepare_edition

ROOT = Path(__file__).parent.parent
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
SETTLING = 1_500  # milliseconds in which a new window of the browser loads parts of its own
_COMPRESSED = (".html", ".css", ".js", ".json", ".jsonl", ".svg", ".xml")
_OBSERVE = """
window.shifts = 0; window.painted = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) shifts += one.value;
}).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) painted = one.startTime;
}).observe({ type: "largest-contentful-paint", buffered: true });
"""


@dataclass(frozen=True, slots=True)
class Opened:
    """One opening of a page: bytes received, milliseconds to the largest paint, and how far its layout shifted."""

    received: int
    painted: float
    shifted: float


def run(smoke: bool, rounds: int) -> list[tuple[str, list[Row]]]:
    """Tables of rows; nothing where there is no browser."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium")
    if chromium is None:
        return []
    root, work = (specimen.ROOT, "level-water-1987/1") if smoke else (ROOT, "sandle-1999/4")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        ours, stock = _sites(root, Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        path = f"works/{work}/"
        found = {name: _median(browser, site, path, rounds) for name, site in (("ours", ours), ("stock", stock))}
        browser.close()
    return [(f"A page of text, {path}", list(_rows(found["ours"], found["stock"])))]


def _rows(ours: Opened, stock: Opened) -> Iterator[Row]:
    against = "stock Material"
    yield Row(
        "largest paint of text",
        f"{stock.painted:.0f} ms",
        f"{ours.painted:.0f} ms",
        f"{ours.painted / stock.painted:.2f}",
        against,
    )
    yield Row(
        "bytes received",
        f"{stock.received / 1000:.0f} KB",
        f"{ours.received / 1000:.0f} KB",
        f"{ours.received / stock.received:.2f}",
        against,
    )
    yield Row("layout shift (CLS)", f"{stock.shifted:.4f}", f"{ours.shifted:.4f}", "–", against)


def _sites(root: Path, folder: Path) -> tuple[Path, Path]:
    """Our site, and the same pages with the theme and the search that Material has by itself."""
    sys.path.insert(0, str(ROOT))
    from tests.site_folder import copy_of

    copy = copy_of(root, folder / "copy", root / "sources" if root != ROOT else ROOT.parent / "shared/sources")
    project = Project.load(copy)
    build_site(prepare_edition(project, project.works), folder / "ours", strict=False)
    config = folder / "stock.yml"
    extensions = ["attr_list", "md_in_html", {"toc": {"permalink": True}}]
    settings = {
        "site_name": project.edition.title,
        "docs_dir": str(copy / "build/docs"),
        "site_dir": str(folder / "stock"),
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "markdown_extensions": extensions,
    }
    config.write_text(json.dumps(settings), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config)],
        check=True, capture_output=True, env={"NO_MKDOCS_2_WARNING": "1", "PATH": ""},
    )  # fmt: skip
    return folder / "ours", folder / "stock"


def _median(browser: Any, site: Path, path: str, rounds: int) -> Opened:
    with serving(site, _Compressing) as address:
        _open(browser, f"{address}/{path}")  # once unmeasured, for the server's and the machine's sake
        found = [_open(browser, f"{address}/{path}") for _ in range(max(rounds, 1))]
    middle = statistics.median
    return Opened(
        int(middle(o.received for o in found)), middle(o.painted for o in found), middle(o.shifted for o in found)
    )


def _open(browser: Any, address: str) -> Opened:
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    page.add_init_script(_OBSERVE)
    page.wait_for_timeout(SETTLING)
    received: list[int] = []
    page.on("requestfinished", lambda request: received.append(request.sizes()["responseBodySize"]))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.wait_for_function("window.painted > 0")
    painted, shifted = page.evaluate("[window.painted, window.shifts]")
    context.close()
    return Opened(sum(received), painted, shifted)


@cache
def _compressed(path: Path) -> bytes:
    """A file as a host keeps it: compressed once, and not for each who asks."""
    return gzip.compress(path.read_bytes(), 6, mtime=0)


class _Compressing(Quiet):
    """Serves files compressed where that gains anything."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> Any:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file() or path.suffix not in _COMPRESSED:
            return super().send_head()
        body = _compressed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)
