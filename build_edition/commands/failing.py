"""How a command fails: a sentence and an exit code, and never a traceback for what a user can put right."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec

import typer

from build_edition.errors import GOOD, INTERNAL, EditionError

DEBUG: ContextVar[bool] = ContextVar("debug", default=False)
P = ParamSpec("P")


def reports_errors(command: Callable[P, int]) -> Callable[P, None]:
    """The command with its exit code raised, and its errors told on standard error."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        raise typer.Exit(_exit_code(lambda: command(*args, **kwargs)))

    return run


def _exit_code(command: Callable[[], int]) -> int:
    try:
        code = command()
        sys.stdout.flush()
        return code
    except EditionError as error:
        typer.echo(f"build-edition: {error}", err=True)
        return error.exit_code
    except BrokenPipeError:  # `… | head` has all that it wanted
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GOOD
    except (typer.Exit, typer.Abort):
        raise
    except Exception as error:
        if DEBUG.get():
            raise
        typer.echo(
            f"build-edition: internal error: {type(error).__name__}: {error}\n"
            "  This is a defect of the program. Please report it with what "
            "`build-edition --debug …` shows for the same command.",
            err=True,
        )
        return INTERNAL
