"""The reference page of the commands, made from what their `--help` says."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from enum import Enum
from typing import Any

import typer

from build_edition.cli import EXIT_CODES, app

HEAD = """# Commands

<!-- Written by `make reference` from build_edition/cli/; change it there. -->
"""


def commands_page() -> str:
    """The page as Markdown."""
    group: Any = typer.main.get_command(app)
    parts = [HEAD, _help(group), _exit_codes(), "## Options before the command\n", _options(group)]
    for name, command in _commands(group):
        parts += [f"## {name}\n", _usage(name, command), _help(command), _options(command)]
    return "\n".join(part for part in parts if part).rstrip() + "\n"


def _commands(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Every command by its whole name, those of a group ("passages publish") after one another."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{before}{name} ")
        else:
            yield before + name, command


def _usage(name: str, command: Any) -> str:
    arguments = [p.metavar or p.name.upper() for p in command.params if not p.opts[0].startswith("-")]
    return f"```\n{' '.join(['build-edition', name, '[OPTIONS]', *arguments])}\n```\n"


def _help(command: Any) -> str:
    return inspect.cleandoc(command.help or "") + "\n"


def _exit_codes() -> str:
    codes = " ".join(EXIT_CODES.split()).removeprefix("Exit codes: ").rstrip(".")
    rows = (code.strip().partition(" ") for code in codes.split(";"))
    return "\n".join(
        ["| exit code | meaning |", "|---|---|", *(f"| {code} | {what} |" for code, _, what in rows), ""]
    )


def _options(command: Any) -> str:
    """A table of the arguments and options of a command."""
    rows = []
    for parameter in command.params:
        names = ", ".join(f"`{name}`" for name in parameter.opts if name.startswith("-"))
        names = names or f"`{parameter.metavar or parameter.name}`"
        about = parameter.help or "Show this help, and stop."
        default = parameter.default
        if isinstance(default, Enum):
            about += f" One of {', '.join(f'`{choice.value}`' for choice in type(default))}."
            default = default.value
        if default not in (None, False) and isinstance(default, str | int):
            about += f" Default: `{default}`."
        rows.append(f"| {names} | {about} |")
    return "\n".join(["| option | meaning |", "|---|---|", *rows, ""]) if rows else ""
