"""Possessives: apostrophes that plural owners have lost, and such as stand where none can.

Looks, in a document that writes the apostrophe of plural possessives, for a plural of persons (or one that it
writes so elsewhere) before a noun, where no verb can stand: the noun is no verb by its forms, or what comes
before and after it leaves room for a noun only; for spans of time before what lasts so long; for `own`; and for
an apostrophe that ends a phrase after a word in -s that is no owner.  Restores the apostrophe where the document
has the same words with it three times and never without, after `a` where it has them so once, after another
possessive and `and`, in a name straight after a preposition, and in `womens`, which is no word; deletes the stray
one of a foreign word.  What else is likely is a `suspect`.  Leaves alone plurals that the document writes before
nouns without an apostrophe as a habit (`a trades union`), objects of verbs that take two (`gave the millers
bread`), and words that may be verbs (`the millers demand bread`).

    at the weavers hall. The weavers’ hall …   ->  suspect over “weavers”, candidate “weavers’”
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.words.lexicon import word_set, zipf
from build_edition.rules.evidence.words.noun_forms import may_be_noun, may_be_verb, names_persons, singular
from build_edition.rules.evidence.words.possessive_grammar import (
    SURE,
    follows_preposition,
    is_likely,
    may_be_own,
    may_end_a_phrase,
)
from build_edition.rules.evidence.words.possessives import Site, Usage, may_own, site_at, sites_of
from build_edition.rules.evidence.words.proof import Proof, proof_of

RULE, STRAY = "lost-apostrophe", "stray-apostrophe"
REASON = "apostrophe"
UNKNOWN = 2.0  # on the Zipf scale: below, a word that English hardly has
OFTEN = 5  # times the document has a plural with the apostrophe, from which that is its way
_TIMES = word_set("days weeks months years hours minutes")
_LASTING = word_set(
    """holiday leave imprisonment labour labor work notice rest pay wages journey march experience delay absence
    duration worth war service training study growth provision grace interval exile captivity residence sleep walk
    supply salary respite vacation credit solitude confinement"""
)
_UNPLURAL = ("women", "children")
_LAST = re.compile(r"s([’'])(?=[.,;:)])")
_OPENED = re.compile(r"(?<!\w)[‘'](?=\w)")


def apply(draft: Draft) -> None:
    """Restore and delete apostrophes, and mark the doubtful ones."""
    proof = proof_of(draft)
    usage = Usage(proof.lexicon)
    _irregular(proof, usage)
    _names(proof, usage)
    _strays(proof)
    if usage.total:
        _nouns(proof, usage)
        _own(proof, usage)
        _times(proof, usage)


def _nouns(proof: Proof, usage: Usage) -> None:
    """Restore and mark apostrophes before nouns, unless the document does without them."""
    likely = [site for site in sites_of(usage) if site.owner not in _TIMES and is_likely(usage, site)]
    found = _without_habits(usage, likely)
    if len(found) > usage.total:
        return
    bare = Counter((site.owner, site.noun) for site in likely)
    for site in found:
        start, end = proof.lexicon.starts[site.number], proof.lexicon.end(site.number)
        owner, written = proof.lexicon.words[site.number], usage.phrases[site.owner, site.noun]
        if _is_certain(usage, site, bare[site.owner, site.noun]):
            proof.emend(start, end, owner + usage.sign, RULE)
        elif written:
            phrase = f"{owner}{usage.sign} {proof.lexicon.words[site.head]}"
            _doubt(proof, usage, site.number, f"“{phrase}” stands here {_times_over(written)}.")
        else:
            _doubt(proof, usage, site.number, f"A noun follows that “{owner}” may own; hardly a verb.")


def _is_certain(usage: Usage, site: Site, bare: int) -> bool:
    """Whether the apostrophe of the plural alone can be meant, of words that stand bare so many times."""
    written = usage.phrases[site.owner, site.noun]
    if site.follows_one:  # but the weaver’s coat may be one weaver’s
        one = singular(site.owner)
        rival = any(usage.lexicon.counts.get(one + ending) for ending in ("’s", "'s"))
        return bool(written) and usage.owners[site.owner] >= OFTEN and not rival
    if may_be_verb(site.noun):
        return False
    if site.sibling in usage.owners and not usage.is_quoted(usage.lexicon.starts[site.number]):
        return True
    return written >= SURE and bare == 1 and not site.is_part_of_name


def _without_habits(usage: Usage, likely: list[Site]) -> list[Site]:
    """The sites that the document has not bare by habit; names only where names have apostrophes too."""
    owners = Counter(site.owner for site in likely)
    phrases = Counter((site.owner, site.noun) for site in likely)
    names = sum(site.is_name for site in likely) <= usage.names
    return [
        site
        for site in likely
        if owners[site.owner] <= max(2, usage.owners[site.owner])
        and phrases[site.owner, site.noun] <= max(2, usage.phrases[site.owner, site.noun])
        and (names or not site.is_name)
    ]


def _own(proof: Proof, usage: Usage) -> None:
    """Mark plurals before an `own` that is no verb."""
    for number in proof.lexicon.places.get("own", ()):
        owner = proof.lexicon.words[number - 1].lower() if number > 1 else ""
        if owner and usage.following(number - 1) == "own" and may_own(usage, owner):
            site = site_at(usage, number - 1, number)
            if may_be_own(site, usage.phrases[owner, "own"]):
                _doubt(proof, usage, number - 1, "The possessive that “own” asks for.")


def _times(proof: Proof, usage: Usage) -> None:
    """Mark spans of time before what lasts so long, where the document does not do without as a habit."""
    found = [
        number
        for unit in sorted(_TIMES)
        for number in proof.lexicon.places.get(unit, ())
        if (lasting := usage.following(number)) in _LASTING
        and (lasting == "time" or may_end_a_phrase(usage.following(number + 1)))
    ]
    if len(found) <= 2 + sum(usage.owners[unit] for unit in _TIMES):
        for number in found:
            _doubt(proof, usage, number, "What follows lasted so long.")


def _doubt(proof: Proof, usage: Usage, number: int, evidence: str) -> None:
    """Mark a plural, with the singular too as perhaps meant where the document has its possessive."""
    lexicon = proof.lexicon
    word = lexicon.words[number]
    several, one = word + usage.sign, f"{word[:-1]}{usage.sign}s"
    times = lexicon.counts.get(one, 0)
    likely = (one, several) if times > usage.owners[word.lower()] else (several, one) if times else (several,)
    proof.suspect(lexicon.starts[number], lexicon.end(number), REASON, likely, evidence)


def _times_over(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _irregular(proof: Proof, usage: Usage) -> None:
    """Restore the apostrophe of `womens`, where the document writes it elsewhere."""
    lexicon = proof.lexicon
    for plural in _UNPLURAL:
        for word in (plural, plural.capitalize()):
            places = lexicon.places.get(f"{word}s", [])
            meant = f"{word}{usage.sign}s"
            if lexicon.counts.get(meant, 0) >= SURE * len(places):
                for number in places:
                    if usage.following(number):
                        proof.emend(lexicon.starts[number], lexicon.end(number), meant, RULE)


def _names(proof: Proof, usage: Usage) -> None:
    """Restore the apostrophe of a name in -s, straight between a preposition and a noun, that elsewhere has it."""
    lexicon = proof.lexicon
    for word in [word for word in lexicon.places if word[-1] == "s" and word[0].isupper()]:
        meant, places = f"{word[:-1]}{usage.sign}s", lexicon.places[word]
        if lexicon.counts.get(meant, 0) < max(OFTEN, SURE * len(places)):
            continue
        if word[:-1].lower() in lexicon.places or names_persons(word.lower()):
            continue
        for number in places:
            following = usage.following(number)
            noun = may_be_noun(following) and not may_be_verb(following)
            if not noun or not follows_preposition(site_at(usage, number, number + 1)):
                continue
            if zipf(word.lower()) >= UNKNOWN:  # a name of its own
                _doubt(proof, usage, number, f"“{meant}” stands here {lexicon.counts[meant]} times.")
            else:
                proof.emend(lexicon.starts[number], lexicon.end(number), meant, RULE)


def _strays(proof: Proof) -> None:
    """Delete or mark an apostrophe at the end of a phrase, after what owns nothing and stands bare elsewhere."""
    lexicon, text = proof.lexicon, proof.text
    for match in _LAST.finditer(text):
        number = bisect_left(lexicon.starts, match.end()) - 1
        word = lexicon.words[number]
        if lexicon.end(number) != match.start(1) or not word.islower() or names_persons(word) or word in _TIMES:
            continue
        closed = sum(text.startswith(("’", "'"), lexicon.end(place)) for place in lexicon.places[word])
        bare = len(lexicon.places[word]) - closed
        if bare < closed or not _is_outside_quotations(text, match.start(1)):
            continue
        known = max(zipf(word), zipf(singular(word))) >= UNKNOWN
        if known or bare < SURE * closed:  # a foreign word may end in the sign of a soft consonant
            evidence = "Nothing that it may own follows; no quotation is open."
            proof.suspect(lexicon.starts[number], match.end(1), REASON, (word,), evidence)
        else:
            proof.emend(match.start(1), match.end(1), "", STRAY)


def _is_outside_quotations(text: str, at: int) -> bool:
    """Whether no single mark has opened before in the paragraph, in a text of double ones."""
    if _OPENED.search(text, text.rfind("\n", 0, at) + 1, at):
        return False
    return text.count("“") + text.count('"') >= text.count("‘") + text.count(" '")
