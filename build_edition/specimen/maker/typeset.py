"""Setting a work as printed pages, with Typst: running heads, folios, raised note calls.

`book.typ` and `journal.typ` hold the typography; here each block becomes a call of one of their functions.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from importlib.resources import files

from build_edition.evaluate.truth import Block
from build_edition.specimen.maker.compose import CHAPTER, Composed

DISPLAYS = frozenset({"quote", "item", "figure", "table", "row"})
MAIN_MATTER = '#ends()\n#pagebreak(weak: true, to: "odd")\n#set page(numbering: "1")\n#counter(page).update(1)'
TEMPLATES = {
    "book": ("book", ("title", "subtitle", "author", "publisher", "date")),
    "essay": ("journal", ("title", "journal", "first-page")),
}
SETTING = {"italic": "emph", "foreign": "emph", "bold": "strong"}


def typst_source(meta: dict[str, str], blocks: Sequence[Composed]) -> str:
    """The Typst document of a book, or of an essay in a journal."""
    name, wanted = TEMPLATES[meta["layout"]]
    template = files("build_edition.specimen.maker").joinpath(f"{name}.typ").read_text(encoding="utf-8")
    fields = ", ".join(f"{field}: {_string(meta[field])}" for field in wanted)
    return f"{template}\n#show: {name}.with({fields})\n\n" + "\n".join(_set(blocks)) + "\n"


def _set(blocks: Sequence[Composed]) -> Iterator[str]:
    main_matter = False
    table: list[Block] = []
    before: Block | None = None
    for composed, following in zip(blocks, [*blocks[1:], None], strict=True):
        block = composed.block
        if block.kind == "head" and not main_matter and block.text == "Introduction":
            main_matter = True
            yield MAIN_MATTER
        if _tabular(block):
            table.append(block)
            if following is None or not _tabular(following.block):
                yield _table(table)
                table = []
        else:
            yield _block(composed, before)
        before = block


def _block(composed: Composed, before: Block | None) -> str:
    block = composed.block
    text = inline(block)
    if block.kind == "head":
        return _head(block, composed.short or block.text)
    if block.kind == "p":
        indent = not block.continues and before is not None and before.kind not in ("head", "milestone")
        # The space after a display is set by what follows it.
        after = "true" if before is not None and before.kind in DISPLAYS else "false"
        return f"#paragraph(indent: {str(indent).lower()}, after-display: {after})[{text}]"
    if block.role == "gloss":
        return f"#entry[{text}]"
    if block.kind == "byline":
        return f"#byline[{text}]"
    if block.role == "table":
        return f"#table-note({_string(block.marker or '')})[{text}]"
    if block.kind in ("item", "note"):
        first = "true" if before is None or before.kind != block.kind else "false"
        return f"#{block.kind}(first: {first}, {_string(block.marker or '')})[{text}]"
    if block.kind == "milestone":
        return "#thematic-break()"
    if block.kind == "figure":
        return f"#illustration({_string(block.label or '')})[{text}]"
    return f"#quotation(first: {str(not block.continues).lower()})[{text}]"


def _tabular(block: Block) -> bool:
    return block.kind in ("table", "row") or block.role == "chronology"


def _head(block: Block, short: str) -> str:
    if block.level == 1:
        return f"#part({_string(block.label or '')}, {_string(block.text)})"
    if block.level == CHAPTER:
        return f"#chapter({_string(block.label or '')}, {_string(block.text)}, {_string(short)})"
    return f"#section({block.level}, {_string(block.text)}, {_string(short)})"


def _table(blocks: Sequence[Block]) -> str:
    caption = blocks[0] if blocks[0].kind == "table" else None
    rows = [block for block in blocks if block is not caption]
    cells = ", ".join(f"({', '.join(_cells(row))},)" for row in rows)
    if caption is None:
        return f"#chronology({cells})"
    header = sum(row.role == "label" for row in rows)
    return f"#figures({_string(caption.label or '')}, {_string(caption.text)}, {header}, {cells})"


def _cells(row: Block) -> Iterator[str]:
    """The cells of a row, whose text is theirs with a space between."""
    start = 0
    for cell in row.cells:
        yield f"[{inline(row, start, start + len(cell))}]"
        start += len(cell) + 1


def inline(block: Block, first: int = 0, last: int | None = None) -> str:
    """The text of a block from `first` to `last` as Typst code, which takes nothing in it for mark-up."""
    last = len(block.text) if last is None else last
    inside = {*(call.at for call in block.notes), *(at for s in block.hi for at in (s.start, s.end))}
    cuts = sorted({first, last, *(at for at in inside if first <= at <= last)})
    calls = {call.at: call.n for call in block.notes}
    pieces = []
    for start, end in zip(cuts, [*cuts[1:], last], strict=True):
        if start in calls:
            pieces.append(f"#call({_string(calls[start])});")
        if start < end:
            rend = next((span.rend for span in block.hi if span.start <= start and end <= span.end), "")
            piece = _string(block.text[start:end])
            pieces.append(f"#{SETTING[rend]}({piece});" if rend else f"#{piece};")
    return "".join(pieces)


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
