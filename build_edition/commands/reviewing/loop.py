"""The review at a terminal: one item after the other, until the queue or the patience ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import get_args

from rich.console import Console
from rich.text import Text

from build_edition.commands.reviewing.drawing import HELP, drawn, keys_of, where
from build_edition.commands.reviewing.keyboard import ESCAPE, INTERRUPTED, Keyboard
from build_edition.edition.words.emendations import Cause
from build_edition.errors import EditionError, UsageError
from build_edition.review.asked import item_at, same_words, words_of_line
from build_edition.review.choices import Choice, Plan, Verb
from build_edition.review.item import Item, place_in
from build_edition.review.session import Session

CAUSES: tuple[Cause, ...] = tuple(cause for cause in get_args(Cause) if cause != "slip")


class Review:
    """A session at a terminal. `items` are shown in their order; `at` is the place of the one that is shown."""

    def __init__(self, session: Session, items: Sequence[Item], keyboard: Keyboard, console: Console) -> None:
        self.session, self.keyboard, self.console = session, keyboard, console
        self.items = list(items)
        self.at = 0
        self.done: dict[str, int] = {}  # by the place of its words, where an item was shown that is decided
        self.note: str | None = None

    def run(self) -> None:
        """Show items and do what the keys say."""
        while self.at < len(self.items):
            item = self.items[self.at]
            if item.found.kind != "mark" and item.place in self.done:  # with others that are alike
                self.at += 1
                continue
            self.show(item)
            if not self.answer(item):
                break
        else:
            self.console.print("That was the last item.")
        self.console.print(f"{self.session.decided_today} decided today. To go on: build-edition review")

    def show(self, item: Item) -> None:
        work = self.session.works[item.work]
        assert work.source is not None
        today = self.session.decided_today
        progress = f"{self.at + 1} of {len(self.items)}, {today} decided today"
        self.console.print(drawn(item, work.source, f" of {work.source.name}", progress, self.console))
        self.console.print(keys_of(item), style="dim")

    def answer(self, item: Item) -> bool:
        """Do what the next key says; returns whether to go on."""
        actions: Mapping[str, Callable[[Item], None]] = {
            "a": self.accept_first, "e": self.edit, "r": self.reject, "d": self.doubt, "i": self.slip,
            "s": self.skip, " ": self.skip, "u": self.undo, "f": self.find, "g": self.go, "n": self.add_note,
            "?": self.help, "h": self.help,
        }  # fmt: skip
        while True:
            key = self.keyboard.key()
            if key in {"q", INTERRUPTED, ESCAPE}:
                return False
            if key in actions:
                self.attempt(partial(actions[key], item))
                return True
            if key.isdecimal() and key != "0":
                self.attempt(partial(self.accept, item, int(key)))
                return True

    def attempt(self, action: Callable[[], None]) -> None:
        """Do something; what stands in its way is told, and nothing is changed."""
        try:
            action()
        except EditionError as error:
            self.console.print(Text(f"  This cannot be: {error}", style="bold"))

    def accept_first(self, item: Item) -> None:
        self.accept(item, 1)

    def accept(self, item: Item, number: int) -> None:
        """Accept a candidate, or that a mark is right."""
        if item.found.kind == "mark" and number == 1:
            return self.decide(item, Choice("accept"))
        if not 1 <= number <= len(item.found.candidates):
            raise UsageError(f"there is no candidate {number}", remedy="Press e to type a reading.")
        return self.decide(item, Choice("accept", item.found.candidates[number - 1].reading))

    def edit(self, item: Item) -> None:
        self.typed(item, "edit", "  Read: ")

    def doubt(self, item: Item) -> None:
        self.typed(item, "doubt", "  Perhaps: ")

    def typed(self, item: Item, verb: Verb, prompt: str) -> None:
        """Take a reading that is typed; what is left empty is asked about once more, for it deletes."""
        begin = ""
        if item.found.kind not in {"lost-call", "mark"}:
            begin = " ".join(item.present.split())
            if verb == "doubt" and item.found.candidates:
                begin = item.found.candidates[0].reading
        reading = self.keyboard.line(prompt, begin)
        if reading is None:
            return
        if not reading.strip() and not self.agreed("  Leave these words out? (y/n) "):
            return
        self.decide(item, Choice(verb, reading.strip()))

    def reject(self, item: Item) -> None:
        self.decide(item, Choice("reject"))

    def slip(self, item: Item) -> None:
        self.decide(item, Choice("slip"))

    def skip(self, item: Item) -> None:
        del item
        self.at += 1

    def decide(self, item: Item, choice: Choice) -> None:
        """Decide on an item and go on to the next."""
        plan = self.settled(self.session.plan(item, Choice(choice.verb, choice.reading, choice.cause, self.note)))
        if plan is None:
            return
        entry = self.session.carry_out(plan)
        self.note = None
        files = ", ".join(dict.fromkeys(change.path.as_posix() for change in entry.changes))
        self.console.print(Text(f"  {entry.told} ({files})"))
        self.done[item.place] = self.at
        self.at += 1

    def settled(self, plan: Plan) -> Plan | None:
        """The plan, with its cause asked for where it is not plain; None where the editor would rather not."""
        if plan.is_cause_certain or plan.choice.cause:
            return plan
        guessed = plan.drafts[0].record.cause
        said = "  ".join(f"{number} {cause}" for number, cause in enumerate(CAUSES, 1))
        self.console.print(f"  What is wrong? {said}\n  Enter: {guessed}")
        key = self.keyboard.key()
        if key in {INTERRUPTED, ESCAPE}:
            return None
        if not key.isdecimal() or not 1 <= int(key) <= len(CAUSES):
            return plan
        choice = plan.choice
        return self.session.plan(plan.item, Choice(choice.verb, choice.reading, CAUSES[int(key) - 1], choice.note))

    def undo(self, item: Item) -> None:
        """Take the last decision back, and show its item again."""
        del item
        entry = self.session.undo()
        if entry is None:
            raise UsageError("there is nothing to undo")
        self.console.print(f"  Taken back: {entry.told}")
        places = [self.done.pop(place) for key in entry.keys if (place := place_in(key)) in self.done]
        if places:
            self.at = min(places)

    def add_note(self, item: Item) -> None:
        del item
        self.note = (self.keyboard.line("  Reason: ", self.note or "") or "").strip() or None

    def help(self, item: Item) -> None:
        del item
        self.console.print(HELP)
        self.keyboard.key()

    def agreed(self, question: str) -> bool:
        self.console.print(question, end="")
        key = self.keyboard.key()
        self.console.print(key if key.isprintable() else "")
        return key.lower() == "y"

    def find(self, item: Item) -> None:
        """Show the same words in all works; they come next one by one, or are decided together."""
        found = self.same(item)
        self.console.print(f"  “{' '.join(item.present.split())}” stands {len(found) + 1} times:")
        for other in [item, *found]:
            self.console.print(Text(f"    {self.in_a_line(other)}", no_wrap=True, overflow="ellipsis"))
        if not found:
            return
        self.console.print("  o  one by one   t  decide on all together   any other key: back")
        key = self.keyboard.key()
        if key == "o":
            self.items[self.at + 1 : self.at + 1] = found
        elif key == "t":
            self.together([item, *found])

    def same(self, item: Item) -> list[Item]:
        """The other places of the same words, in the order of the works."""
        self.session.with_others()
        works = self.session.works.values()
        return [
            _with_evidence_of(other, item)
            for other in same_words(works, item.present)
            if (other.work, other.found.start) != (item.work, item.found.start)
        ]

    def in_a_line(self, item: Item) -> str:
        reading = self.session.works[item.work].transcript
        assert reading is not None
        text, start = reading.reading.text, reading.reading.before_insertion(item.found.start)
        before, after = text[max(start - 24, 0) : start], text[start : start + 30]
        return f"{where(item)}: …{' '.join((before + after).split())}…"

    def together(self, items: Sequence[Item]) -> None:
        """Decide on all of some items alike, as one decision."""
        begin = items[0].found.candidates[0].reading if items[0].found.candidates else items[0].present
        reading = self.keyboard.line("  Read all of them: ", " ".join(begin.split()))
        if reading is None or not reading.strip():
            return
        choice = Choice("edit", reading.strip(), note=self.note)
        plan = self.settled(self.session.plan(items[0], choice))
        if plan is None or not self.agreed(f"  Read “{reading.strip()}” in all {len(items)} places? (y/n) "):
            return
        entry = self.session.decide([(item, plan.choice) for item in items])
        self.note = None
        self.console.print(f"  {entry.told} In {len(items)} places.")
        self.done |= {item.place: self.at for item in items}
        self.at += 1

    def go(self, item: Item) -> None:
        """Go to a line of a work, and to a word of it."""
        said = self.keyboard.line("  Line (WORK:LINE or LINE): ", "")
        if not said or not said.strip():
            return
        work, _, number = said.strip().rpartition(":")
        work = work or item.work
        self.session.with_others()
        if work not in self.session.works or not number.isdecimal():
            raise UsageError(f"{said.strip()[:60]!r} is no line of a work", remedy="Write it as smith-1960:84.")
        chosen = self.word_of(work, int(number))
        if chosen:
            self.items.insert(self.at, chosen)

    def word_of(self, work: str, line: int) -> Item | None:
        """The word of a line that the editor chooses by its number."""
        there = self.session.works[work]
        assert there.source is not None
        if not 1 <= line <= len(there.source.lines):
            raise UsageError(f"{work} has lines 1 to {len(there.source.lines)}, no line {line}")
        words = words_of_line(there, line)
        self.console.print(Text("  " + "  ".join(f"{number} {word}" for number, (_, word) in enumerate(words, 1))))
        said = self.keyboard.line("  Which word (its number, or words as they stand)? ", "")
        if not said or not said.strip():
            return None
        said = said.strip()
        if said.isdecimal() and 1 <= int(said) <= len(words):
            column, word = words[int(said) - 1]
            return item_at(there, line, column, word)
        return item_at(there, line, None, said)


def _with_evidence_of(item: Item, like: Item) -> Item:
    """An item with the evidence and the candidates of another, whose words are the same."""
    known = like.found
    found = replace(item.found, evidence=known.evidence, candidates=known.candidates)
    return replace(item, found=found)
