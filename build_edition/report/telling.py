"""What a report says, in words: the document that Markdown and the page are written from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_edition.report.document import Document, Item, Line, Name, Prose, Section, line
from build_edition.report.report import Note, Report, Told
from build_edition.report.telling_records import file_sections
from build_edition.report.telling_texts import passage_section, rule_sections, work_sections

GRAVE = ("error", "warning", "note")


def tell(report: Report) -> Document:
    """The report as a document; what matters most to the edition's readers stands first."""
    return Document(
        line("What this changes in ", Name(report.title)),
        tuple(_lead(report)),
        tuple(_counts(report)),
        tuple(_sections(report)),
    )


def _lead(report: Report) -> Iterator[Line]:
    base = report.base
    yield line("Compared with ", Name(base.ref), " at ", Name(base.short), ".")
    if base.ahead:
        commits = "1 commit" if base.ahead == 1 else f"{base.ahead:,} commits"
        yield line(
            "That is where this branch left it; ", Name(base.ref), f" has {commits} since, which are not told of."
        )
    if report.is_empty:
        yield line("No text, record, finding or figure is other than it was.")
    if not report.quotes:
        yield line("Of the texts only the words that change are quoted.")
    for note in report.notes:
        yield _note(note)


def _note(note: Note) -> Line:
    return line(Prose(note.text), *((" The program says: ", Prose(note.said)) if note.said else ()))


def _counts(report: Report) -> Iterator[tuple[str, str]]:
    marks = sum(len(work.marks) for work in report.works)
    records = sum(len(file.records) for file in report.files)
    grave = [sum(told.severity == one for told in report.new_findings) for one in GRAVE]
    found = ", ".join(
        f"{count} {name}{'s' * (count != 1)}" for count, name in zip(grave, GRAVE, strict=True) if count
    )
    fell = sum(score.fell for score in report.scores)
    rows = (
        ("Places that read otherwise by record", report.readings),
        ("Places that rules treat otherwise", report.rule_places),
        ("Headings, paragraphs, notes, pages … marked otherwise", marks),
        ("Published passages touched", report.published),
        ("Records of the editors new, gone or changed", records),
        ("Parts whose state of proofreading changes", len(report.statuses)),
    )
    known = " that are known" if report.unknown else ""
    for what, count in rows:
        if count or what.startswith("Places"):
            yield what, f"{count:,}{known if what.startswith('Places') else ''}"
    yield "New findings of `check`".replace("`", ""), found or "none"
    if report.gone_findings:
        yield "Findings that are gone", f"{len(report.gone_findings):,}"
    if report.scores:
        yield "Figures of the specimen that fell, rose or are new", f"{fell}, {len(report.scores) - fell}"


def _sections(report: Report) -> Iterator[Section]:
    if report.unknown:
        yield Section(line("What is not known"), tuple(Item(_note(one)) for one in report.unknown))
    if report.new_findings:
        yield Section(line("New findings"), tuple(_findings(report.new_findings)), many="findings")
    yield from passage_section(report)
    yield from work_sections(report)
    yield from rule_sections(report)
    yield from _statuses(report)
    yield from file_sections(report.files)
    yield from _scores(report)
    if report.gone_findings:
        yield Section(line("Findings that are gone"), tuple(_findings(report.gone_findings)), many="findings")


def _findings(findings: Iterable[Told]) -> Iterator[Item]:
    for told in sorted(findings, key=lambda one: GRAVE.index(one.severity)):
        lines = (line(Prose(told.remedy)),) if told.remedy else ()
        yield Item(line(f"{told.severity}: ", Prose(told.text), " (", Name(told.code), ")"), lines)


def _statuses(report: Report) -> Iterator[Section]:
    if not report.statuses:
        return
    items = tuple(
        Item(
            line(Name(one.work), " ", Name(one.part), ": ", Name(one.before), " → ", Name(one.after)),
            (line(Prose(one.why)),) if one.why else (),
        )
        for one in report.statuses
    )
    yield Section(line("State of proofreading"), items, many="parts")


def _scores(report: Report) -> Iterator[Section]:
    if not report.scores:
        return
    how = (
        "Measured anew, for the code is another." if report.measured else "As the baseline of each side has them."
    )
    items = tuple(
        Item(
            line(
                Name(score.witness), ": ", Name(score.measure.replace("_", " ")),
                f" {_figure(score.before)} → {_figure(score.now)}", " – fell" if score.fell else "",
            ),
            (line(f"The baseline records {_figure(score.recorded)}: write it anew."),)
            if score.measured is not None and score.measured != score.recorded
            else (),
        )
        for score in sorted(report.scores, key=lambda one: not one.fell)
    )  # fmt: skip
    yield Section(line("Figures of the specimen"), items, (line(how),), many="figures")


def _figure(value: float | None) -> str:
    return "none" if value is None else f"{value:.4f}"
