"""Two states of a text as HTML: words taken out and words brought in, told by more than colour."""

from __future__ import annotations

from collections.abc import Sequence

from build_edition.apparatus.word_changes import Words
from build_edition.writers.escaping import html

AROUND = 6  # words that are shown about a change
_CUT = " … "


def compared(runs: Sequence[Words]) -> str:
    """All words of both texts."""
    return " ".join(_run(run) for run in runs)


def in_context(runs: Sequence[Words], around: int = AROUND) -> str:
    """What changed, with some words about it; what lies between is cut."""
    return " ".join(
        _run(run) if run.kind != "same" else html(_cut(run.words, k > 0, k + 1 < len(runs), around))
        for k, run in enumerate(runs)
    )


def _cut(words: tuple[str, ...], after: bool, before: bool, around: int) -> str:
    """Unchanged words, `after` a change, `before` one, or both."""
    keeps = (around if after else 0) + (around if before else 0)
    if len(words) <= keeps + 1:
        return " ".join(words)
    first = " ".join(words[:around]) if after else ""
    last = " ".join(words[-around:]) if before else ""
    return f"{first}{_CUT}{last}".strip()


def _run(run: Words) -> str:
    if run.kind == "same":
        return html(run.text)
    tag, says = ("del", "taken out") if run.kind == "out" else ("ins", "brought in")
    return (
        f'<{tag}><span class="ed-unseen">[{says}: </span>{html(run.text)}<span class="ed-unseen">]</span></{tag}>'
    )
