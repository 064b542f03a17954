"""Possessive grammar: whether a noun alone can follow a plural, or a verb too.

Serves the rule of lost apostrophes.  Asks what the second word can be by its forms, and what the clause before and
the word after it leave room for.
"""

from __future__ import annotations

from build_edition.rules.evidence.words.lexicon import word_set
from build_edition.rules.evidence.words.noun_forms import (
    FUNCTION_WORDS,
    PASTS,
    is_made_a_noun,
    may_be_verb,
    names_persons,
    singular,
)
from build_edition.rules.evidence.words.possessives import Site, Usage

FRONT = 8  # words that a clause may have before its subject
SURE = 3  # times the document has the very words with the apostrophe
_AUXILIARIES = word_set(
    "is are was were be been has have had can could will would may might must should shall did does do"
)
_PREPOSITIONS = word_set(
    """of in on at to for from by with within without into onto upon over under between among amongst against about
    across along around behind beyond through throughout toward towards before after since despite concerning"""
)
_JOINS = _PREPOSITIONS | word_set("and or but nor than as which who whose that when where while because if")
_SUBJECTS = word_set("i we they he she it you")
_TWO_OBJECTS = word_set(
    """give grant offer pay promise deny allow teach tell show send bring cost make call consider think elect
    appoint name declare believe prove leave keep find render lend award assign guarantee afford permit refuse ask
    owe save spare forgive envy charge fine hand pass read write sell buy get earn win serve feed supply provide
    set deem gave paid taught told sent brought made thought left kept found lent wrote sold bought got won fed
    ensure accord term label dub style proclaim brand see cause turn"""
)
_TRANSFERS = _TWO_OBJECTS | word_set(
    """take took taken demand extract seize collect obtain requisition borrow exact receive steal stole stolen
    secure restore return distribute explain concede reveal entrust spread preach"""
)
_RELATIVES = word_set("what which that all whatever who whom everything")
_COUNTS = word_set("most many some none few half majority number percent cent one all each any part")


def is_likely(usage: Usage, site: Site) -> bool:
    """Whether the noun of a site can hardly be anything else, and the plural hardly anything but its owner."""
    written = usage.phrases[site.owner, site.noun]
    if not usage.owners[site.owner] and usage.total < SURE:
        return False
    if _is_object(site) and not (site.is_name and written >= SURE):
        return False
    if site.follows_one:
        return not singular(site.noun)
    if (names_persons(site.noun) and not written) or not _may_follow(site, written):
        return False
    if not may_be_verb(site.noun):
        known = written or is_made_a_noun(site.noun) or usage.has_as_noun(site.noun)
        return bool(known) and not (_is_fronted(site) or _is_gapped(site))
    if singular(site.noun):
        closed = _is_governed(site) and not site.following and usage.has_as_noun(site.noun)
        return bool(written) or _is_subject(site) or closed
    return bool(written) and (_is_subject(site) or _is_in_place_of_a_noun(site))


def may_end_a_phrase(following: str) -> bool:
    """Whether a word may come after a noun that ends a phrase; an empty one is a stop."""
    return not following or following in _JOINS


def may_be_own(site: Site, written: int) -> bool:
    """Whether `own` after a plural is no verb: a preposition stands before it, and no count."""
    if _is_object(site) or not site.following or site.following in FUNCTION_WORDS:
        return False
    return bool(written) or (_is_governed(site) and not _COUNTS & set(site.clause))


def follows_preposition(site: Site) -> bool:
    """Whether a preposition stands straight before."""
    return bool(site.clause) and site.clause[-1] in _PREPOSITIONS


def _may_follow(site: Site, written: int) -> bool:
    """Whether the word after the noun can stand there, if it is one."""
    if may_end_a_phrase(site.following) or _is_finite(site.following):
        return True
    if written < SURE:
        return False
    if site.following in _SUBJECTS:
        return len(site.clause) == 1 and site.clause[0] in _PREPOSITIONS
    return site.following not in FUNCTION_WORDS


def _is_object(site: Site) -> bool:
    """Whether the verb before may have the noun for another object: “gave them bread”, “took from them bread”."""
    near = site.clause[-4:]
    for word in ("of", "to"):
        if word in near:
            near = near[len(near) - near[::-1].index(word) :]
    if any(_is_form(word, _TWO_OBJECTS) for word in near):
        return True
    place = next((k for k in range(len(site.clause) - 1, 0, -1) if site.clause[k] == site.governor), 0)
    return site.governor in ("to", "from", "for", "among") and _is_form(site.clause[place - 1], _TRANSFERS)


def _is_form(word: str, verbs: frozenset[str]) -> bool:
    """Whether a word may be an inflection of one of these verbs."""
    stems = {word, *(word.removesuffix(ending) for ending in ("s", "es", "d", "ed", "ing", "ting", "ning"))}
    return any({stem, stem + "e", stem[:-1] + "y"} & verbs for stem in stems)


def _is_subject(site: Site) -> bool:
    """Whether a finite verb follows, so that the noun is none."""
    verb = site.following in _AUXILIARIES or (_is_past(site.following) and bool(singular(site.noun)))
    return verb and not _RELATIVES & set(site.clause) and not _is_fronted(site)


def _is_governed(site: Site) -> bool:
    """Whether a preposition or a form in -ing stands before the plural, and may not be part of a subject."""
    if site.governor.endswith("ing"):
        return True
    return site.governor in _PREPOSITIONS and site.governor not in ("of", "before", "after", "since")


def _is_in_place_of_a_noun(site: Site) -> bool:
    """Whether what stands before leaves no room for a clause of which the plural would be the subject."""
    if site.is_quoted or _is_fronted(site):
        return not site.following
    return (site.governor in _PREPOSITIONS and not _COUNTS & set(site.clause[:-1])) or _is_governed(site)


def _is_fronted(site: Site) -> bool:
    """Whether the clause begins with a preposition, so that its subject may come only after the plural."""
    early = any(word in _PREPOSITIONS for word in site.clause[:2])
    return early and len(site.clause) <= FRONT and _is_finite(site.following)


def _is_gapped(site: Site) -> bool:
    """Whether a verb may have been left out, as in “and the weavers cottages”."""
    return site.governor in ("and", "but", "while") and not site.following and not site.sibling


def _is_finite(word: str) -> bool:
    return word in _AUXILIARIES or _is_past(word)


def _is_past(word: str) -> bool:
    return (len(word) > 4 and word.endswith("ed")) or word in PASTS
