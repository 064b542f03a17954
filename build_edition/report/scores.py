"""The baseline of the specimen, before and after, and measured anew where the code is another.

Only a repository that holds the tool has one: `tests/baseline.json`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from build_edition.evaluate.compare import compare
from build_edition.evaluate.measures import Measure
from build_edition.evaluate.report import figures
from build_edition.evaluate.truth import read_truth
from build_edition.report.report import Score
from build_edition.rules import transcribe
from build_edition.source import Source
from build_edition.specimen import ROOT

BASELINE = Path("tests", "baseline.json")
SPECIMEN = {
    "level-water": "level-water-1987",
    "level-water-ocr": "level-water-1987",
    "who-owns-the-sluice": "who-owns-the-sluice-1961",
    "under-the-line": "under-the-line-1989",
}
UNFED = ", no form feeds"
Figures = Mapping[str, Mapping[str, float]]


def read_baseline(home: Path) -> Figures | None:
    """The baseline that the tool in a folder keeps; None where there is none that can be read."""
    try:
        found = json.loads((home / BASELINE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) and all(isinstance(one, dict) for one in found.values()) else None


def measured(witness: str, home: Path) -> dict[str, float] | None:
    """The figures of a witness of the baseline; None where its text is not at hand."""
    found = compared(witness, home)
    return figures(found) if found else None


def compared(witness: str, home: Path) -> dict[str, Measure] | None:
    """What the program that runs makes of a witness, beside its truth; None where its text is not at hand."""
    text, truth = _files(witness, home)
    if not text.is_file() or not truth.is_file():
        return None
    data = text.read_bytes()
    data = data.replace(b"\f", b"") if witness.endswith(UNFED) else data  # as many a text from a scan comes
    known = read_truth(truth.read_text(encoding="utf-8"), truth.name)
    return compare(transcribe(Source.decode(data, text.name), known.layout), known)


def _files(witness: str, home: Path) -> tuple[Path, Path]:
    """The source and the truth of a witness: the specimen's own, or one of its designs."""
    if witness in SPECIMEN:
        return ROOT / "sources" / f"{witness}.txt", ROOT / "truth" / f"{SPECIMEN[witness]}.jsonl"
    name = witness.removesuffix(UNFED).removeprefix("design-")
    path = home / "tests" / "designs" / f"{Path(name).name}.txt"
    return path, path.with_suffix(".jsonl")


def changed_scores(
    before: Figures | None, after: Figures | None, measure: Callable[[str], Mapping[str, float] | None] | None
) -> Iterator[Score]:
    """The figures that are others than they were; `measure`, where given, measures a witness anew."""
    was, now = before or {}, after or {}
    for witness in dict.fromkeys((*was, *now)):
        old, recorded = was.get(witness, {}), now.get(witness, {})
        found = measure(witness) if measure else None
        for name in dict.fromkeys((*old, *recorded, *(found or {}))):
            score = Score(witness, name, old.get(name), recorded.get(name), found.get(name) if found else None)
            if score.before != score.recorded or score.now != score.before:
                yield score
