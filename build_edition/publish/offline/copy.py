"""The copy that works from disk: made from a built site, as a folder or as one zip."""

from __future__ import annotations

import json
import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from build_edition.publish.offline.pages import SCRIPT, from_disk, leads_to
from build_edition.publish.offline.scripts import one_script

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can tell, so that the same site gives the same bytes
_ENTRY = "edition.js"
_DATA = frozenset({".json", ".jsonl"})
# what needs a server, is for programs, or is for one that sends pages
_LEFT_OUT = frozenset({"pagefind", "dts", "404.html", "sitemap.xml", "sitemap.xml.gz"})
_MODULE = re.compile(r"^(?:import|export)\b", re.MULTILINE)
# parts of the theme that the edition does not use: another search, and maps of scripts for those who mend them
_UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")


def offline_files(site: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the copy: its path, and what it holds, in the order of their paths.

    Data are there as they are where a page offers them, and as a script where scripts read them.
    """
    files = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    files = {name: path for name, path in files.items() if is_wanted(name)}
    modules = {
        name.removeprefix("js/"): path.read_text(encoding="utf-8")
        for name, path in files.items()
        if name.startswith("js/") and path.suffix == ".js"
    }
    script = one_script(modules, _ENTRY)
    files = {name: path for name, path in files.items() if not _MODULE.search(modules.get(name[3:], ""))}
    pages = {name: path.read_text(encoding="utf-8") for name, path in files.items() if path.suffix == ".html"}
    offered = {target for name, page in pages.items() for target in leads_to(name, page)}
    data = {name for name, path in files.items() if path.suffix in _DATA}
    read = {name for name in data if name not in offered or _is_read(name, script)}
    left = {f"{name}.js" if name in read else name for name in data} | (offered & data) | (files.keys() - data)
    yield SCRIPT, script.encode()
    for name, path in files.items():
        if name in pages:
            yield name, from_disk(pages[name], name, left).encode()
            continue
        if name in left:
            yield name, path.read_bytes()
        if name in read:
            yield f"{name}.js", handed_over(name, path.read_text(encoding="utf-8")).encode()


def is_wanted(name: str) -> bool:
    """Whether a file of the site goes into the copy; what is taken away by itself does not."""
    first, _, rest = name.partition("/")
    if first in _LEFT_OUT or (first == "downloads" and rest != "index.html"):
        return False
    return not name.startswith(_UNUSED) and not name.endswith(".map")


def _is_read(name: str, script: str) -> bool:
    """Whether a script names a file of data: by its path, or by its own name after what it fills in."""
    own = posixpath.basename(name)
    return any(said in script for said in (name, f"}}{own}", f"}}/{own}"))


def handed_over(path: str, text: str) -> str:
    """Data as a script that hands it to the page: `js/page.js` tells how."""
    lines = [line for line in text.split("\n") if line]
    value = f"[{','.join(lines)}]" if path.endswith(".jsonl") else text.strip()
    value = value.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"(window.editionData ??= new Map()).set({json.dumps(path)}, {value});\n"


def write_zip(site: Path, target: Path, name: str) -> None:
    """Write the copy of a site as one zip, in a folder `name`; it takes its place when it is whole."""
    fresh = target.with_name(f".{target.name}.new")
    try:
        with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, content in offline_files(site):
                entry = zipfile.ZipInfo(f"{name}/{path}", _EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, content)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
