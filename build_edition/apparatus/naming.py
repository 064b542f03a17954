"""Divisions and passages by their keys, in few words, as every output names them."""

from __future__ import annotations

from itertools import takewhile

NO_BREAK = "\u00a0"
_LINKING = frozenset({"a", "an", "and", "at", "for", "from", "in", "of", "on", "the", "to"})


def division_name(key: str) -> str:
    """A division by its key, for a list: "ch. 4", "part 2", "preface"; of a long title the first words."""
    if key.isdecimal():
        return f"ch.{NO_BREAK}{key}"
    words = key.split("-")
    return " ".join(takewhile(lambda word: word not in _LINKING, words[:3])) or key


def short(passage: str) -> str:
    """The id of a passage in few words: "4.12", "preface 2"."""
    division, _, number = passage.rpartition(".")
    return passage if not division or division.isdecimal() else f"{division_name(division)}{NO_BREAK}{number}"
