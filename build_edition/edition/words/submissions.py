"""The records of words of one work, read from where they are filed: its main file, then the files of its folder.

A folder holds suggestions, each a new file, so that two proposals to the repository never touch the same lines.
Its files may come from anybody: their names are plain, and none of them leads out of the folder.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from build_edition.edition.loading.advice import nearest
from build_edition.edition.words import emendations
from build_edition.edition.words.emendations import Filed, filed_in
from build_edition.errors import RecordError

FORM = "small letters, digits and hyphens, at most 60 of them, and .yml, such as l9-ian-spencer.yml"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,59}\.yml")


def is_name(name: str) -> bool:
    """Whether a file of a folder of suggestions may be called so."""
    return _NAME.fullmatch(name) is not None


def read(root: Path, folder: Path, work_id: str, problems: list[RecordError]) -> tuple[Filed, ...]:
    """All records of a work in order; a file that cannot be read is left out, and added to `problems`.

    `folder` is that of all works, below `root`.
    """
    found: list[Filed] = []
    main = folder / f"{work_id}.yml"
    files = [main] if (root / main).is_file() else []
    for path in [*files, *_suggestions(root, folder / work_id, problems)]:
        try:
            found += filed_in(emendations.read(root / path, path.as_posix()), path)
        except RecordError as error:
            problems.append(error)
    return in_force(found, problems)


def in_force(found: Sequence[Filed], problems: list[RecordError]) -> tuple[Filed, ...]:
    """The records without those in whose place another stands; one that stands for none is a problem."""
    places = {one: _replaced(one, found) for one in found if one.record.instead is not None}
    for one, others in places.items():
        if not others:
            problems.append(_for_none(one))
        elif _leads_back(one, places):
            problems.append(
                RecordError(
                    "stands `instead` of a record that stands instead of it",
                    where=one.place,
                    remedy="Leave out `instead` in one of them, and take the other record out.",
                )
            )
    gone = {old for others in places.values() for old in others}
    return tuple(one for one in found if one not in gone)


def _replaced(one: Filed, found: Sequence[Filed]) -> list[Filed]:
    """The records in whose place a record stands: of several with the same words those that stand for none."""
    other = one.record.instead
    assert other is not None
    known = [old for old in found if old.record.key == (other.line, other.read, other.nth) and old != one]
    return [old for old in known if old.record.instead is None] or known


def _for_none(one: Filed) -> RecordError:
    other = one.record.instead
    assert other is not None
    return RecordError(
        f"stands `instead` of a record that there is not: line {other.line}, {other.read!r}",
        where=one.place,
        remedy="It was changed or taken out since. See what stands there, and leave out `instead`.",
    )


def _leads_back(one: Filed, places: Mapping[Filed, Sequence[Filed]]) -> bool:
    """Whether the records in whose place a record stands, and theirs, come back to it."""
    seen: set[Filed] = set()
    waiting = list(places[one])
    while waiting:
        old = waiting.pop()
        if old == one:
            return True
        if old not in seen:
            seen.add(old)
            waiting += places.get(old, ())
    return False


def _suggestions(root: Path, folder: Path, problems: list[RecordError]) -> Iterator[Path]:
    """The files of a folder of suggestions in the order of their names; what else is in it is refused."""
    if (root / folder).is_symlink():
        problems.append(_leading_away(folder))
        return
    if not (root / folder).is_dir():
        return
    for path in sorted((root / folder).iterdir()):
        name = folder / path.name
        if path.is_symlink():
            problems.append(_leading_away(name))
        elif path.name.startswith("."):
            continue
        elif path.is_dir() or not is_name(path.name):
            problems.append(
                RecordError(
                    f"{'is a folder' if path.is_dir() else 'has a name'} that nothing here may have",
                    where=_printable(name),
                    remedy=f"Name each file of this folder with {FORM}.",
                )
            )
        else:
            yield name


def _leading_away(path: Path) -> RecordError:
    return RecordError(
        "is a symbolic link, and may lead to a file that is no record",
        where=_printable(path),
        remedy="Put the file itself there.",
    )


def _printable(path: Path) -> str:
    """A path that a message can show, whatever signs its name is made of."""
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in path.as_posix()[:200])


def stray_folders(root: Path, folder: Path, works: Collection[str]) -> Iterator[RecordError]:
    """An error for each folder of suggestions for a work that there is not."""
    for path in sorted((root / folder).glob("*/")):
        if path.name.startswith(".") or path.name in works:
            continue
        meant = nearest(path.name, sorted(works))
        yield RecordError(
            "is a folder for a work that there is not",
            where=_printable(folder / path.name),
            remedy=f"Did you mean {meant}?" if meant else f"The works are: {', '.join(sorted(works)) or 'none'}.",
        )
