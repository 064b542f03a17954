"""Stray stops: points, colons and hyphens where no stop can stand, and stops that were lost.

A stop before a small letter is wrong.  It goes where what stands before it ends no clause, and where it is glued
to two common words it stands for the space between them; one lost between the call of a note and a word that
opens sentences is restored, a space between a word and its comma goes, one lost after a comma or a full stop is
restored, and a list sign glued to a word in mid-sentence goes.  Where points before small
letters are many, the machine made them, of commas and of specks (`evidence.stops`): what can only be a speck goes,
and what is likely a comma is one, with low certainty, also about the marks of a quotation; so is a semicolon whose
tail was lost (`evidence.colons`), and a stop that was read for a comma, before what opens sentences.  What
is less certain is a `suspect`: elsewhere that is any stop before a small letter, and a comma before what opens
sentences, unless somebody speaks.  Leaves alone abbreviations, which never stand without their points.

    in the. valley.of the weavers   ->  in the valley of the weavers
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from build_edition.rules.draft import Draft
from build_edition.rules.evidence.words.colons import doubtful_colons
from build_edition.rules.evidence.words.commas import LISTED, comma_odds, kind_of
from build_edition.rules.evidence.words.lexicon import LONGEST, word_set, zipf
from build_edition.rules.evidence.words.lost_tails import lost_tails
from build_edition.rules.evidence.words.proof import Proof, proof_of
from build_edition.rules.evidence.words.stops import ABBREVIATED, Stop, glued, misread_stops, specks

RULE = "stray-stop"
REASON = "spacing"
CERTAIN, SPECK, COMMA = 0.1, 0.25, 0.7  # likelihoods of a comma up to which a stop goes, and from which it is one
NO_PAUSE = -4.0  # log-odds of a comma below which no stop stands after a small word
PAUSE = -3.5  # and above which one may
SEMICOLON = 4.0  # odds from which a colon was one
NO_RARITY = 4.0  # on the Zipf scale: a rarer word may be an abbreviation or foreign
REACH = 50  # characters before a comma in which somebody speaks
ENOUGH = 10  # instances from which a habit is known
_SMALL = word_set(
    "the a an of and or nor but from with by into upon that which who whose their its his her our my than"
)
_LINKS = word_set("and or nor but that which who")
_ASIDE = ("conj", "adv", "ly")  # kinds of words that begin what is said aside
_MAY_END = word_set(
    """on in up out off over down about through under around along all both some many few several such this that
    these those there here then now once again too also even not never ever one two three first last own"""
)
_NEVER_LAST = ("the", "an", "and", "or", "nor", "their", "our", "my", "every", "whose")
_BE = word_set("is are was were")
_THERE = re.compile(r"\b[Tt]here \Z")
_MUCH = re.compile(r"(?:an?|no|the|some|many|much|few|little|only|such)\b")
_STOP = re.compile(r"\. (?![ivxlc]+\b)(?=(a|[a-z]{2,})\b)")
_BEFORE_SENTENCE = re.compile(
    r",(?<=[a-z],)(?<!that,) (?=(?:This|These|Those|It|They|However|Thus|There|If|When|While|Although|Moreover"
    r"|Hence|Accordingly|Then|But|And|So|Yet|Another|In|As|After|At|On)\b [a-z])"
)
_COMMA = re.compile(r", (?<=[a-z]{2}, )(?=([A-Z][a-z]+),?(?: [a-z’-]+,?){3})")
_ASKS = word_set(
    "what who whom whose how why where is are was were do does did can could will would shall should have has had"
)
_IN_TITLES = word_set("new first second last own one two three i you our my your near like st just")
_SPEAKS = re.compile(
    r"\b(?:sa(?:id|y|ys|ying)|asks?|asked|answer|repl(?:y|ied|ies)|cr(?:y|ied|ies)|wr(?:ote|ites?|itten)|th(?:ink|ought)"
    r"|mean|question|inquir|enquir|text|words?|tell|told|entitl|titl|call|quot|adds?|added|runs?|reads?|declar|God"
    r"|Lord|Christ|Jesus)"
)
# Stops that have lost the space after them, and spaces gained before stops, by what they are looked for.
_LOST_SPACE = tuple(
    re.compile(pattern)
    for pattern in (
        r",(?=[a-z]{2})(?<=[a-z]{2},)",
        r";(?=[a-z]{2})(?<=[a-z]{2};)",
        r"\.(?=[A-Z][a-z]+\b)(?<=[a-z]{2}\.)",
    )
)
_GAINED_SPACE = {
    " , ": re.compile(r" (?=, [a-z])(?<=[a-z] )"),
    " ; ": re.compile(r" (?=; [a-z])(?<=[a-z] )"),
    " . ": re.compile(r" (?=\. [A-Z][a-z])(?<=[a-z]{2} )"),
}
_OPENER = re.compile(
    r" (?:The|This|These|That|Those|It|He|She|They|We|In|However|But|Whereas|While|When|Although|Thus|There|If|As"
    r"|At|On|For|Moreover|Such|Nevertheless|Hence|Yet|Indeed|After|Both)\b"
)
_STOPPED_CALL = re.compile(r"\.\d{1,3} [A-Z]")
_LAST_WORD = re.compile(r"(?<![\w.’'-])(?:[A-Za-z]+(?:[’'-][A-Za-z]+)*|\d+(?:st|nd|rd|th))\Z")
_DIVINE = ("Him", "Himself", "He", "His")  # what a text that honours God with capitals writes amid a sentence
_NUMERAL = re.compile(r"[IVXLC]+")
_FIRST_WORD = re.compile(r"[A-Za-z]+")
WORD = 3.5  # on the Zipf scale: a commoner form in small letters is no abbreviation
LONG, FULL = 7, 5  # letters of a word too long to be one, and of one with a capital that hardly is
KNOWN = 3.0  # on the Zipf scale: a word that anybody knows
HABIT = 0.03  # share of commas from which what stands about them is the text's own habit


def apply(draft: Draft) -> None:
    """Delete and restore stops, and mark what may be wrong."""
    proof = proof_of(draft)
    judged = misread_stops(proof.text)
    for at in lost_tails(proof.text) if judged else ():
        proof.emend(at, at + 1, ",", RULE, cert="low")
    _misread_stops(proof, judged)
    for start, end in glued(proof.text):
        proof.emend(start, end, " ", RULE)
    if judged:
        for start, end in specks(proof.text):
            proof.emend(start, end, " ", RULE)
        _misread_colons(proof)
        for match in _BEFORE_SENTENCE.finditer(proof.text):
            proof.emend(match.start(), match.start() + 1, ".", RULE, cert="low")
    _stops(proof, judged=bool(judged))
    _commas(proof)
    _never_last(proof)
    _lost_stops(proof)
    _spaces(proof)
    _glued_signs(proof)


def _misread_stops(proof: Proof, judged: list[Stop]) -> None:
    """Delete specks taken for stops, and set the commas that were taken for them; mark what may be either.

    The stop is wrong in any case; that it was a comma is a conjecture.
    """
    for stop in judged:
        word = proof.text[stop.start : stop.at]
        if stop.comma <= SPECK:
            following = _FIRST_WORD.match(proof.text, stop.at + 2)
            certain = stop.comma <= CERTAIN and following is not None and _goes_on(word, following[0])
            proof.emend(stop.at, stop.at + 1, "", RULE, cert="high" if certain else "low")
        elif stop.comma >= COMMA:
            proof.emend(stop.at, stop.at + 1, ",", RULE, cert="low")
        else:
            found = (f"{word},", word) if stop.comma >= 0.5 else (word, f"{word},")
            proof.suspect(stop.start, stop.at + 1, REASON, found, "A small letter follows the stop.")


def _misread_colons(proof: Proof) -> None:
    """Restore semicolons whose dots outlasted their tails, and mark the colons that may be such."""
    for colon in doubtful_colons(proof.text):
        word = proof.text[colon.start : colon.at]
        if colon.stands and colon.odds >= SEMICOLON:
            proof.emend(colon.at, colon.at + 1, ";", RULE, cert="low")
            continue
        shown = (f"{word};", f"{word}:", word) if colon.stands else (word, f"{word}:")
        proof.suspect(colon.start, colon.at + 1, REASON, shown, "The text has hardly a semicolon.")


def _stops(proof: Proof, *, judged: bool) -> None:
    """Delete stops that no sentence can have; mark others before a small letter, and all in a text judged."""
    odd: dict[str, list[tuple[int, int, str]]] = {}
    for match in _STOP.finditer(proof.text):
        at = match.start()
        word = _LAST_WORD.search(proof.text, max(at - 20, 0), at)
        if word is None:
            continue
        before = proof.text[max(word.start() - 2, 0) : word.start()]
        goes_on = _goes_on(word[0], match[1]) and before[:1] + " " == before
        there = word[0] in _BE and _THERE.search(proof.text, max(word.start() - 7, 0), word.start())
        goes_on = goes_on and (before[0].isalpha() or before[0] in ",;")
        if not judged and (goes_on or (there and _MUCH.match(proof.text, at + 2))):
            proof.emend(at, at + 1, "", RULE)
        else:
            odd.setdefault(word[0], []).append((word.start(), at + 1, match[1]))
    for form, places in odd.items():
        for start, end, following in places if _is_no_abbreviation(proof, form, len(places)) else ():
            shown = (form, f"{form},") if comma_odds(form, following) < PAUSE else (f"{form},", form)
            proof.suspect(start, end, REASON, shown, "A small letter follows the stop.")


def _is_no_abbreviation(proof: Proof, form: str, times: int) -> bool:
    """Whether a word that has so many points before small letters is no abbreviation: those never lack theirs."""
    low = form.lower()
    if low in ABBREVIATED or _NUMERAL.fullmatch(form) or (len(form) < 3 and low not in LISTED):
        return False
    lexicon = proof.lexicon
    bare = sum(lexicon.after(number, 1) != "." for number in lexicon.places.get(form, ()))
    if bare >= times or not form.isalpha():
        return True
    if form.islower():
        return times == 1 and (len(form) >= LONG or zipf(low) >= WORD)
    return times == 1 and len(form) >= FULL and zipf(low) >= KNOWN


def _opens(proof: Proof, word: str) -> bool:
    """Whether a small word, or an adverb of the text, has its capital from a sentence that is no question."""
    if word in LISTED:
        return word not in _ASKS and word not in _IN_TITLES
    return word.endswith("ly") and zipf(word) >= NO_RARITY and proof.lexicon.counts.get(word, 0) > 0


def _commas(proof: Proof) -> None:
    """Mark commas before what opens sentences, where nobody speaks."""
    divine = sum(proof.lexicon.counts.get(word, 0) for word in _DIVINE[:2]) > 1
    found = []
    for match in _COMMA.finditer(proof.text):
        at = match.start()
        if proof.begins_line(match.end()):  # perhaps a verse
            continue
        honoured = divine and match[1] in _DIVINE
        if (
            _opens(proof, match[1].lower())
            and not honoured
            and not _SPEAKS.search(proof.text, max(at - REACH, 0), at)
        ):
            found.append(at)
    if len(found) > max(HABIT * proof.text.count(","), ENOUGH):
        return
    for at in found:
        word = _LAST_WORD.search(proof.text, max(at - LONGEST, 0), at)
        if word is not None:
            evidence = "What follows the comma opens sentences."
            proof.suspect(word.start(), at + 1, REASON, (f"{word[0]}.",), evidence)


def _spaces(proof: Proof) -> None:
    """Restore spaces lost after stops between common words, and delete those gained before them."""
    text = proof.text
    for match in chain.from_iterable(sign.finditer(text) for sign in _LOST_SPACE):
        at, end = match.span()
        word, following = _LAST_WORD.search(text, max(at - LONGEST, 0), at), _FIRST_WORD.match(text, end)
        if word and following and min(zipf(word[0].lower()), zipf(following[0].lower())) >= KNOWN:
            proof.emend(end, end, " ", RULE)
    gained = list(_gained_spaces(text))
    if len(gained) <= max(HABIT * text.count(","), ENOUGH):
        for at in gained:
            proof.emend(at, at + 1, "", RULE)


def _gained_spaces(text: str) -> Iterator[int]:
    """Where a space stands before a comma, a semicolon or a full stop."""
    for sign, pattern in _GAINED_SPACE.items():
        at = text.find(sign)
        while at >= 0:
            if pattern.match(text, at):
                yield at
            at = text.find(sign, at + 1)


def _never_last(proof: Proof) -> None:
    """Delete stops before a capital after words that end no sentence."""
    text = proof.text
    for word in _NEVER_LAST:
        at = text.find(f" {word}. ")
        while at >= 0:
            end = at + len(word) + 1
            if (text[at - 1 : at].islower() or text[at - 1 : at] in (",", ";")) and text[
                end + 2 : end + 3
            ].isupper():
                proof.emend(end, end + 1, "", RULE)
            at = text.find(f" {word}. ", end)


def _is_aside(word: str, following: str) -> bool:
    """Whether what follows a small word may be said aside, between commas."""
    kind = kind_of(following)
    return kind in _ASIDE or (kind == "prep" and (word != "but" or following == "of"))


def _goes_on(word: str, following: str) -> bool:
    """Whether no stop, nor a comma, stands between a small word and the next."""
    low = word.lower()
    if len(word) < 2 or low in ABBREVIATED:
        return False
    if low in _LINKS and _is_aside(low, following):  # “and, of course”
        return False
    if word in _SMALL:
        return True
    ends = low in _MAY_END or low not in LISTED or (low != "as" and _is_aside(low, following))
    return not ends and zipf(following) >= NO_RARITY and comma_odds(word, following) < NO_PAUSE


def _lost_stops(proof: Proof) -> None:
    """Restore the stop between the call of a note and a word that only opens sentences."""
    if len(_STOPPED_CALL.findall(proof.text)) < ENOUGH:
        return
    reading = proof.transcript.reading
    for mark in proof.transcript.of_kind("ref"):
        at, end = reading.from_source(mark.start), reading.from_source(mark.end)
        if proof.text[at - 1 : at].isalpha() and _OPENER.match(proof.text, end):
            proof.emend(at, at, ".", RULE)


def _glued_signs(proof: Proof) -> None:
    """Delete list signs glued to a word inside a sentence."""
    text = proof.text
    for sign in "•▪●■":
        at = text.find(sign)
        while at >= 0:
            if text[at - 1 : at] == " " and text[at - 2 : at - 1].islower() and text[at + 1 : at + 2].islower():
                proof.emend(at, at + 1, "", RULE)
            at = text.find(sign, at + 1)
