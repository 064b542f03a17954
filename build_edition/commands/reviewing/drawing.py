"""An item as a person sees it at a terminal, eighty columns wide or more; nothing is told by colour alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.text import Text

from build_edition.review.context import ContextLine, context
from build_edition.review.finders.marks import NAMES
from build_edition.review.item import KINDS, Item
from build_edition.source import Source

WIDEST = 100  # columns
MARK = "^"  # below the words


def drawn(item: Item, source: Source, place: str, progress: str, console: Console) -> RenderableType:
    """An item with the lines about it, what is read, what may be, and why; `place` is what the source is."""
    width = min(console.width, WIDEST)
    parts: list[RenderableType] = [Rule(progress, align="left", characters="─"), _heading(item, place), Text()]
    parts += _lines(context(source, item.found.start, item.found.end), width)
    parts.append(Text())
    parts += _readings(item, width)
    parts += [Text(f"  {line}") for said in item.found.evidence for line in wrap(said, width - 4)]
    parts.append(Text())
    return Group(*parts)


def where(item: Item) -> str:
    """Where an item stands: its passage, its page, its line."""
    said = [f"{item.work}/{item.passage}" if item.passage else item.work]
    said += [f"p. {item.page}"] if item.page else []
    return ", ".join([*said, f"source line {item.line}"])


def name_of(item: Item) -> str:
    """What an item is, in words."""
    kind, topic = KINDS[item.found.kind][0], item.found.topic
    if item.found.kind == "mark":
        return f"{kind}: {NAMES.get(topic, topic)}"
    return f"{kind}: {topic}" if topic != item.found.kind and item.found.kind != "word" else kind


def _heading(item: Item, place: str) -> Text:
    likely = f", {item.likelihood}" if item.found.kind != "word" else ""
    return Text.assemble((name_of(item), "bold"), f"{likely}\n", (f"{where(item)}{place}", "dim"))


def _lines(lines: Iterable[ContextLine], width: int) -> Iterator[Text]:
    """The lines of the source with their numbers, folded; below the words a row of marks."""
    for line in lines:
        has_words = line.end > line.start
        head = f" {'>' if has_words else ' '}{line.number:>6} │ "
        room = max(width - len(head), 20)
        for row, (at, piece) in enumerate(_folded(line.text, room)):
            front = head if row == 0 else " " * (len(head) - 2) + "│ "
            start, end = max(line.start - at, 0), min(line.end - at, len(piece))
            text = Text(front, style="dim")
            text.append(piece, style="none" if has_words else "dim")
            if start < end:
                text.stylize("bold reverse", len(front) + start, len(front) + end)
            yield text
            if start < end:
                yield Text(" " * (len(front) - 2) + "│ " + " " * start + MARK * (end - start))


def _folded(text: str, room: int) -> Iterator[tuple[int, str]]:
    """A line in pieces that have room, parted at spaces, each with where it begins."""
    at = 0
    while len(text) - at > room:
        cut = text.rfind(" ", at, at + room + 1)
        cut = cut + 1 if cut > at else at + room
        yield at, text[at:cut]
        at = cut
    yield at, text[at:]


def _readings(item: Item, width: int) -> Iterator[Text]:
    """What the edition reads, and what may be read instead."""
    if item.found.kind == "mark":
        yield Text("  1  it is what the rule takes it for")
        return
    if item.found.kind == "lost-call":
        return
    present = " ".join(item.present.split()) or "(nothing)"
    yield Text.assemble("  The edition reads: ", (shortened(present, width - 24), "bold"))
    for number, candidate in enumerate(item.found.candidates[:9], 1):
        reading = " ".join(candidate.reading.split()) or "(left out)"
        evidence = f"   {candidate.evidence}" if candidate.evidence else ""
        yield Text.assemble(f"  {number}  ", (shortened(reading, width // 2), "bold"), (evidence, "dim"))
    if item.found.candidates:
        yield Text()


def shortened(text: str, width: int) -> str:
    """A text of at most so many characters."""
    return text if len(text) <= width else f"{text[: width - 1]}…"


def keys_of(item: Item) -> str:
    """The keys that do something with an item, on two lines."""
    count = min(len(item.found.candidates), 9)
    accept = "1 or a  accept" if count <= 1 else f"1–{count}, a  accept"
    first = [accept] if count or item.found.kind == "mark" else []
    first += ["e  edit"] if item.found.kind != "mark" or item.found.topic in {"head", "pb"} else []
    first.append("r  reject" if item.found.kind != "mark" else "r  it is none")
    first += ["d  perhaps", "i  sic"] if item.found.kind not in {"mark", "lost-call"} else []
    second = ["s  skip", "u  undo", "f  find all", "g  go to", "n  note", "?  help", "q  quit"]
    return "  " + "   ".join(first) + "\n  " + "   ".join(second)


HELP = """Keys

  1–9     accept a candidate: it is read from now on (a record in edition/emendations)
  a       accept the first candidate; of a mark, that it is right
  e       edit: type what should be read; of a heading its level, of a page its number,
          of a lost call the line and the words after which it stood
  r       reject: the source is right, and nobody is asked again
  d       perhaps: type what may have stood there; the text stays, and readers are told
  i       sic: the author's own slip; it stands
  s       skip, for this session
  u       undo the last decision, and those before it
  f       find the same words in all works, and decide on them one by one or together
  g       go to a line of a work, and choose a word there
  n       note: a reason that goes with the next decision
  q       quit; all that was decided is in the files

Nothing waits to be saved: each decision is in its file as soon as it is made."""
