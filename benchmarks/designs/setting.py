"""Setting the blocks of a truth in a design, with Typst, and learning on which page each word came to stand."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from importlib.resources import files

from benchmarks.designs.design import Design, HeadForm
from build_edition.evaluate.truth import UNDECIDED, Block, Call, PageBeginning

SET = frozenset(("head", "p", "quote", "item", "note", "epigraph", "byline", "milestone"))
CHAPTER = 2  # the level of a chapter's heading
Place = tuple[int, int, int]  # a block, an offset in its text, the page (from 1) on which it was set
WORD = re.compile(r"\S+")


def settable(blocks: Sequence[Block], design: Design) -> list[Block]:
    """The blocks that a design can set (not tables and figures), with notes where the design has them.

    What a page so set does not tell is made undecided.
    """
    chosen = [replace(_as_printed(block, design), pages=(), hi=()) for block in blocks if block.kind in SET]
    return list(
        _without_the_undecidable(
            _notes_at_foot(chosen) if design.notes == "foot" else _notes_at_end(chosen), design
        )
    )


def _without_the_undecidable(blocks: Iterable[Block], design: Design) -> Iterator[Block]:
    """The blocks; where no paragraph is indented, what stands behind a display may be new or go on, unless its
    first letter tells.

    A display that differs from such paragraphs in nothing is one of them.
    """
    display = False
    for block in blocks:
        alike = block.kind == "quote" and not design.shows_quotations
        undecided = alike or (block.kind == "p" and display and not design.indent and not block.text[:1].islower())
        yield replace(block, kind="p", role=UNDECIDED) if undecided else block
        display = block.kind in ("quote", "item")


def _notes_at_foot(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the bodies of notes that stand together at the end taken to their calls.

    Numbers that begin anew with each chapter are told apart by their order.
    """
    bodies: dict[str, list[str]] = {}
    for block in blocks:
        if block.kind == "note" and block.n:
            bodies.setdefault(block.n, []).append(block.text)
    calls = Counter(call.n for block in blocks for call in block.notes if block.kind != "note")
    if not bodies or any(len(texts) != calls[n] for n, texts in bodies.items()):
        return list(blocks)
    kept: list[Block] = []
    for block in blocks:
        if block.kind == "note":
            while kept and kept[-1].kind == "head":  # over the notes of a chapter, or over all
                kept.pop()
            continue
        notes = (
            Call(call.n, call.at, call.body or bodies[call.n].pop(0)) if call.n in bodies else call
            for call in block.notes
        )
        kept.append(replace(block, notes=tuple(notes)))
    return kept


def _as_printed(block: Block, design: Design) -> Block:
    """A heading below a chapter's as the design prints it: in one form, or in two, so on one level or on two."""
    if block.kind != "head" or _is_chapter(block):
        return block
    lower = design.subsection is not None and (block.level or CHAPTER) > CHAPTER + 1
    text = block.text.upper() if _form(block, design) == "capitals" else block.text
    return replace(block, level=CHAPTER + 2 if lower else CHAPTER + 1, text=text)


def _form(head: Block, design: Design) -> HeadForm:
    lower = (head.level or CHAPTER) > CHAPTER + 1
    return design.subsection if lower and design.subsection else design.section


def _notes_at_end(blocks: Sequence[Block]) -> Iterator[Block]:
    """The bodies of the notes, gathered behind their chapter under a heading of their own."""
    waiting: list[Call] = []
    for block in [*blocks, None]:
        if waiting and (block is None or _is_chapter(block)):
            yield Block("head", "Notes", CHAPTER + 1)
            yield from (Block("note", call.body or "", n=call.n, marker=f"{call.n}.") for call in waiting)
            waiting = []
        if block is not None:
            waiting += [call for call in block.notes if call.body]
            yield replace(block, notes=tuple(Call(call.n, call.at) for call in block.notes))


def typst_source(blocks: Sequence[Block], design: Design, title: str) -> str:
    """The Typst document. Each word leaves its page in a `metadata` of the label `word`."""
    template = files("benchmarks.designs").joinpath("book.typ").read_text(encoding="utf-8")
    fields = ", ".join(f"{key.replace('_', '-')}: {_value(value)}" for key, value in asdict(design).items())
    lines = [template, f"#show: book.with(({fields}), {_value(title)})", "#let design = (" + fields + ")"]
    before: Block | None = None
    for index, block in enumerate(blocks):
        lines.append(_block(index, block, before, design))
        before = block
    return "\n".join(lines) + "\n"


