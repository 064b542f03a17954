"""A small edition in a temporary folder, invented for the tests."""

from __future__ import annotations

import hashlib
from pathlib import Path

import build_edition.publish

ESSAY = """The Lamp Tax

Nobody in our valley liked the tax on lamps. It fel on the poor,
who read at night, and spared the rich, who slept.

The miller paid twice. He said he had two eyes.
"""

EDITION = """title: Papers from the Valley
editors: [A. Reader]
licence: CC-BY-4.0
language: en-GB
version: "0.1"
sources: [sources]
"""

MKDOCS = """INHERIT: {base}
site_name: Papers from the Valley
nav:
  - Start: index.md
  - The works: works/index.md
"""

WORK = """id: {id}
bib: {id}
title: The Lamp Tax
order: {order}
layout: {layout}
source:
  file: {file}
  sha256: {sha256}
  origin: Written for a test.
rights:
  uri: https://creativecommons.org/publicdomain/zero/1.0/
  statement: Free for any use.
supply: It is made by the test.
"""

BIB = """@article{{{id}, author = {{Miller, Ann}}, title = {{The Lamp Tax}}, journaltitle = {{The Valley}},
volume = {{3}}, number = {{1}}, date = {{1901-05}}}}
"""


class EditionFolder:
    """An edition whose files a test writes, changes and breaks."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for folder in ("edition/works", "edition/emendations", "bib", "docs", "sources"):
            (root / folder).mkdir(parents=True)
        self.write("edition/edition.yml", EDITION)
        self.write("bib/edition.bib", "")
        self.write("docs/index.md", "# Papers from the Valley\n")
        base = Path(build_edition.publish.__file__).parent / "mkdocs.yml"
        self.write("mkdocs.yml", MKDOCS.format(base=base))

    def write(self, path: str, text: str) -> Path:
        target = self.root / path
        target.write_text(text, encoding="utf-8", newline="")
        return target

    def change(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def add_work(self, work_id: str, text: str = "", order: int = 1, layout: str = "essay") -> None:
        """A work with its record, its bibliographic entry and its source, which differs by the id."""
        text = text or f"{ESSAY}\nSigned at {work_id}.\n"
        digest = hashlib.sha256(text.encode()).hexdigest()
        name = f"{work_id}.txt"
        record = WORK.format(id=work_id, order=order, layout=layout, file=name, sha256=digest)
        self.write(f"edition/works/{work_id}.yml", record)
        self.write(f"sources/{name}", text)
        bib = self.root / "bib/edition.bib"
        bib.write_text(bib.read_text(encoding="utf-8") + BIB.format(id=work_id), encoding="utf-8")
