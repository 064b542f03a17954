"""Characters that no printer set: marks of encodings, controls, invisible characters, mojibake.

Looks for byte order marks, control characters (but tabs, line ends and form feeds), zero-width characters
and soft hyphens, and deletes them; for controls of Windows-1252 and for UTF-8 that was read as
Windows-1252, and restores what they stood for.  The evidence is the character itself: none of these is ever
meant.  Leaves alone composed and decomposed letters, form feeds, the joiners of scripts that need them, soft
hyphens that end a line in mid-word, which `line_joins` closes up, and the replacement character (U+FFFD),
which `lost_characters` marks.

    the dogâ€™s bowl   ->  the dog’s bowl
    co\u200boper       ->  cooper
"""

from __future__ import annotations

import re
import unicodedata

from build_edition.rules.draft import Draft

RULE = "encoding"
_STRANGE = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
# An ellipsis in Windows-1252; but at the edge of a text's ink it is the white space that Unicode takes it for.
_NEXT_LINE = "\x85"
_SOFT_HYPHEN = "\u00ad"  # at the end of a line a program that reads PDFs has it where a word is broken
_JOINERS = "\u200c\u200d"  # meant in Arabic, Persian, the scripts of India and emoji
_CONTINUATION = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_MOJIBAKE = re.compile(f"[ÂÃÄÅ]{_CONTINUATION}|â{_CONTINUATION}{{2}}")
_QUOTES = frozenset("‘’“”„‚")


def apply(draft: Draft) -> None:
    """Delete or restore every character that is there by accident of encoding."""
    _restore_mojibake(draft)
    for match in _STRANGE.finditer(draft.text):
        at, character = match.start(), match[0]
        if not _is_meant(draft.text, at):
            draft.intervene(at, at + 1, _windows(character), RULE)


def _is_meant(text: str, at: int) -> bool:
    before, character, after = text[at - 1 : at], text[at], text[at + 1 : at + 2]
    if character == _NEXT_LINE:
        return not (_is_ink(before) and _is_ink(after))
    if character == _SOFT_HYPHEN:
        return before.isalpha() and after in ("\n", "\r")
    return character in _JOINERS and _joins_meaningfully(text, at)


def _is_ink(character: str) -> bool:
    return bool(character.strip()) and not _STRANGE.match(character)


def _windows(character: str) -> str:
    """What a C1 control means in Windows-1252; nothing for anything else."""
    if not "\x80" <= character <= "\x9f":
        return ""
    return character.encode("latin-1").decode("cp1252", "ignore")


def _joins_meaningfully(text: str, at: int) -> bool:
    """Whether a joiner stands beside a character of a script (or an emoji) that uses joiners."""
    neighbours = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
    return any(
        unicodedata.category(c) in ("Lo", "So", "Mn", "Mc") or unicodedata.bidirectional(c) in ("R", "AL")
        for c in neighbours
    )


def _restore_mojibake(draft: Draft) -> None:
    """Restore UTF-8 read as Windows-1252.

    A capital with an accent before a closing quote can be meant, so such pairs count only in a text that
    has others.
    """
    found = [(match, _as_utf8(match[0])) for match in _MOJIBAKE.finditer(draft.text)]
    certain = any(reading and not _QUOTES & set(match[0]) for match, reading in found)
    certain = certain or any(reading and match[0][0] == "â" for match, reading in found)
    for match, reading in found:
        if reading and certain:
            # A mark ends on ink, so what is a space by itself (the second half of “à”) goes separately.
            inked = match.start() + len(match[0].rstrip())
            draft.intervene(match.start(), inked, reading, RULE)
            draft.intervene(inked, match.end(), "", RULE)


def _as_utf8(characters: str) -> str:
    """What the characters say as UTF-8, if that is one letter or sign of Western print; else nothing."""
    data = bytearray()
    for character in characters:
        try:
            data += character.encode("cp1252")
        except UnicodeEncodeError:
            if ord(character) > 255:
                return ""
            data.append(ord(character))
    try:
        reading = data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    western = "\u00a0" <= reading <= "\u017f" or "\u2010" <= reading <= "\u2044" or reading in "€™−"
    return reading if western and len(reading) == 1 else ""
