"""The copy that works from disk: made from a built site, as a folder or as one zip."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

from build_edition.publish.offline.pages import SCRIPT, from_disk
from build_edition.publish.offline.scripts import one_script

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can tell, so that the same site gives the same bytes
_ENTRY = "edition.js"
# what needs a server, is for programs, or is for one that sends pages
_LEFT_OUT = frozenset({"pagefind", "dts", "404.html", "sitemap.xml", "sitemap.xml.gz"})


def offline_files(site: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the copy: its path, and what it holds, in the order of their paths."""
    scripts = site / "js"
    modules = {
        path.relative_to(scripts).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(scripts.rglob("*.js"))
    }
    yield SCRIPT, one_script(modules, _ENTRY).encode()
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site).as_posix()
        if name.split("/")[0] in _LEFT_OUT:
            continue
        if path.suffix == ".html":
            yield name, from_disk(path.read_text(encoding="utf-8")).encode()
            continue
        yield name, path.read_bytes()
        if path.suffix in {".json", ".jsonl"}:
            yield f"{name}.js", handed_over(name, path.read_text(encoding="utf-8")).encode()


def handed_over(path: str, text: str) -> str:
    """Data as a script that hands it to the page: `js/page.js` tells how."""
    lines = [line for line in text.split("\n") if line]
    value = f"[{','.join(lines)}]" if path.endswith(".jsonl") else text.strip()
    value = value.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"(window.editionData ??= new Map()).set({json.dumps(path)}, {value});\n"


def write_zip(site: Path, target: Path, name: str) -> None:
    """Write the copy of a site as one zip, in a folder `name`; it takes its place when it is whole."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.new")
    with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in offline_files(site):
            entry = zipfile.ZipInfo(f"{name}/{path}", _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    fresh.replace(target)
