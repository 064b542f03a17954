"""What the entries of the glossary and of the registers have in common."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, get_args

from pydantic import AfterValidator, Field, StringConstraints

from build_edition.edition.entries.forms import plain_form
from build_edition.edition.loading.record import BibKey, Line, Record

Kind = Literal["term", "person", "place", "org", "event", "title"]  # as `work.Link` has them
ENTRY_KINDS: tuple[Kind, ...] = get_args(Kind)
NOBODY = "none"  # what a decision says of a form that is no entry's
RESERVED = (NOBODY, "index")  # `index` names the list of all in the data of the concordance


def _free_id(name: str) -> str:
    if name in RESERVED:
        raise ValueError("means something else here; choose another")
    return name


def _form(form: str) -> str:
    plain = " ".join(form.split())
    if not any(sign.isalnum() for sign in plain):
        raise ValueError("holds neither a letter nor a digit; write words")
    return plain


def _distinct(forms: tuple[str, ...]) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for form in forms:
        if plain_form(form) in seen:
            raise ValueError(f"has “{form}” twice; list each form once, with either apostrophe")
        seen[plain_form(form)] = form
    return forms


EntryId = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80),
    AfterValidator(_free_id),
    Field(description="small letters, digits and single hyphens, such as five-year-plan"),
]
Form = Annotated[Line, AfterValidator(_form), Field(description="a word, or a few, as a text has them")]
Forms = Annotated[tuple[Form, ...], AfterValidator(_distinct)]
PassageRef = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*/[\w.-]+$"),
    Field(description="a passage as it is cited: the id of its work, a slash, its number, as smith-1960/4.12"),
]


class Citation(Record):
    """Where a fact comes from."""

    bib: BibKey
    """The source, in the bibliography."""
    locator: Line | None = None
    """The place in it, such as `ch. 7` or `p. 12`."""


class Entry(Record):
    """Something that the edition knows and a text names. `kind` is that of the links which lead to it."""

    kind: ClassVar[Kind]

    id: EntryId
    """Its name in links and addresses, unique over the glossary and all registers; it never changes."""
    forms: Forms = ()
    """Every form that stands for it in a text, each listed, inflected ones too."""
    case: Literal["exact"] | None = None
    """`exact` where the forms stand for it only in these very letters."""
    cyrillic: Line | None = None
    """The word or name in Russian."""
    dates: Line | None = None
    """Its time, as a reader should see it, such as `1908–1934`."""
    see_also: tuple[EntryId, ...] = ()
    """The ids of other entries of the glossary or the registers."""
    sources: tuple[Citation, ...] = ()
    """Where the facts come from: entries of the bibliography."""

    @property
    def label(self) -> str:
        """What it is sorted and listed by."""
        raise NotImplementedError

    @property
    def shown(self) -> str:
        """What it is called in running text."""
        return self.label

    @property
    def is_exact(self) -> bool:
        return self.case == "exact"
