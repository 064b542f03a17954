"""Slips: forms that are no word, or next to none, for which the document itself has the word that is meant.

Serves the rule of misread characters.  One confusion of letters that look alike makes of the form a word that the
document has far more often; or one letter makes of it the only word that it can be, which the document has all
the time.  A confusion that has certainly happened elsewhere needs less evidence.  A form that may be another
inflection is doubtful at most, unless it differs in a letter that no inflection has, and that the text has
confused elsewhere; so is a name in another spelling.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_edition.rules.evidence.words.confusions import BY_READ
from build_edition.rules.evidence.words.lexicon import (
    Lexicon,
    begins_sentence,
    is_plausible,
    like,
    unowned,
    zipf,
)
from build_edition.rules.evidence.words.near_words import USUAL, candidates, is_derived, near_usual
from build_edition.word_frequencies import frequencies

_INFLECTING = frozenset("aeiouysdnrtmlg")  # letters in which inflections end, in English or what it quotes
RARE = 1.5  # on the Zipf scale: a rarer word is next to none
LONG = 6  # letters from which a word that no list has can be another in one way only
KNOWN, COMMON = 2.0, 3.0  # on the Zipf scale: what else it may be, and what it is
SHORT, SCRAP = 4, 3.4  # letters of a small word; a form as rare may be a scrap of one
OFTEN = 3  # times that the document must have the word itself
ALWAYS = 500  # times from which it is so whatever the strange one seems to be made of


@dataclass(frozen=True)
class Slip:
    """A form and what it should be; the word in it that is meant, how often the document has it, and any doubt."""

    word: str
    reading: str
    meant: str
    times: int
    certain: bool
    confused: frozenset[str] = frozenset()  # the two letters, where one stands for the other
    ends: bool = False  # whether they stand where inflections do, and all else is certain


def slips(lexicon: Lexicon) -> list[Slip]:
    """All that are found in a text."""
    found = list(_alike(lexicon))
    shown = {slip.confused for slip in found if slip.certain and slip.confused}
    settled = [
        replace(slip, certain=True)
        if slip.confused in shown and (slip.ends or _is_enough(lexicon, slip))
        else slip
        for slip in found
    ]
    return [*settled, *_one_letter(lexicon), *_small(lexicon)]


def _is_enough(lexicon: Lexicon, slip: Slip) -> bool:
    """Whether what is meant stands often enough for a confusion that the text has shown elsewhere."""
    return (
        len(slip.meant) > 4
        and not zipf(unowned(slip.word).lower())
        and slip.times >= 2 * lexicon.counts[slip.word]
    )


def _alike(lexicon: Lexicon) -> Iterator[Slip]:
    """Forms that one confusion turns into a word of the document."""
    for word, count in lexicon.counts.items():
        base = unowned(word).rsplit("-", 1)[-1] if count <= 2 else ""
        if not is_plausible(base, 3) or not base[1:].islower() or zipf(low := base.lower()) >= RARE:
            continue
        if "-" in word and zipf("".join(word.lower().rsplit("-", 2)[-2:])) >= RARE:  # a word that a line end broke
            continue
        name = base[0].isupper() and not all(begins_sentence(lexicon, number) for number in lexicon.places[word])
        found = {v: _written(lexicon, v, name) for v in _confused(low)}
        found = {v: times for v, times in found.items() if times >= max(OFTEN, 2 * count)}
        if found:
            meant = max(found, key=lambda v: (found[v], v))
            yield _judged(lexicon, word, base, meant, found[meant])
        elif count == 1 and (plain := _only(low)) and base == low:
            yield Slip(word, word[: -len(base)] + plain, plain, lexicon.parts[plain], True)


def _only(word: str) -> str:
    """The one common word that a long one, in no list and made by no affix, is a confusion of; else nothing."""
    if len(word) < LONG or word in frequencies() or is_derived(word):
        return ""
    known = {v for v in _confused(word) if zipf(v) >= KNOWN}
    return known.pop() if len(known) == 1 and zipf(min(known)) >= COMMON else ""


def _judged(lexicon: Lexicon, word: str, base: str, meant: str, times: int) -> Slip:
    """A form with the word meant, which the document has so many times."""
    low = base.lower()
    gain = zipf(meant) - zipf(low)
    at = word.rindex(base)
    reading = word[:at] + like(base, meant) + word[at + len(base) :]
    differing = [frozenset(pair) for pair in zip(low, meant, strict=False) if pair[0] != pair[1]]
    confused = differing[0] if len(low) == len(meant) and len(differing) == 1 else frozenset[str]()
    ending = low[:-1] == meant[:-1] or low[:-2] == meant[:-2]  # perhaps another inflection
    enough = times >= OFTEN * lexicon.counts[word] and (gain >= 2.5 or times >= 8) and len(base) > 3
    if ending and confused <= _INFLECTING:
        confused = frozenset()
    return Slip(word, reading, meant, times, enough and not ending, confused, ending and enough)


def _one_letter(lexicon: Lexicon) -> Iterator[Slip]:
    """What no list has, one letter away from one word only, which the document has very often.

    A name in another spelling is no slip; but one that has its plural in the document is of a class of people.
    """
    for word, places in lexicon.places.items():
        low = word.lower()
        if len(places) > 2 or low in frequencies() or not is_plausible(word, 6) or not word[1:].islower():
            continue
        found = near_usual(lexicon, low, USUAL)
        if len(found) != 1 or set(candidates(lexicon, low, 0.0)) - found:
            continue
        meant = found.pop()
        if is_derived(low) and lexicon.parts[meant] < ALWAYS:
            continue
        capital = lexicon.commonest(meant)[0].isupper()
        if capital and not (word[0].isupper() and meant[-1] == "s" and lexicon.folded[meant[:-1]] >= OFTEN):
            continue
        if word[0].isupper() and not capital and not all(begins_sentence(lexicon, at) for at in places):
            continue
        yield Slip(word, like(word, meant), meant, lexicon.parts[meant], True)


def _small(lexicon: Lexicon) -> Iterator[Slip]:
    """Short forms, hardly words, one confusion away from a small word that the document has all the time."""
    for word, count in lexicon.counts.items():
        if (
            len(word) > SHORT
            or count > 2
            or not word.islower()
            or not is_plausible(word, 2)
            or zipf(word) >= SCRAP
        ):
            continue
        found = {v: lexicon.counts.get(v, 0) for v in _confused(word) if lexicon.counts.get(v, 0) >= USUAL}
        if found:
            meant = max(found, key=lambda v: (found[v], v))
            yield Slip(word, meant, meant, found[meant], False)


def _written(lexicon: Lexicon, word: str, name: bool) -> int:
    """How often the document has a word; of a name only its forms with a capital, if they are the more."""
    if not name:
        return lexicon.parts.get(word, 0)
    if word.endswith("ies") and word not in lexicon.parts:  # a plural may stand but once
        word = word[:-3] + "y"
    if word not in lexicon.parts:
        return 0
    capital = word[:1].upper() + word[1:]
    times = lexicon.counts.get(capital, 0)
    times += sum(count for form, count in lexicon.compounds.items() if form.rsplit("-", 1)[-1] == capital)
    return times if times > lexicon.counts.get(word, 0) else 0


def _confused(word: str) -> Iterator[str]:
    """Every form that one confusion of characters makes of a word."""
    for at in range(len(word)):
        for end in (at + 1, at + 2):
            for meant in BY_READ.get(word[at:end], ()):
                yield word[:at] + meant + word[end:]
