"""A text as it is written down, not as pages show it: by programs that read with a vision model, or by hand.

Each `Habit` is one way of writing: how headings, quotations and note calls look, where the notes of a page or a
chapter go, what stands where a page ends, and what a library or a web page puts about the text. A paragraph is one
line, or is wrapped as libraries of plain texts wrap theirs.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from benchmarks.designs.setting import CHAPTER
from build_edition.evaluate.truth import UNDECIDED, Block, Call, PageBeginning

PAGE = 2300  # characters on a page
FIRST = 14  # the number of the first page
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_HUNG = re.compile(r"[-*] |\d+\. |\[\^")
_HTML = {"quote": "<blockquote><p>{}</p></blockquote>", "epigraph": "<blockquote><p>{}</p></blockquote>"}


@dataclass(frozen=True)
class Habit:
    """How one program writes, each piece as a format; `note` is empty where notes stand behind their chapter.

    Those are written as `behind` says, under `notes_head` (None: a heading like any; "": none). `page` stands
    between two pages, the verso's before the recto's where they differ, and `inline` in the text before a page's
    first word; `told` says that they have the number of the page which follows. `underlines` draw chapters and
    sections.
    """

    name: str
    call: str
    note: str = ""
    head: str = "{hashes} {line}"
    page: tuple[str, ...] = ()
    quote: str = "> "
    tags: bool = False
    told: bool = False
    wrapped: int = 0  # to lines of so many characters
    hung: bool = False  # the further lines of items and notes stand in
    behind: str = "{n}. {body}"
    notes_head: str | None = None
    inline: str = ""
    underlines: str = ""
    bullet: str = "-"
    above: tuple[str, ...] = ()  # furniture before the text
    below: tuple[str, ...] = ()  # and after it


HABITS = (
    Habit("rules", "<sup>{n}</sup>", "<sup>{n}</sup> {body}", page=("---",)),
    Habit("raised", "{raised}"),
    Habit("formulas", "$^{{{n}}}$", "${{ }}^{{{n}}}$ {body}"),
    Habit("heads", "{n}", "{n} {body}", page=("{n} {title}", "{chapter} {n}"), quote="", told=True),
    Habit("bold", "[{n}]", "[{n}] {body}", head="**{line}**", page=("**Page {n}**",), told=True),
    Habit(
        "html",
        "<sup>{n}</sup>",
        "<p><sup>{n}</sup> {body}</p>",
        "<h{level}>{line}</h{level}>",
        ("<hr/>",),
        tags=True,
    ),
    Habit("plain", "[{n}]", "[Footnote {n}: {body}]", head="\n{line}\n", quote="    ", wrapped=72),
    Habit("plainer", "[{n}]", "[{n}] {body}", head="\n\n{line}", quote="  ", wrapped=65),
    Habit("carets", "[^{n}]", behind="[^{n}]: {body}", notes_head="", page=("<!-- page {n} -->",), told=True),
    Habit("underlined", "^{n}^", head="{line}", underlines="=-", bullet="*"),
    Habit(
        "linked",
        '<sup><a href="#fn{n}" id="ref{n}">{n}</a></sup>',
        head='<h{level} class="head">{line}</h{level}>',
        tags=True,
        told=True,
        behind='<li id="fn{n}">{body} <a href="#ref{n}">↩</a></li>',
        inline='<span class="pagenum">[Pg {n}]</span>',
    ),
    Habit(
        "counted", "<sup>{n}</sup>", "<sup>{n}</sup> {body}", "{hashes} **{line}**", page=("{{{n}}}" + "-" * 48,)
    ),
    Habit("pandoc", "[^{n}]", behind="[^{n}]: {body}", notes_head="", wrapped=72, hung=True),
    Habit(
        "library",
        "[{n}]",
        head="\n\n{line}\n",
        quote="    ",
        told=True,
        wrapped=70,
        behind="[{n}] {body}",
        notes_head="FOOTNOTES:",
        inline="[Pg {n}]",
        above=(
            "The Open Shelf eBook of {title}",
            "This eBook is for the use of anyone anywhere at no cost and with no restrictions whatsoever.",
            "*** START OF THE OPEN SHELF EBOOK {title} ***",
        ),
        below=(
            "*** END OF THE OPEN SHELF EBOOK {title} ***",
            "Updated editions will replace the previous one, and the old editions will be renamed.",
        ),
    ),
    Habit(
        "saved",
        "[{n}]",
        head="{line}",
        quote="    ",
        bullet="•",
        above=("Skip to main content", "Home | Archive | About us | Sign in"),
        below=("Share this article", "Subscribe to our newsletter", "Back to top"),
    ),
)


def written(blocks: Sequence[Block], habit: Habit, title: str) -> tuple[str, tuple[Block, ...]]:
    """The text, and its truth: the blocks with the pages whose beginning the text shows."""
    pen = _Pen(habit, title)
    above, below = ([line.format(title=title) for line in lines] for lines in (habit.above, habit.below))
    pen.lines += above
    truth = tuple(pen.write(block) for block in blocks if not pen.unheads(block))
    pen.foot()
    pen.lines += below
    if above or below:
        truth = (*(Block("fw", line) for line in above), *truth, *(Block("fw", line) for line in below))
    lines = (_wrapped(line, habit) if habit.wrapped else line for line in pen.lines)
    return "\n\n".join(lines) + "\n", truth


def _wrapped(line: str, habit: Habit) -> str:
    """A paragraph over several lines; the blank lines that a heading brings stay."""
    indent = line[: len(line) - len(line.lstrip("> "))]
    hung = _HUNG.match(line) if habit.hung else None
    text = textwrap.fill(
        line.strip().removeprefix("> "),
        habit.wrapped,
        initial_indent=indent,
        subsequent_indent=indent + "    " if hung else indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return line[: len(line) - len(line.lstrip("\n"))] + text + line[len(line.rstrip("\n")) :]


@dataclass
class _Pen:
    """What has been written, and how much of the page is filled."""

    habit: Habit
    title: str
    lines: list[str] = field(default_factory=list)
    notes: list[Call] = field(default_factory=list)
    filled: int = 0
    page: int = FIRST
    chapter: str = ""

    def unheads(self, block: Block) -> bool:
        """Whether the block is a heading over notes which this habit leaves out."""
        return block.kind == "head" and block.text == "Notes" and self.habit.notes_head == ""

    def write(self, block: Block) -> Block:
        """Write a block, over a page's end where it comes to one; returns it with the pages that begin in it."""
        pages: list[PageBeginning] = []
        if block.kind == "head":
            block, pages = self.heading(block)
        elif block.kind == "milestone":
            block = replace(block, text="* * *")
            self.lines.append(block.text)
        else:
            begun, text = 0, ""
            for at in self.turns(block):
                text += self.piece(block, begun, at)
                if not self.habit.inline:
                    self.lines.append(self.dressed(block, text).rstrip())
                    text = ""
                pages += self.turn(at)
                text += self.mark()
                begun = at
            self.lines.append(self.dressed(block, text + self.piece(block, begun, len(block.text))))
            if not self.parts and self.filled >= PAGE:
                self.turn(0)
        if self.habit.tags:
            block = replace(block, marker=None)  # a list in HTML bears no numbers
        # No mark-up tells whether text under a display goes on, if it does not do so in the midst of a sentence.
        hidden = block.kind == "p" and block.continues and not block.text[:1].islower()
        return replace(
            block,
            pages=tuple(pages),
            role=UNDECIDED if hidden else block.role,
            continues=block.continues and not hidden,
        )

    @property
    def parts(self) -> bool:
        """Whether the text shows where pages end."""
        return bool(self.habit.page or self.habit.inline)

    def mark(self) -> str:
        """What stands in the text where a page begins."""
        return self.habit.inline.format(n=self.page) + " " if self.habit.inline else ""

    def heading(self, block: Block) -> tuple[Block, list[PageBeginning]]:
        """Write a heading, a chapter's on a new page; returns it with the page that begins with it."""
        level, pages = block.level or CHAPTER, []
        if level <= CHAPTER:
            if self.filled:
                pages = self.turn(0)
                self.lines += [self.mark().strip()] if self.habit.inline else []
            self.chapter = block.text
        if block.text == "Notes" and self.habit.notes_head:
            block = replace(block, text=self.habit.notes_head)
        lines = [line for line in (block.label, block.text) if line]
        under = self.habit.underlines[max(level - CHAPTER, 0) :][:1]
        form = self.habit.head if under or not self.habit.underlines else "{hashes} {line}"
        for line in lines:
            head = form.format(hashes="#" * (level - bool(self.habit.underlines)), level=level, line=line)
            self.lines.append(f"{head}\n{under * len(line)}" if under else head)
        return block, pages

    def turns(self, block: Block) -> Iterator[int]:
        """Where in the block pages end, before a word, once one is full; none where the text does not show it."""
        start = 0
        cut = self.parts and block.kind in ("p", "quote")
        for match in re.finditer(r"(?<= )\S", block.text) if cut else ():
            if self.filled + match.start() - start >= PAGE:
                yield match.start()
                start = match.start()
        self.filled += len(block.text) - start

    def piece(self, block: Block, start: int, end: int) -> str:
        """The text of a block from `start` to `end`, as the program writes it."""
        text, last = "", start
        for call in block.notes:
            if start < call.at <= end:
                text += block.text[last : call.at] + self.habit.call.format(
                    n=call.n, raised=call.n.translate(_RAISED)
                )
                last = call.at
                if call.body and self.habit.note:
                    self.notes.append(call)
        return text + block.text[last:end]

    def dressed(self, block: Block, text: str) -> str:
        """The written text of a block as what it is."""
        if block.kind == "note":
            return self.habit.behind.format(n=block.n, body=text)
        if self.habit.tags:
            return _HTML.get(block.kind, "<li>{}</li>" if block.kind == "item" else "<p>{}</p>").format(text)
        if block.kind in ("quote", "epigraph"):
            return self.habit.quote + text
        bullet = block.kind == "item" and block.marker in (None, "", "•")
        marker = self.habit.bullet if bullet else block.marker or ""
        return f"{marker} {text}".lstrip() if block.kind == "item" else text

    def turn(self, at: int) -> list[PageBeginning]:
        """End the page with its notes; returns the beginning of the next where the text shows it."""
        self.foot()
        self.filled, self.page = 0, self.page + 1
        if not self.parts:
            return []
        for sign in self.habit.page and (self.habit.page[self.page % len(self.habit.page)],):
            self.lines.append(sign.format(n=self.page, title=self.title.upper(), chapter=self.chapter.upper()))
        return [PageBeginning(str(self.page) if self.habit.told else "", at)]

    def foot(self) -> None:
        """Write the notes of the page."""
        if self.habit.note:
            self.lines += [self.habit.note.format(n=call.n, body=call.body) for call in self.notes]
        self.notes = []