def _value(value: object) -> str:
    return "none" if value is None else json.dumps(value, ensure_ascii=False)


def _block(index: int, block: Block, before: Block | None, design: Design) -> str:
    first = str(before is None or before.kind != block.kind or not block.continues).lower()
    text = inline(index, block)
    match block.kind:
        case "head" if _is_chapter(block):
            return f"#chapter(design, {_value(block.label or '')}, {_value(block.text)})[{text}]"
        case "head":
            return f"#section({_value(_form(block, design))})[{text}]"
        case "quote" | "epigraph":
            return f"#quotation(design, {first})[{text}]"
        case "item" | "note":
            return f"#{block.kind}(design, {_value(block.marker or '')})[{text}]"
        case "milestone":
            return "#milestone()"
    flush = block.continues or before is None or before.kind in ("head", "milestone")
    return f"#paragraph(design, {str(flush).lower()})[{text}]"


def inline(index: int, block: Block) -> str:
    """The text of a block, each word behind a mark that tells its place; nothing in it is mark-up."""
    calls = {call.at: call for call in block.notes}
    cuts = sorted({0, *calls, *(m.start() for m in WORD.finditer(block.text)), len(block.text)})
    words = {m.start() for m in WORD.finditer(block.text)}
    pieces = []
    for start, end in zip(cuts, [*cuts[1:], len(block.text)], strict=True):
        if start in calls:
            pieces.append(_call(calls[start]))
        if start in words and start not in calls:
            pieces.append(f"#at({index},{start});")
        if start < end:
            pieces.append(f"#{_value(block.text[start:end])};")
    return "".join(pieces)


def _call(call: Call) -> str:
    if call.body is None:
        return f"#call(design, {_value(call.n)});"
    return f"#foot-note({_value(call.n)}, {_value(call.body)});"


@dataclass(frozen=True)
class Page:
    """A page as it was set: its number, and what is printed above and below its text."""

    n: str
    head: str
    foot: str


def pages_of(blocks: Sequence[Block], places: Sequence[Place], design: Design, title: str) -> list[Page]:
    """The pages in order; a chapter's first has no running head."""
    openings = {page: blocks[index].text for index, at, page in places if not at and _is_chapter(blocks[index])}
    chapter, pages = "", []
    for page in range(1, max(page for _, _, page in places) + 1):
        n = str(design.first_page + page - 1)
        running = design.recto if int(n) % 2 else design.verso
        foot = design.foot or ("{folio}" if page in openings and design.opening_folio else "")
        # A head is set with what is known where its page begins.
        head = "" if page in openings else _filled(running, design, title, chapter, n)
        chapter = openings.get(page, chapter)
        pages.append(Page(n, head, _filled(foot, design, title, chapter, n)))
    return pages


def _filled(line: str, design: Design, title: str, chapter: str, n: str) -> str:
    whole = line.format(title=title, chapter=chapter, folio=n)
    return " ".join((whole.upper() if design.capital_heads else whole).split())


def _is_chapter(block: Block) -> bool:
    return block.kind == "head" and (block.level or CHAPTER) <= CHAPTER


def with_pages(blocks: Sequence[Block], places: Sequence[Place], pages: Sequence[Page]) -> tuple[Block, ...]:
    """The blocks with the page beginnings that `places` tell, and what is printed about the pages."""
    found: dict[int, list[PageBeginning]] = {}
    last = 0
    for index, at, page in sorted(places):
        if page > last:
            between = (*(passed.foot for passed in pages[max(last - 1, 0) : page - 1]), pages[page - 1].head)
            begins = PageBeginning(pages[page - 1].n, at, tuple(line for line in between if line))
            found.setdefault(index, []).append(begins)
            last = page
    foot = (Block("fw", pages[-1].foot),) if pages[-1].foot else ()
    return tuple(replace(block, pages=tuple(found.get(index, ()))) for index, block in enumerate(blocks)) + foot
