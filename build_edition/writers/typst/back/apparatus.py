"""The apparatus: what was changed in the words of each text, by whom and why.

What the editors decided and what rules changed in words is listed in full, in the order of the text; of all else
that was done to a source (lines joined, running heads left out) there is a count for each rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_edition.apparatus.emendation_list import Entry, Kind, emendation_list
from build_edition.apparatus.naming import NO_BREAK
from build_edition.apparatus.passage_index import passages
from build_edition.pipeline import EditionWork
from build_edition.transcript import Intervention, Transcript
from build_edition.writers.page.changes import changes_of
from build_edition.writers.page.kinds import NAMES, record_number
from build_edition.writers.page.strands import Strands
from build_edition.writers.typst import escaping
from build_edition.writers.typst.back.words import Book, opening

_KINDS: Mapping[Kind, str] = {
    "emendation": "",
    "conjecture": "conjecture",
    "doubt": "doubt",
    "slip": "author’s slip",
    "stet": "doubt dismissed",
    "supplied call": "note call placed",
}
_CAUSES = {"lost-text": "lost text", "slip": ""}
LEFT_OUT, NOTHING = "#emph[left out]", "#emph[nothing]"


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the list: where in the source, the passage and printed page, and what is said, as markup.

    `made` are the interventions that it tells of, where rules made them.
    """

    at: int
    passage: str
    page: str
    said: str
    remark: str
    made: tuple[Intervention, ...] = ()


def write_apparatus(book: Book) -> str:
    """What was changed in each work of the book; empty where nothing was."""
    return "\n".join(part for item in book.items if (part := _of_work(book, item)))


def _of_work(book: Book, item: EditionWork) -> str:
    if item.work is None or item.transcript is None:
        return ""
    rows = sorted([*_decisions(book, item), *_changes(item)], key=lambda row: row.at)
    counted = _counts(item.transcript, rows)
    if not rows and not counted:
        return ""
    out = [f"#group({escaping.string(item.entry.title)});"] if len(book.items) > 1 else []
    if rows:
        out.append("#readings(")
        for row in rows:
            place = book.to_passage(item.record.id, row.passage)
            page = f"p.{NO_BREAK}{escaping.markup(row.page)}" if row.page else ""
            out.append(f"([{place}], [{page}], [{row.said}], [{row.remark}]),")
        out.append(");")
    if counted:
        out.append("#counts(")
        out += (f"([{escaping.markup(NAMES.get(rule, rule))}], {count})," for rule, count in counted)
        out.append(");")
    return "\n".join(out)


def _decisions(book: Book, item: EditionWork) -> Iterator[_Row]:
    """What the editors decided; of no text but the one that the edition describes."""
    assert item.work is not None
    if item.status != "found":
        return
    records = book.whole.project.emendations.get(item.record.id, ())
    for entry in emendation_list(item.work, records, item.record.structure):
        known = (_KINDS[entry.kind], _CAUSES.get(entry.cause, entry.cause), entry.by)
        remark = escaping.markup(", ".join(part for part in known if part))
        note = f". {escaping.markup(entry.note)}" if entry.note else ""
        yield _Row(entry.start, entry.passage, entry.page, _reading(entry), remark + note)


def _reading(entry: Entry) -> str:
    stands, reading = (opening(text) for text in (entry.stands, entry.reading))
    match entry.kind:
        case "emendation":
            return f"#lemma[{reading or LEFT_OUT}];#emph[source] {stands}"
        case "conjecture":
            return f"#lemma[{reading or LEFT_OUT} ?];#emph[source] {stands}"
        case "doubt":
            return f"#lemma[{stands}];#emph[perhaps] {reading}"
        case "slip":
            return f"#lemma[{stands}];#emph[sic]"
        case "stet":
            return f"#lemma[{stands}];#emph[stands]"
        case _:
            return f"#lemma[{stands}];#emph[call] {reading} #emph[placed here]"


def _changes(item: EditionWork) -> Iterator[_Row]:
    """The words that rules read otherwise than the source has them."""
    assert item.work is not None
    assert item.transcript is not None
    strands = Strands(item.transcript)
    for passage in passages(item.work):
        try:
            changes = changes_of(strands.of(passage))
        except ValueError:  # its letters cannot be told apart by what was done to them; the rules are counted
            continue
        for change in changes:
            if change.kind != "word" or record_number(change.made[0].rule) is not None:
                continue
            stands, reads = (opening(text) for text in (change.source, change.reading))
            names = dict.fromkeys(NAMES.get(rule, rule) for this in change.made if (rule := _rule(this.rule)))
            low = any(this.cert == "low" for this in change.made)
            said = f"#lemma[{reads or LEFT_OUT}{' ?' if low else ''}];#emph[source] {stands or NOTHING}"
            page = item.work.page_at(change.at)
            yield _Row(
                change.at,
                passage.id or passage.section,
                (page.n or "") if page else "",
                said,
                escaping.markup(f"rule: {', '.join(names)}"),
                change.made,
            )


def _rule(name: str) -> str:
    return name.partition(":")[0] if record_number(name) is None else ""


def _counts(transcript: Transcript, rows: list[_Row]) -> list[tuple[str, int]]:
    """How often each rule did something that is not in the list, the most frequent first."""
    listed = {this for row in rows for this in row.made}
    counts = Counter(_rule(this.rule) for this in transcript.interventions if this not in listed)
    return sorted(((rule, count) for rule, count in counts.items() if rule), key=lambda one: (-one[1], one[0]))
