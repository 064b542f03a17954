"""What `source.json` beside a text page holds: the lines of the source behind it, and what was done to them.

With it a page can make a record of its own: `seen` is the digest of a line, `calls` are the figures of note calls,
`held` the words on which an editor's record decides already.

The pages of a work part its source between them, so that every character of it is on one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from build_edition.apparatus.divisions import Division, divisions
from build_edition.work import Work
from build_edition.writers.page.index import WorkPages, in_lines
from build_edition.writers.page.kinds import kind_of
from build_edition.writers.page.spots import Record
from build_edition.writers.page.strands import Span, extents

FORMAT, VERSION = "build-edition/page-source", 1


def page_source(pages: WorkPages, division: Division, title: str, url: str) -> str:
    """The file of one page, a line of the source a line."""
    start, end = spans_of_pages(pages.work)[division.key]
    head = {**pages.head(FORMAT, VERSION, division, title, url), "start": start, "end": end}
    head["newline"] = _newline(pages.source.text)
    lists = {
        "lines": list(_lines(pages, start, end)),
        "pieces": list(_pieces(pages, division, start, end)),
        "changes": list(_changes(pages, start, end)),
        "calls": [{"start": a, "end": b} for a, b in pages.calls if start <= a < end],
        "held": [one for one in pages.held if one["start"] < end and start < max(one["end"], one["start"] + 1)],
    }
    return in_lines(head, lists)


def spans_of_pages(work: Work) -> Mapping[str, Span]:
    """Which part of the source the page of each division shows, by the division's key; together all of it.

    What stands between two divisions goes with the second from where a page begins in it, else from the line on
    which the second begins.
    """
    found = divisions(work)
    source = work.transcript.source
    begins = [0]
    for before, after in pairwise(found):
        end, start = before.end, after.start
        turned = [page.at for page in work.pages if end <= page.at <= start]
        at = max(turned[0] if turned else start, begins[-1])
        line = source.line_at(at)
        is_first = not source.text[line.start : at].strip()
        begins.append(max(line.start, begins[-1]) if is_first else at)
    ends = [*begins[1:], len(source)]
    return {one.key: span for one, span in zip(found, zip(begins, ends, strict=True), strict=True)}


def _lines(pages: WorkPages, start: int, end: int) -> Iterator[Record]:
    """The lines of a span, each with its number and where it begins; of one that is cut, the part that is here."""
    source = pages.source
    first, last = source.line_number(start), source.line_number(max(end - 1, start))
    for line in source.lines[first - 1 : last]:
        a, b = max(line.start, start), min(line.end, end)
        cut = {"before": source.text[line.start : a], "after": source.text[b : line.end]}
        fields = {"n": line.number, "start": a, "text": source.text[a:b], "seen": pages.digests[line.number - 1]}
        yield {**fields, **{name: text for name, text in cut.items() if text}}


def _newline(text: str) -> str:
    """What ends the lines of a source; empty where not all end alike."""
    for end in ("\r\n", "\n", "\r"):
        if end in text:
            rest = text.replace(end, "")
            return end if "\n" not in rest and "\r" not in rest else ""
    return ""


def _pieces(pages: WorkPages, division: Division, start: int, end: int) -> Iterator[Record]:
    """What the span is parted into: what each passage comes from, and what stands between passages.

    `passage` counts the page's own from 0; the piece of a passage on another page names its `division`.
    """
    own = [passage for passage in pages.passages if passage.division == division.key]
    number = {id(passage): k for k, passage in enumerate(own)}
    claims = sorted(
        (a, b, k) for k, passage in enumerate(pages.passages) for a, b in extents(passage) if a < end and start < b
    )
    pieces: list[tuple[int, int, int | None]] = []
    here, text = start, pages.source.text
    for a, b, k in claims:
        a, b = _indented(text, max(a, here), here), min(b, end)
        if b <= a:
            continue
        _fill(pieces, here, a, k, text)
        if pieces and pieces[-1][2] == k:
            pieces[-1] = (pieces[-1][0], b, k)
        else:
            pieces.append((a, b, k))
        here = b
    _fill(pieces, here, end, None, text)
    for a, b, found in pieces:
        passage = None if found is None else pages.passages[found]
        fields: Record = {"start": a, "end": b}
        if passage is not None and id(passage) in number:
            fields["passage"] = number[id(passage)]
        elif passage is not None:
            fields["division"] = passage.division
        yield fields


def _indented(text: str, start: int, first: int) -> int:
    """The offset with the white space before it on its line, but none before `first`."""
    while start > first and text[start - 1].isspace() and text[start - 1] not in "\r\n":
        start -= 1
    return start


def _fill(pieces: list[tuple[int, int, int | None]], start: int, end: int, after: int | None, text: str) -> None:
    """Add what stands before the piece of `after`; white space, and what stands inside a passage, to the last."""
    if start == end:
        return
    last = pieces[-1] if pieces else None
    if last and (not text[start:end].strip() or (last[2] is not None and last[2] == after)):
        pieces[-1] = (last[0], end, last[2])
    else:
        pieces.append((start, end, None))


def _changes(pages: WorkPages, start: int, end: int) -> Iterator[Record]:
    """The interventions in a span, but not where lines were merely joined.

    What is inserted at its end stands on the page after, if there is one.
    """
    text = pages.source.text
    for this in pages.transcript.interventions:
        if this.start < start or this.end > end or (this.start == end < len(text)):
            continue
        kind = kind_of(this, text[this.start : this.end])
        if kind == "join":
            continue
        fields: Record = {
            "start": this.start,
            "end": this.end,
            "reading": this.reading,
            "kind": kind,
            "by": pages.by(this),
            "rule": this.rule.partition(":")[0],
            "cause": this.cause,
            "cert": this.cert,
        }
        yield {name: value for name, value in fields.items() if value or name != "cause"}
