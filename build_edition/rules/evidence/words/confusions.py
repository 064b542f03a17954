"""Confusions: which letters a machine takes for which, and how often it does so in this text.

Serves the rules of OCR damage.  Letters are strokes, and a machine that miscounts the strokes reads `in` for `m`,
`u` for `n`, `cl` for `d`; one that loses a thin stroke reads `c` for `e`, `v` for `y`.  What is likely in general
is listed here; how likely each is in one text is learnt from the words of it that admit one explanation only.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

Pair = tuple[str, str]  # what was read, what was printed

# Each letter by its strokes, so that words which a machine may take for one another have the same shape.
_STROKES = str.maketrans({
    "l": "i", "t": "i", "f": "i", "r": "i", "j": "i", "1": "i", "!": "i", "|": "i", "n": "ii", "u": "ii",
    "h": "ii", "b": "ii", "m": "iii", "y": "v", "w": "vv", "e": "c", "o": "c", "¢": "c", "d": "ci",
    "q": "g", "0": "c",
})  # fmt: skip
_ALIKE = """
    i-u u-i c-e e-c c-o o-c e-o o-e u-n n-u v-y y-v i-l l-i t-f f-t l-t t-l i-t t-i i-r r-i r-t t-r f-l l-f i-j j-i
    h-b b-h q-g g-q a-o o-a a-e e-a s-a a-s e-g g-e n-r r-n x-s s-x h-k k-h b-l l-b n-m m-n u-m m-u i-n n-i
    t-n c-t t-c in-m ni-m rn-m nn-m un-m nu-m iu-m ui-m m-in m-ni m-rn m-nn m-un m-nu m-iu m-ui hn-im im-hn
    nm-mm mn-mm ii-n ii-u n-ii u-ii ri-n n-ri ti-u ti-n u-ti n-ti il-u li-u ti-h li-h h-li hi-lu il-h h-il
    h-ti cl-d d-cl ci-d d-ci vv-w w-vv ol-d li-n n-li tt-u u-tt ft-n fi-n ff-ft tf-ff ll-u ni-un wi-un
"""
CLASSIC = frozenset((pair.partition("-")[0], pair.partition("-")[2]) for pair in _ALIKE.split())
BY_READ: dict[str, list[str]] = {}  # what each sign may be read for
for _read, _meant in sorted(CLASSIC):
    BY_READ.setdefault(_read, []).append(_meant)
_RARER = """l-h h-l u-a a-u im-un im-m"""  # too seldom to be looked for everywhere
_EVERY = sorted(CLASSIC | {(pair.partition("-")[0], pair.partition("-")[2]) for pair in _RARER.split()})
LIKELY, STROKE, UNLIKELY = (
    3.0,
    3.5,
    4.5,
)  # costs (−log10) of a confusion, a stroke gained or lost, any other letter
_THIN = frozenset("iltrfjn")  # letters that a speck or a gap adds or takes
TRUST = 300  # letters that a cost given beforehand counts for beside those of the text


class Confused:
    """The forms that one confusion makes of a word, of what was read or, back, of what was printed."""

    def __init__(self, *, back: bool = False) -> None:
        self._of_one: dict[str, list[str]] = {}
        self._of_two: dict[str, list[str]] = {}
        for read, meant in _EVERY:
            one, other = (meant, read) if back else (read, meant)
            (self._of_one if len(one) == 1 else self._of_two).setdefault(one, []).append(other)

    def forms(self, word: str) -> Iterator[str]:
        of_one, of_two = self._of_one, self._of_two
        for at, letter in enumerate(word):
            if letter in of_one:
                head, tail = word[:at], word[at + 1 :]
                for other in of_one[letter]:
                    yield head + other + tail
            pair = word[at : at + 2]
            if pair in of_two:
                head, tail = word[:at], word[at + 2 :]
                for other in of_two[pair]:
                    yield head + other + tail


MEANT, READ = Confused(), Confused(back=True)


def shape(word: str) -> str:
    """The strokes of a word in lower case."""
    return word.translate(_STROKES)


class Costs:
    """How unlikely (−log10) each confusion is in one text."""

    def __init__(self, learnt: Mapping[Pair, int] | None = None, text: str = "") -> None:
        self._known: dict[Pair, float] = {}
        self._learnt = dict(learnt or {})
        for pair, times in self._learnt.items():
            before = 10 ** -_given(pair)
            stands = text.count(pair[1]) if pair[1] else len(text) // 5
            self._known[pair] = -math.log10((times + TRUST * before) / (stands + TRUST))

    def of(self, pair: Pair) -> float:
        known = self._known.get(pair)
        if known is None:
            known = self._known[pair] = _given(pair)
        return known

    def is_known(self, pair: Pair) -> bool:
        """Whether a confusion is a classic one, or this text has shown it more than once."""
        return _given(pair) < UNLIKELY or self.has_shown(pair)

    def has_shown(self, pair: Pair) -> bool:
        """Whether this text has shown a confusion more than once."""
        return self._learnt.get(pair, 0) > 1

    def explain(self, read: str, meant: str) -> tuple[float, list[Pair]]:
        """The least cost at which `meant` was read as `read`, and the confusions that explain it."""
        head = 0
        while head < min(len(read), len(meant)) and read[head] == meant[head]:
            head += 1
        tail = 0
        while tail < min(len(read), len(meant)) - head and read[-1 - tail] == meant[-1 - tail]:
            tail += 1
        # A confusion of two letters may share one of them with what is alike on either side.
        start, stop = max(head - 1, 0), max(tail - 1, 0)
        return self._align(read[start : len(read) - stop], meant[start : len(meant) - stop])

    def _align(self, read: str, meant: str) -> tuple[float, list[Pair]]:
        columns = len(meant) + 1
        best = [[math.inf] * columns for _ in range(len(read) + 1)]
        back = [[(0, 0)] * columns for _ in range(len(read) + 1)]
        best[0][0] = 0.0
        for i, row in enumerate(best):
            for j, here in enumerate(row):
                if here == math.inf:
                    continue
                for a, b in _steps(read, meant, i, j):
                    cost = here if a == b else here + self.of((a, b))
                    to_i, to_j = i + len(a), j + len(b)
                    if cost < best[to_i][to_j]:
                        best[to_i][to_j], back[to_i][to_j] = cost, (i, j)
        pairs: list[Pair] = []
        i, j = len(read), len(meant)
        while i or j:
            i_from, j_from = back[i][j]
            if read[i_from:i] != meant[j_from:j]:
                pairs.append((read[i_from:i], meant[j_from:j]))
            i, j = i_from, j_from
        return best[-1][-1], pairs


def _steps(read: str, meant: str, i: int, j: int) -> list[Pair]:
    """What may have become what at these places."""
    a, b = read[i : i + 1], meant[j : j + 1]
    steps = [(a, b)] if a == b or not (a and b) else [(a, b), (a, ""), ("", b)]
    for taken in (a, read[i : i + 2]) if b else ():
        for other in BY_READ.get(taken, ()):
            if len(taken) + len(other) > 2 and meant.startswith(other, j):
                steps.append((taken, other))
    return steps


def _given(pair: Pair) -> float:
    """The cost of a confusion before the text is known."""
    if pair in CLASSIC:
        return LIKELY
    return STROKE if len(pair[0] + pair[1]) == 1 and pair[0] + pair[1] in _THIN else UNLIKELY


def count(explanations: Iterable[tuple[Iterable[Pair], int]]) -> Counter[Pair]:
    """How often each confusion explains a word."""
    found: Counter[Pair] = Counter()
    for pairs, times in explanations:
        for pair in pairs:
            found[pair] += times
    return found
