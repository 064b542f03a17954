"""Records of words as the text of a file: the fields in the order of the manual, words in quotes.

Quotes, and escapes in them, are JSON's, which YAML has too: so the page, which makes such records with JavaScript,
writes the same.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable

from build_edition.edition.words.emendations import Emendation, Quoted

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 .’_-]*(?<! )")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})  # YAML takes them for no words
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def as_yaml(records: Iterable[Emendation]) -> str:
    """The records as a list in YAML, one below the other."""
    return "\n".join(_entry(record) for record in records)


def _entry(record: Emendation) -> str:
    fields: list[tuple[str, str | None]] = [
        ("line", str(record.line)),
        ("read", quoted(record.read)),
        ("nth", str(record.nth) if record.nth else None),
        ("as", quoted(record.reading) if record.reading is not None else None),
        ("perhaps", quoted(record.perhaps) if record.perhaps is not None else None),
        ("stet", "true" if record.stet else None),
        ("cause", record.cause),
        ("cert", record.cert if record.cert != "high" else None),
        ("by", _text(record.by)),
        ("on", record.on.isoformat() if record.on else None),
        ("note", _text(record.note) if record.note is not None else None),
        ("seen", quoted(record.seen) if record.seen is not None else None),
        ("instead", _known_by(record.instead) if record.instead else None),
    ]
    lines = [f"{name}: {value}\n" for name, value in fields if value is not None]
    return "- " + "  ".join(lines)


def _known_by(other: Quoted) -> str:
    """The words by which another record is known, on one line."""
    nth = f", nth: {other.nth}" if other.nth else ""
    return f"{{line: {other.line}, read: {quoted(other.read)}{nth}}}"


def _text(text: str) -> str:
    """Words as they are, where YAML takes them so; else in quotes."""
    return text if _PLAIN.fullmatch(text) and text.lower() not in _WORDS else quoted(text)


def quoted(text: str) -> str:
    """The text in double quotes, with an escape for each sign that nobody would see."""
    return "".join(_sign(sign) for sign in json.dumps(text, ensure_ascii=False))


def _sign(sign: str) -> str:
    if unicodedata.category(sign) not in _UNSEEN and (sign == " " or not sign.isspace()):
        return sign
    return f"\\U{ord(sign):08X}" if ord(sign) > 0xFFFF else f"\\u{ord(sign):04x}"
