"""In what words a record tells a reading: as the text has it, or leaving to rules what they do beside it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from build_edition.corrections.quoting import Quoted
from build_edition.corrections.wanted import Wanted
from build_edition.transcript import Transcript

_BREAK = re.compile(r"[^\S\n\r]*[\n\r]\s*")

Leaves = Callable[
    [str, str, str], bool
]  # whether what a rule did (its name, the source, its reading) is left to it


class Readings:
    """A transcript, for words of which a record tells the reading."""

    def __init__(self, transcript: Transcript) -> None:
        from build_edition.rules import RULES

        self.transcript, self.map = transcript, transcript.reading
        self.rules = {(this.start, this.end): this.rule for this in transcript.interventions}
        self.heads = {name: head for rule in RULES for name, head in rule.accounts.items()}

    def of(self, quoted: Quoted, wanted: Wanted) -> Iterator[str]:
        """What a record that quotes these words can read so that the text has the change, the likeliest first.

        What rules normalise beside the change (a curled quotation mark, mark-up) is told as the source has it, and
        they go on doing it; then as the text reads; then all beside the change as the source has it.
        """
        seen: set[str] = set()
        for leaves in (self._is_normalised, lambda *_: False, lambda *_: True):
            reading = _BREAK.sub(" ", self._told(quoted, wanted, leaves))
            if reading not in seen:
                seen.add(reading)
                yield reading

    def _is_normalised(self, rule: str, stands: str, reads: str) -> bool:
        """Whether a rule changed signs alone, of which an editor need not speak."""
        return self.heads.get(rule) == "normalised" and _letters(stands) == _letters(reads)

    def _told(self, quoted: Quoted, wanted: Wanted, leaves: Leaves) -> str:
        text, starts = self.map.text, self.map.source_starts
        source = self.transcript.source.text
        before: list[str] = []
        after: list[str] = []
        for k in range(max(0, bisect_right(starts, quoted.start) - 1), bisect_right(starts, quoted.end)):
            end = starts[k + 1] if k + 1 < len(starts) else self.map.source_length
            reads = self.map.starts[k]
            read_end = self.map.starts[k + 1] if k + 1 < len(starts) else len(text)
            is_left = (
                not self.map.kept[k]
                and quoted.start <= starts[k]
                and end <= quoted.end
                and leaves(self.rules.get((starts[k], end), ""), source[starts[k] : end], text[reads:read_end])
            )
            if is_left and read_end <= wanted.start:
                before.append(source[starts[k] : end])
            elif is_left and wanted.end <= reads:
                after.append(source[starts[k] : end])
            else:
                before.append(text[max(reads, quoted.reads) : min(read_end, wanted.start)])
                after.append(text[max(reads, wanted.end) : min(read_end, quoted.read_end)])
        return "".join((*before, wanted.words, *after))


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())
