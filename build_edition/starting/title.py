"""What a text is called: by its title, by the running head of its pages, or by the name of its file."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import PurePath

from build_edition.rules.evidence.lines.title_words import is_back_matter, is_customary, is_front_title
from build_edition.starting.author import BY
from build_edition.starting.guess import Guess, as_written
from build_edition.starting.opening import Opening
from build_edition.transcript import Transcript

_FEW = 4  # lines, as many as a title has on its page
_LEAST = 5  # running heads, from which a book is known by them
_SPAN = 0.6  # of the stretch on which a text has running heads: that of a chapter fills less
_NUMBERS = re.compile(r"^[\W\d_]+|[\W\d_]+$|\s{3,}.*|\[[^\]]*\]?$")
_HASH = re.compile(r"(?=[0-9a-f]*\d)[0-9a-f]{8,}", re.IGNORECASE)


def title_of(transcript: Transcript, opening: Opening, name: str) -> Guess:
    """The title of a text in the file `name`; nothing where none of these tells one."""
    return _heading(opening) or _first_lines(opening) or _running_head(transcript) or _file_name(name)


def _heading(opening: Opening) -> Guess:
    """The first heading before the text that is more than the label of a division."""
    for piece in opening.pieces():
        if piece.kind == "head" and not _is_of_division(opening, piece.line):
            words = as_written(piece.words.replace("\n", " "))
            if any(sign.isalpha() for sign in words):
                return Guess(words, f"the heading on line {piece.line}")
    return Guess()


def _first_lines(opening: Opening) -> Guess:
    """What stands over the line that names the author, where no rule has taken it for a heading."""
    lines = list(opening.pieces())
    by = next((k for k, piece in enumerate(lines) if piece.kind == "byline" or BY.match(f"{piece.words} ")), 0)
    if not 0 < by <= _FEW or any(piece.kind != "p" for piece in lines[:by]):
        return Guess()
    return Guess(as_written(" ".join(piece.words for piece in lines[:by])), f"what stands on line {lines[0].line}")


def _is_of_division(opening: Opening, line: int) -> bool:
    """Whether the heading on a line is that of a chapter or section: it has a label, as the work has not."""
    labelled = (mark for mark in opening.marks if mark.kind == "head" and mark.attrs.get("label"))
    return any(opening.line(mark) == line for mark in labelled)


def _running_head(transcript: Transcript) -> Guess:
    """The running head that stands on most pages, from the first to the last that have one."""
    places: dict[str, list[int]] = defaultdict(list)
    forms: dict[str, str] = {}
    for mark in transcript.of_kind("fw"):
        if mark.attrs.get("type") == "header":
            words = _NUMBERS.sub("", transcript.source.text[mark.start : mark.end].strip())
            key = "".join(sign for sign in words.casefold() if sign.isalnum())
            places[key].append(mark.start)
            forms.setdefault(key, words)
    every = [place for found in places.values() for place in found]
    for key, found in sorted(places.items(), key=lambda pair: -len(pair[1])):
        words = forms[key]
        is_whole = found[-1] - found[0] >= _SPAN * (max(every) - min(every))
        if key and len(found) >= _LEAST and is_whole and not _is_of_part(words):
            return Guess(as_written(words), f"the running head of {len(found)} pages")
    return Guess()


def _is_of_part(words: str) -> bool:
    return is_customary(words) or is_front_title(words) or is_back_matter(words)


def _file_name(name: str) -> Guess:
    """The words of a file's name, if it has two; what is a number or a hash is none."""
    words = [word for word in re.split(r"[\W_]+", PurePath(name).stem) if word and not word.isdigit()]
    words = [word for word in words if not _HASH.fullmatch(word)]
    if len(words) < 2:
        return Guess()
    title = " ".join(words)
    return Guess(title[0].upper() + title[1:], f"the name of the file, {name}")
