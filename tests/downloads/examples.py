"""The examples of the downloads page, run as a reader would run them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from build_edition.downloads.form import Form

_CODE = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)


def code_of(form: Form) -> tuple[str, str]:
    """The language and the text of the one block of code of an example."""
    ((language, code),) = _CODE.findall(form.example)
    return language, code


def file_named(form: Form) -> str:
    """The name of the file that an example reads."""
    names = set(re.findall(rf"[\w-]+{re.escape(form.suffix)}\b", code_of(form)[1]))
    assert len(names) == 1, names
    return str(names.pop())


def said_by(form: Form, folder: Path, path: str = "/usr/bin:/bin") -> str:
    """What an example prints, run in the folder of its file; anything that goes wrong is an error."""
    language, code = code_of(form)
    command = {"python": [sys.executable, "-c", code], "bash": ["bash", "-euo", "pipefail", "-c", code]}[language]
    environment = {"PATH": path, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return done.stdout
