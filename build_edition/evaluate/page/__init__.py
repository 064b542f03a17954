"""An evaluation as one HTML page: the figures, and every difference in its context, for an editor to go through.

In: an `Evaluation`.  Out: a page that asks nothing of any host. Without scripts it shows everything; with them it
can be narrowed to some measures, to what was missed or found falsely, and to words.
"""

from __future__ import annotations

from collections import Counter
from html import escape
from importlib.resources import files

from build_edition.evaluate.evaluation import Evaluation
from build_edition.evaluate.measures import Difference, Found, Measure, Sort
from build_edition.evaluate.page.context import context
from build_edition.evaluate.report import rates

SORTS: dict[Sort, str] = {"missed": "missed", "false": "false find", "wrong": "wrong"}


def write_page(evaluation: Evaluation) -> str:
    """The page, whole."""
    source = escape(evaluation.source.name)
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{source}: evaluation</title>
<style>
{_asset("style.css")}</style>
</head>
<body>
<a class="skip" href="#differences">To the differences</a>
<header>
<h1>Evaluation of {source}</h1>
{_about(evaluation)}
</header>
<main>
<section aria-labelledby="figures">
<h2 id="figures">Figures</h2>
{_table(evaluation)}
</section>
<section aria-labelledby="differences">
<h2 id="differences">Differences</h2>
{_filters(evaluation)}
{_differences(evaluation)}
</section>
</main>
<script>
{_asset("filter.js")}</script>
</body>
</html>
"""


def title(name: str) -> str:
    """The name of a measure for people."""
    return name.replace("_", " ").capitalize()


def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _about(evaluation: Evaluation) -> str:
    scope, source = evaluation.scope, evaluation.source
    lines = f"lines {scope.first} to {min(scope.last, len(source.lines))}"
    return (
        f"<p>The automatic transcript against {escape(evaluation.truth_name)}, {lines}. "
        f"SHA-256 of the source: <code>{source.sha256[:16]}…</code></p>"
    )


def _table(evaluation: Evaluation) -> str:
    rows = "\n".join(_row(name, measure) for name, measure in evaluation.measures.items())
    return f"""<div class="wide" role="region" aria-labelledby="figures" tabindex="0">
<table>
<thead><tr><th scope="col">measure</th><th scope="col">figure</th><th scope="col">of which</th>
<th scope="col">right</th><th scope="col">missed</th><th scope="col">false or wrong</th></tr></thead>
<tbody>
{rows}
</tbody>
</table>
</div>"""


def _row(name: str, measure: Measure) -> str:
    head = f'<th scope="row">{escape(title(name))}</th>'
    if not measure.counted:
        return f'<tr>{head}<td colspan="5" class="none">nothing to measure</td></tr>'
    figure, parts, counts = rates(measure)
    cells = "".join(f"<td>{cell}</td>" for cell in counts)
    return f"<tr>{head}<td><strong>{figure}</strong></td><td>{parts}</td>{cells}</tr>"


def _filters(evaluation: Evaluation) -> str:
    counts = {name: len(measure.differences) for name, measure in evaluation.measures.items()}
    boxes = "\n".join(
        f'<label><input type="checkbox" name="measure" value="{escape(name)}" checked> '
        f"{escape(title(name))} <span>{count}</span></label>"
        for name, count in counts.items()
        if count
    )
    sorts = Counter(d.sort for measure in evaluation.measures.values() for d in measure.differences)
    kinds = "\n".join(
        f'<label><input type="checkbox" name="sort" value="{sort}" checked> {SORTS[sort]} <span>{n}</span></label>'
        for sort, n in sorted(sorts.items())
    )
    return f"""<form hidden aria-label="Which differences to show">
<fieldset><legend>Measure</legend>
<p><button type="button" data-all="measure">All</button>
<button type="button" data-none="measure">None</button></p>
{boxes}
</fieldset>
<fieldset><legend>What is wrong</legend>
{kinds}
</fieldset>
<p class="words"><label for="words">Containing</label> <input id="words" type="search" autocomplete="off"></p>
<p role="status" aria-live="polite"></p>
</form>"""


def _differences(evaluation: Evaluation) -> str:
    every = [
        (difference, name, measure)
        for name, measure in evaluation.measures.items()
        for difference in measure.differences
    ]
    if not every:
        return "<p>There are none.</p>"
    every.sort(key=lambda entry: (entry[0].line, entry[0].last))
    items = "\n".join(_item(evaluation, *entry) for entry in every)
    return f"<ol>\n{items}\n</ol>"


def _item(evaluation: Evaluation, difference: Difference, name: str, measure: Measure) -> str:
    sides = _sides(difference, measure)
    return f"""<li data-measure="{escape(name)}" data-sort="{difference.sort}">
<h3>{_place(difference)} <span>{escape(title(name))}</span> <em>{SORTS[difference.sort]}</em></h3>
<dl><div><dt>{sides[0]}</dt><dd>{escape(difference.expected)}</dd></div>
<div><dt>{sides[1]}</dt><dd>{escape(difference.found)}</dd></div></dl>
{context(evaluation.source, difference)}
</li>"""


def _place(difference: Difference) -> str:
    return f"Line{'s' if difference.last > difference.line else ''} {difference.lines}"


def _sides(difference: Difference, measure: Measure) -> tuple[str, str]:
    """What the two sides are called: of a one-sided find, the other side tells what stands there instead."""
    if not isinstance(measure, Found):
        return "Expected", "Found"
    return ("Expected", "Found there") if difference.sort == "missed" else ("Truth there", "Found")
