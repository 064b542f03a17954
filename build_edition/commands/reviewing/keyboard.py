"""What a person types: single keys, and lines with something to begin from."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Protocol

import click

INTERRUPTED = "\x03"
ESCAPE = "\x1b"


class Keyboard(Protocol):
    """Where keys and lines come from."""

    def key(self) -> str:
        """The next key, as what it types; `INTERRUPTED` for Ctrl-C and the end of input."""
        ...

    def line(self, prompt: str, begin: str = "") -> str | None:
        """A line that begins with `begin`, which may be changed; None where there is none."""
        ...


@dataclass(frozen=True, slots=True)
class Terminal:
    """The keyboard of a terminal. What is typed before a key is asked for is not heard, so that none decides on an
    item that nobody has seen.
    """

    def key(self) -> str:
        try:
            return click.getchar()
        except (KeyboardInterrupt, EOFError):
            return INTERRUPTED

    def line(self, prompt: str, begin: str = "") -> str | None:
        try:
            import readline
        except ImportError:  # a system without it: the line begins empty
            return self._read(f"{prompt}[{begin}] " if begin else prompt) or begin
        readline.set_startup_hook(lambda: readline.insert_text(begin))
        try:
            return self._read(prompt)
        finally:
            readline.set_startup_hook(None)

    def _read(self, prompt: str) -> str | None:
        try:
            return input(prompt)
        except (KeyboardInterrupt, EOFError):
            sys.stdout.write("\n")
            return None
