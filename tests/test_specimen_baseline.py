"""The gate: the rules do no worse on the specimen than they did when the baseline was last measured.

Its book stands in `tests/designs` as four more printers would set it, and as fifteen programs or people would
write it down: what helps one must not harm another.

`python -m tests.test_specimen_baseline` measures it anew and writes it; do so when a figure has risen, and say
in the message of the commit why, should one have to fall.
"""

import json
import sys
import warnings
from pathlib import Path

import pytest

from build_edition.evaluate.report import figures, table
from build_edition.report import scores

HOME = Path(__file__).parent.parent
BASELINE = HOME / scores.BASELINE
NOTABLE = 0.001
DESIGNS = [f"design-{path.stem}" for path in sorted((HOME / "tests/designs").glob("*.txt"))]
WITNESSES = [
    *scores.SPECIMEN,
    *DESIGNS,
    *(f"{design}{scores.UNFED}" for design in DESIGNS if not design.startswith("design-written")),
]
REMEDY = "raise the baseline: python -m tests.test_specimen_baseline"


def measure(witness):
    found = scores.compared(witness, HOME)
    assert found, f"the text or the truth of {witness} is not there"
    return found


def verdict(before, after):
    """What has fallen, and what has notably risen, each as a sentence."""
    fallen = [
        f"{name} fell from {was} to {after.get(name, 'nothing measured')}"
        for name, was in before.items()
        if after.get(name, -1.0) < was
    ]
    risen = [
        f"{name} rose from {before.get(name, 'nothing')} to {now}"
        for name, now in after.items()
        if now > before.get(name, -1.0) + NOTABLE
    ]
    return fallen, risen


@pytest.mark.parametrize("witness", WITNESSES)
def test_no_score_falls(witness):
    measures = measure(witness)
    fallen, risen = verdict(json.loads(BASELINE.read_text(encoding="utf-8"))[witness], figures(measures))
    assert not fallen, f"{witness}: " + "; ".join(fallen) + "\n" + table(measures)
    if risen:
        warnings.warn(f"{witness}: " + "; ".join(risen) + f"; {REMEDY}", stacklevel=1)


def test_the_gate_names_metric_before_and_after():
    assert verdict({"quotations": 0.9}, {"quotations": 0.8}) == (["quotations fell from 0.9 to 0.8"], [])
    assert verdict({"quotations": 0.9}, {}) == (["quotations fell from 0.9 to nothing measured"], [])
    assert verdict({"quotations": 0.9}, {"quotations": 0.9005}) == ([], [])
    assert verdict({}, {"quotations": 0.9}) == ([], ["quotations rose from nothing to 0.9"])


def test_the_baseline_is_of_these_witnesses():
    assert list(json.loads(BASELINE.read_text(encoding="utf-8"))) == WITNESSES


def write_baseline():
    found = {witness: figures(measure(witness)) for witness in WITNESSES}
    BASELINE.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_baseline()
    sys.stdout.write(BASELINE.read_text(encoding="utf-8"))
