"""The files of an edition's folder, in the order in which an editor meets them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from build_edition.edition.contributors import Contributor
from build_edition.edition.crossrefs import CrossReference
from build_edition.edition.entries.decisions import Decision
from build_edition.edition.entries.entry import Citation
from build_edition.edition.entries.glossary import Term, Transliterations
from build_edition.edition.entries.registers import REGISTERS, RegisterEntry
from build_edition.edition.ignores import Ignore
from build_edition.edition.loading.record import Record
from build_edition.edition.records import EditionRecord, RightsRecord, SourceRecord, WorkRecord
from build_edition.edition.review import Look
from build_edition.edition.status import Step
from build_edition.edition.structure.record import StructureRecord, Words
from build_edition.edition.words.emendations import Emendation, Quoted
from build_edition.reference import examples


@dataclass(frozen=True, slots=True)
class File:
    """One file: what it is for, an example in `language`, and the models of what is in it, its records' first.

    It is a list of records, unless it is `one`. `extended` are the models of single files that have fields besides
    those of the last of `models`.
    """

    path: str
    about: str
    example: str
    language: str = "yaml"
    models: tuple[type[Record], ...] = ()
    one: bool = False
    extended: Mapping[str, type[Record]] = field(default_factory=dict)


FILES = (
    File(
        "edition/edition.yml",
        "The edition as a whole. It also marks a folder as an edition: commands look for it here and upward.",
        examples.EDITION,
        models=(EditionRecord,),
        one=True,
    ),
    File(
        "edition/works/ID.yml",
        """One work: its source, known by its hash, its rights, and what the rules cannot know of its structure.
        A record below `structure` says one of three things. `set` says what the words from `from` to `to` are;
        `unset`, that what begins on `line` is not what a rule takes it for; `call`, that a note call which the
        source has lost stood after the words `after`. They are applied after the rules, in their order, and
        before the emendations.""",
        examples.WORK,
        models=(WorkRecord, SourceRecord, RightsRecord, Words, StructureRecord),
        one=True,
    ),
    File(
        "edition/emendations/ID.yml",
        """The words of a work. A record quotes what stands on a line and says one thing: what is read instead
        (`as`; with `cert: low`, a conjecture), what may have stood there (`perhaps`; the text stays), that it
        stands though a rule changed or suspects it (`stet: true`), or that it is the author’s own slip (`cause:
        slip`; it stands). What `cause: lost-text` supplies is shown in square brackets. A record goes before a
        rule; two records may not decide on the same letters.

        Besides this file a work may have the folder `edition/emendations/ID/`, with files of the same form: each
        suggestion a file of its own, so that two of them never touch the same lines. They are read after this one,
        in the order of their names, which are made of small letters, digits and hyphens (`l9-ian-spencer.yml`).
        Because such a file may come from anybody, no field may hold an HTML tag or a hidden sign that the quoted
        words do not have, nor more than 1,000 characters (`note` 2,000, `by` 200).""",
        examples.EMENDATIONS,
        models=(Emendation, Quoted),
    ),
    File(
        "edition/lines/ID.txt",
        """A digest of each line of the source, four hexadecimal digits, written by `build-edition lines keep` and
        never by hand. A record whose `seen` is the digest kept of its `line` was made for that very line: so
        `check` can try records where the source is absent. Sixteen bits tell nothing of what a line says. The
        number before a row is that of its first line; `source` has the hash of the source.""",
        examples.LINES,
        "text",
    ),
    File(
        "edition/review/ID.yml",
        """What editors were asked about by `build-edition review`, looked at and found right: words that stand
        without a record of theirs, such as an odd one. That command writes it, so that nobody is asked again; to
        be asked again, delete the record. What a rule suspects or changes, and stands, is an emendation with
        `stet: true` instead.""",
        examples.REVIEW,
        models=(Look,),
    ),
    File(
        "edition/passages/ID.txt",
        """The ledger of a work: the passage ids that were published, and what each was given to. It is written
        by `build-edition passages publish` and never by hand; lines are added and none is altered. The columns
        are parted by tabs: the id; the span of the source, in characters, on which the passage stood; a digest
        of its text, which tells whether it is the same to the letter; a signature, which tells a corrected text
        from another; and the version of the edition that published it. The line `source` has the hash of the
        source that the spans count in. No word of a text is in it.""",
        examples.LEDGER,
        "text",
    ),
    File(
        "edition/recensions/ID.txt",
        """What the published passages of a work read in each version of the edition, so that a reader can be told
        later what has changed. It too is written by `build-edition passages publish` and never by hand. Under each
        `version` it lists those passages that are new in it or read otherwise than in the version before: the id;
        the span of the source; a digest of the text; and the edits that make the text of the letters there, each
        a span and what is read in its place. White space is drawn together. A new passage that reads as the
        source has it is not listed. After the id may also stand `in` and another id, where that passage has
        taken its place, or `gone`. [Permanent addresses](permanent-addresses.md) tells what it is for.""",
        examples.RECENSION,
        "text",
    ),
    File(
        "edition/glossary.yml",
        """The terms that the works use, explained. Every form in which a text has the term is listed, for none
        is guessed ([What a form matches](glossary-and-registers.md#what-a-form-matches)).""",
        examples.GLOSSARY,
        models=(Term, Transliterations, Citation),
    ),
    File(
        "edition/registers/NAME.yml",
        f"""What the works name, in the files {", ".join(f"`{name}.yml`" for name in REGISTERS)}. The last holds
        the works that the texts discuss, not those of the edition.""",
        examples.REGISTER,
        models=(RegisterEntry,),
        extended=REGISTERS,
    ),
    File(
        "edition/registers/decisions.yml",
        """Whose a form is that several entries have. Until it is decided, such a form is linked nowhere, and
        `check` says `ambiguous`, names each place, and shows the record to write. The narrowest decision
        holds.""",
        examples.DECISIONS,
        models=(Decision,),
    ),
    File(
        "edition/crossrefs.yml",
        """References that only a reader can place. What print says itself (“see Figure 2, p. 40”) is found by
        rule; a record takes the place of what a rule finds in the same words. `to` names a passage
        (`level-water-1987/4.12`), a printed page (`level-water-1987/page-40`), a section by its key
        (`level-water-1987/glossary`), a whole work (`level-water-1987`), an entry of the bibliography
        (`bib:KEY`) or another entry (`term:ID`, `person:ID`, `place:ID`, `org:ID`, `event:ID`, `title:ID`).
        `to_line` leads to whatever passage stands on a line.""",
        examples.CROSSREFS,
        models=(CrossReference,),
    ),
    File(
        "edition/status/ID.yml",
        """How far a work has been proofread: a history, in the order of time, to which `build-edition status set`
        adds. A record says in what state somebody left a section, a page, some pages or the whole. Of several that
        cover a word the last one holds. `validated` comes after `proofread`, and by another person. Where the text
        has changed since, `text` no longer fits it, and the state falls back: from validated to proofread, from
        proofread to not proofread.""",
        examples.STATUS,
        models=(Step,),
    ),
    File(
        "edition/ignores.yml",
        """Findings of `check` that somebody has judged ([The findings of a check](findings.md)).""",
        examples.IGNORES,
        models=(Ignore,),
    ),
    File(
        "edition/contributors.yml",
        """Who stands behind the `by` of all records: the names under which they are given credit on the page of
        contributors and in TEI. A `by` that is not listed is taken for a name as it stands.""",
        examples.CONTRIBUTORS,
        models=(Contributor,),
    ),
    File(
        "edition/headnotes/ID.md",
        """What the editors say before a work: Markdown, without a heading. `[words](passage:WORK/ID)` links to
        a passage and `[@KEY, p. 5]` cites the bibliography, here and on every page of `docs`.""",
        examples.HEADNOTE,
        "markdown",
    ),
    File(
        "bib/edition.bib",
        """The bibliography, as BibLaTeX: the works of the edition, which their records name with `bib`, and all
        that the editors and their records cite. It is set in the style that `citations` in
        `edition/edition.yml` names. [The bibliography and citations](citations.md) tells the rest.""",
        examples.BIBLIOGRAPHY,
        "bibtex",
    ),
)
