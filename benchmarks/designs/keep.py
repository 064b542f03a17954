"""Write the specimen's book in each design and each habit of writing: `python -m benchmarks.designs.keep`.

They go into `tests/designs`. The tests measure the rules on these files, so that a change which helps one design
at another's cost is seen. Make them again only when the specimen's master or a design changes, and measure the
baseline after it.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.designs.run import readings, writings
from build_edition.evaluate.truth import write_truth

FOLDER = Path(__file__).parents[2] / "tests" / "designs"


def main() -> None:
    """Write a witness and its truth for each design."""
    FOLDER.mkdir(exist_ok=True)
    for reading in (*readings(smoke=False, hows=("PDF text",), own=True), *writings(smoke=False, own=True)):
        for suffix, content in ((".txt", reading.source.text), (".jsonl", write_truth(reading.truth))):
            name = f"written-{reading.design}" if reading.how == "vision model" else reading.design
            path = FOLDER / f"{name}{suffix}"
            path.write_text(content, encoding="utf-8", newline="")
            print(f"{path.name}: {len(content)} characters")


if __name__ == "__main__":
    main()
