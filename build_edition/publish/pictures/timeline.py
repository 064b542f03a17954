"""The timeline as a picture, twice: for a wide page in lanes across, for a narrow one down the page.

The list on the same page is its other form, for whoever does not see it: every mark stands there at its anchor.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_edition.publish.pictures.drawing import group, line, picture, titled, words
from build_edition.publish.pictures.lettering import shortened, width_of
from build_edition.publish.pictures.marks import LANES, Mark
from build_edition.publish.pictures.rows import set_in_rows
from build_edition.publish.pictures.scale import Scale
from build_edition.writers.escaping import html

FEWEST = 4  # with fewer marks a list says as much
WIDTH, STEP, ROW, SIZE = 900.0, 37.0, 16.0, 11.5
TALL, DOWN, COLUMN, DOWN_SIZE, YEARS = 340.0, 18.0, 11.0, 12.5, 40.0


def timeline_picture(marks: Sequence[Mark]) -> str:
    """Both forms of the picture; nothing where there is too little to draw."""
    if len(marks) < FEWEST:
        return ""
    ordered = sorted(marks, key=lambda mark: (mark.begins, mark.ends))
    return (
        '<figure class="ed-timeline added" aria-label="Timeline">\n'
        f'<div class="ed-across">\n{_across(ordered)}\n</div>\n<div class="ed-down">\n{_down(ordered)}\n</div>\n'
        f"<figcaption>Every step is a {_unit(ordered)}, the wider the more began in it; those in which nothing "
        "did are left out. A bar lasts as long as what it stands for.</figcaption>\n</figure>"
    )


def _unit(marks: Sequence[Mark]) -> str:
    names = {1: "year", 10: "decade", 100: "century", 1000: "millennium"}
    return names[Scale.of((mark.begins for mark in marks), WIDTH, STEP).unit]


def _across(marks: Sequence[Mark]) -> str:
    """The axis, then a picture for each lane under its heading."""
    scale = Scale.of((mark.begins for mark in marks), WIDTH, STEP)
    parts = [f'<div class="ed-axis">{_axis(scale)}</div>']
    for lane, name in LANES.items():
        own = [mark for mark in marks if mark.lane == lane]
        if own:
            parts.append(
                f'<div class="ed-lane" data-kind="{lane}">\n<p class="ed-lane-name">{html(name)}</p>\n'
                f"{_lane(name, own, scale)}\n</div>"
            )
    return "\n".join(parts)


def _axis(scale: Scale) -> str:
    parts = []
    for k, step in enumerate(scale.steps):
        parts.append(line("tick", step.begins + 0.5, 14, step.begins + 0.5, 20))
        parts.append(words("step", step.begins, 10, f"· {step.name}" if _gap_fits(scale, k) else step.name))
    parts.append(line("base", 0, 19.5, scale.length, 19.5))
    return picture("ed-axis-line", WIDTH, 20, "", parts)


def _gap_fits(scale: Scale, k: int) -> bool:
    """Whether a step is after a gap, and wide enough to say so."""
    step = scale.steps[k]
    return scale.is_broken_before(k) and step.ends - step.begins > width_of(f"· {step.name}", SIZE) + 2


def _lane(name: str, marks: Sequence[Mark], scale: Scale) -> str:
    found = set_in_rows(marks, scale, SIZE)
    height = (max(one.row for one in found) + 1) * ROW + 2
    parts = [line("grid", step.begins + 0.5, 0, step.begins + 0.5, height) for step in scale.steps]
    for one in found:
        y = one.row * ROW
        drawn = [
            titled(one.mark.label),
            line("bar" if one.mark.sure else "bar unsure", one.x1, y + 14, one.x2, y + 14),
            words("label", one.x2, y + 10.5, one.label, "end")
            if one.ends
            else words("label", one.at, y + 10.5, one.label),
        ]
        parts.append(group(f"mark {one.mark.lane}", drawn, entry=one.mark.anchor))
    return picture("ed-lane-picture", WIDTH, height, _described(name, marks), parts)


def _described(name: str, marks: Sequence[Mark]) -> str:
    """The name of a picture: what it holds, and from when to when."""
    first, last = int(marks[0].begins), int(max(mark.ends for mark in marks))
    years = f"in {first}" if first == last else f"from {first} to {last}"
    return f"{name}: {len(marks)} {years}, all of them in the list below"


def _down(marks: Sequence[Mark]) -> str:
    """One mark a line, in the order of time; each lane is a column of its own beside the labels."""
    lanes = [lane for lane in LANES if any(mark.lane == lane for mark in marks)]
    left = YEARS + len(lanes) * COLUMN + 6
    unit = Scale.of((mark.begins for mark in marks), WIDTH, STEP).unit
    parts, above = [], ""
    for k, mark in enumerate(marks):
        y = 12 + k * DOWN
        step = int(mark.begins) // unit * unit
        if (shown := f"{step}s" if unit > 1 else str(step)) != above:
            parts += [words("step", 0, y + 4, shown), line("grid", 0, y - DOWN / 2, TALL, y - DOWN / 2)]
            above = shown
        x = YEARS + lanes.index(mark.lane) * COLUMN + COLUMN / 2
        last = max(j for j in range(k, len(marks)) if marks[j].begins <= max(mark.begins, mark.ends - 0.003))
        drawn = [titled(mark.label), line("bar" if mark.sure else "bar unsure", x, y - 3, x, y + 3)]
        if last > k and mark.ends - mark.begins >= 1:
            drawn.append(line("lasts", x, y + 3, x, 12 + last * DOWN))
        drawn.append(words("label", left, y + 4, shortened(mark.label, TALL - left, DOWN_SIZE)))
        parts.append(group(f"mark {mark.lane}", drawn, entry=mark.anchor))
    whole = _described("Timeline", marks)
    return picture("ed-down-picture", TALL, len(marks) * DOWN + 6, whole, parts)
