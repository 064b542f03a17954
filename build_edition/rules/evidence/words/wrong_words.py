"""Wrong words: common words that stand where only another fits, which a machine takes for them.

Serves the rule of impossible pairs.  Of each pair of words that look alike to a machine the table says after or
before what the one hardly ever stands and the other often does.

    it was to he seen from the mill   ->  “be”
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from build_edition.rules.evidence.words.lexicon import Lexicon, is_foreign

REACH = 24  # characters in which the words beside stand
_MODAL = "will|would|shall|should|can|could|may|might|must|cannot"
_DET = "the|a|an|his|her|its|their|our|my|this|that|these|those"
_WAS = "was|were|is|had|has|could|would|should|will|must|might"
_THEY = "they|we|you|who|which|these|those|there"
_DONE = r"(?!proceed|succeed|exceed|indeed|something|anything|nothing|bring)[a-z]{3,}(?:ed|ing)"

_NO_VERB = r"(?!who|whose|that|or|and|is|was|had|has|can|will|may|did)[a-z]+"
_AND = "that|when|if|as|and|but|which|because|while|until|what|where"

# What was read: what stands before it, what after it (an empty pattern asks for nothing), and what was printed.
_TABLE: dict[str, tuple[tuple[str, str, str], ...]] = {
    "he": (
        ("to|ought to|not to", r"[a-z]+", "be"),
        (rf"(?:{_MODAL})(?: not| hardly| never| always| also| only| then)?", rf"{_DONE}|any|an?|the|no", "be"),
        ("of|in|by|on|at|into|upon|from|under|during", _NO_VERB, "the"),
    ),
    "be": (
        (f"{_AND}|said", f"{_WAS}|did|thought|knew|saw|went|came|took", "he"),
        ("said|says|cried|replied|answered", "", "he"),
    ),
    "bo": ((f"{_MODAL}|to|not", "", "be"),),
    "ho": (("", f"{_WAS}|said|did", "he"), ("that|when|if|as|but|which|because", "[a-z]+", "he")),
    "lie": ((_AND, "was|had|has|would|said|did", "he"),),
    "tie": (("of|in|by|on|from|for|at|with|that", "[a-z]+", "the"),),
    "tho": (("of|in|on|by|at|from|to|and|for|with|all|that", "[a-z]+", "the"),),
    "arid": (("", f"{_DET}|he|she|it|they|we|to|of|in|by|with|for|was|were|then|not|so|at|on|from", "and"),),
    "hut": (("", "the|he|she|it|they|we|I|not|that|this|in|if|when|there|his|their|no|also|only|as", "but"),),
    "bad": ((f"he|she|they|it|we|I|who|which|{_THEY}", f"been|not|never|{_DET}|to|no|[a-z]{{3,}}ed", "had"),),
    "hare": ((f"{_MODAL}|to|I|we|they|you|not", "", "have"),),
    "arc": ((_THEY, "", "are"), ("", "not|being", "are")),
    "ate": ((_THEY, r"not|being|now|also|[a-z]{3,}ed", "are"), ("", "being|not", "are")),
    "sec": ((f"{_MODAL}|to|I|we|you|they", "", "see"),),
    "hi": (("", _DET, "in"),),
    "tune": (
        ("at the|of the|first|same|long|some|any|the|this|that", "when|that|he|they|it|in which", "time"),
        ("for the first|for some|at the same|at this|at that|for a long|the present", "", "time"),
    ),
    "ease": (("in any|in this|in that|in each|in every|in either|in no|in such a|in which", "", "case"),),
    "eves": (("his|her|their|my|your|our|whose", "", "eyes"),),
    "bow": (("", "much|many|far|he|it|they|she|we|I", "how"),),
    "mote": (("", "than|or|and|of|in", "more"), ("the|no|still|much|once|any", "", "more")),
    "fur": (("", _DET, "for"),),
    "dear": (("", "that|from", "clear"),),
    "comer": (("the|a|every|each|this|that|one|street", "", "corner"),),
    "bum": ((f"{_MODAL}|to", "", "burn"),),
    "tum": ((f"{_MODAL}|to|in|his|her|their|its", "", "turn"),),
    "modem": (("", f"(?!{_DET}|and|or|is|was|to|with|of|in)[a-z]+", "modern"),),
    "hid": (("who|they|we|which|I", "been|not|never", "had"),),
    "hot": ((f"{_MODAL}|{_WAS}|did|do|does|are|have", "to|the|only|been|be|yet", "not"),),
    "tun": (("", _DET, "run"),),
    "en": (("went|going|comes?|came|depends?|based|imposed|carried|carry", f"{_DET}|it|them", "on"),),
    "het": (("", "[a-z]+", "her"),),
    "ont": (("", "of|to|that|by|in", "out"),),
    "thai": (("", f"{_DET}|he|it|they|we|is|was|there", "that"),),
    "ill": (("", f"{_DET}|which|order", "in"),),
    "iii": (("", _DET, "in"),),
}  # fmt: skip


def wrong_words(lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """The number of each such word, and what was meant."""
    for word in _TABLE.keys() & lexicon.places.keys():
        cases = _patterns(word)
        for number in lexicon.places[word]:
            before, after = lexicon.before(number, REACH), lexicon.after(number, REACH)
            meant = next((m for left, right, m in cases if left.search(before) and right.match(after)), None)
            if meant and not is_foreign(lexicon, number):
                yield number, meant


@cache
def _patterns(word: str) -> list[tuple[re.Pattern[str], re.Pattern[str], str]]:
    """What stands before and after a word where another was meant, and which."""
    return [
        (
            re.compile(rf"\b(?:{before}) \Z" if before else "", re.IGNORECASE),
            re.compile(rf" (?:{after})\b" if after else ""),
            meant,
        )
        for before, after, meant in _TABLE[word]
    ]
