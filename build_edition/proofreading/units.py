"""What a step of proofreading is about: a section, a page, some pages, or the whole of a work."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from build_edition.edition.status import PAGES, Step

UnitKind = Literal["section", "page", "pages", "whole"]
WHOLE = "whole"
_BEFORE = r"(?:[.:\s]\s*|(?=[0-9]))"  # between the word and the number: p.184, p 184, p184; no preface is a page
_PAGE = re.compile(rf"(?:p|page){_BEFORE}(\S+)", re.IGNORECASE)
_RANGE = re.compile(rf"(?:pp?|pages?){_BEFORE}{PAGES.pattern}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a work by the name it has in records: a key, a number, or two numbers with a hyphen."""

    kind: UnitKind
    name: str = ""

    @classmethod
    def of(cls, step: Step) -> Unit:
        """What a step is about."""
        if step.whole:
            return cls("whole")
        if step.pages is not None:
            return cls.range(step.pages)
        return cls("page", step.page) if step.page is not None else cls("section", step.section or "")

    @classmethod
    def range(cls, pages: str) -> Unit:
        """Pages from the first to the last, as they are named with a hyphen or a dash."""
        found = PAGES.fullmatch(pages)
        return cls("pages", f"{found[1]}-{found[2]}" if found else pages)

    @classmethod
    def parse(cls, text: str) -> Unit:
        """A unit as a person types it: `whole`, `p.184`, `pp.184-190`, and else the key of a section."""
        text = text.strip()
        if text == WHOLE:
            return cls("whole")
        if match := _RANGE.fullmatch(text):
            return cls("pages", f"{match[1]}-{match[2]}")
        if match := _PAGE.fullmatch(text):
            return cls("page", match[1])
        return cls("section", text)

    @property
    def bounds(self) -> tuple[str, str]:
        """The first and the last page."""
        first, _, last = self.name.partition("-")
        return first, last or first

    @property
    def typed(self) -> str:
        """As a person types it."""
        return {"whole": WHOLE, "page": f"p.{self.name}", "pages": f"pp.{self.name}"}.get(self.kind, self.name)

    def __str__(self) -> str:
        named = {"page": f"page {self.name}", "pages": f"pages {self.name.replace('-', '–')}"}
        return named.get(self.kind, f"section {self.name}" if self.kind == "section" else "the whole work")
