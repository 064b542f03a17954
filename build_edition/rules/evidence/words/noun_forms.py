"""Noun forms: whether a word of English is a noun and nothing else, and whether its plural is one of persons.

Serves the rule of lost apostrophes.  There is no grammar here, only how common the forms of a word are: a noun
has a plural about as common as itself, a verb has a form in -ing; what has both may be either.
"""

from __future__ import annotations

import re
from functools import lru_cache

from build_edition.rules.evidence.words.lexicon import word_set, zipf

FUNCTION_WORDS = word_set(
    """the a an and or nor but of in on at to for from by with within without into onto upon over under as is are
    was were be been being am have has had do does did will would shall should can could may might must not who
    whom whose which what that than then there this these those it its their they he she his her him i we our you
    your us me my if so because when where while whereas since until unless although though lest after before
    during between among amongst against about across along around behind beyond through throughout toward towards
    up down out off only also even still just too very more most less least all both each either neither every
    some any many much few several such no own same other another others themselves itself himself one two three
    four five six seven eight nine ten how why except besides despite like near per via inside outside
    above below"""
)
_NO_HEADS = FUNCTION_WORDS | word_set(
    """free ready equal rich poor due good present content alone alike able often first second third last next past
    home today yesterday tomorrow time times year years month months week weeks day days night morning evening
    hour hours minute minutes part way ways side hand face people men women children north south east west best
    better worse worst well ever never now soon once twice again always here thus hence yet quite rather
    perhaps together apart away back forth abroad ahead everywhere elsewhere almost enough responsible available
    wild beside beneath opposite new mean sometime indoor outdoor short young red white black blue green right"""
)
PASTS = word_set(
    """came became began ran saw took gave made said went got found left felt kept held brought thought told met
    led stood lost paid sent built fell spoke wrote read rose grew drew knew threw flew broke chose drove rode
    swore wore bore tore fought sought bought caught taught won sang sank sprang sprung drank swam rang shot shook
    struck stuck slept swept wept crept dealt meant lent spent bent sat lay laid fed fled bled hid slid bit lit ate
    forgot froze stole wove woke arose undertook withdrew foresaw overcame overthrew understood withstood forbade
    forgave mistook partook underwent sold clung flung hung rung stung swung wound ground bound cut put set let
    hit hurt cost shut split spread burst cast quit seen done gone taken given known shown born borne drawn grown
    thrown driven written spoken broken chosen forgotten beaten fallen risen hidden eaten woven sworn torn worn"""
)
_MAKES_NOUNS = re.compile(r"(?:[ts]ion|ment|ness|[tl]ity|ship|hood|[ae]nce|ism|dom)\Z")
_MAKES_ADJECTIVES = re.compile(r"(?:[^e]al|ive|ous|ic|[ai]ble|ful|less|ary|ist)\Z")
# Persons by ending; things and verbs with the same ending are taken out.
_PERSON_ENDING = re.compile(
    r"(?:[^e]ers|[^i]tors|ssors|[a-z]{3}ists|[a-z]{2}(?:[iy]|ic|is)ans|eers|smiths|crats|lords|[glosuy][ty]?ees)\Z"
)
_NO_PERSONS = word_set(
    """alters angers answers assists banners barriers blunders boilers borders bothers boulders buffers
    calculators carriers centers chambers chapters characters checklists clusters coffers computers confers
    considers consists containers corners counters covers cylinders dangers defers delivers denominators
    detectors differs dinners disasters discovers elevators embers encounters enlists enters exists factors
    falters feathers filters fingers fliers flowers folders frontiers gathers genders generators hampers
    headers hinders hovers hungers indicators infers insists kilometers ladders layers letters liters lowers
    lumbers manners matters meters motors murders newspapers numbers offers orders others pampers papers
    persists piers posters powers prayers prefers quarters reactors recovers refers refrigerators registers
    remembers renders resists rivers rockers rubbers scrapers sectors shelters shoulders showers shutters
    skyscrapers slippers splinters suffers summers surrenders tempers tenders theaters thunders tiers timbers
    towers tractors trailers transfers triggers trousers twists vectors wanders waters whispers winters
    wonders"""
)
# Everyday persons that no ending tells; others a document shows itself.
_PERSONS = word_set(
    """adolescents agents ancestors authors babies beggars boys brothers burglars candidates captains chiefs
    citizens clerks clients colonels cooks correspondents counts cousins creditors daughters debtors doctors
    dukes editors emperors engineers experts fathers friends generals girls governors graduates guests heirs
    hosts husbands inhabitants inspectors kings knights ladies lawyers lieutenants lords lovers maids
    masters mayors members merchants ministers monks mothers natives neighbors neighbours nobles nuns
    officials opponents orphans parents partners passengers patients peasants pilots pioneers predecessors
    presidents priests princes professionals pupils queens residents sailors scholars scribes sergeants
    servants sisters slaves soldiers sons squires students successors tailors tenants thieves veterans
    victims volunteers widows wives"""
)


@lru_cache(maxsize=4096)
def names_persons(plural: str) -> bool:
    """Whether a plural in lower case is one of persons."""
    if plural in _PERSONS or plural.endswith(("workers", "owners")):
        return True
    if plural in _NO_PERSONS or not _PERSON_ENDING.search(plural):
        return False
    return zipf(plural[:-1]) > 2.0 and zipf(_ing(plural[:-1])) < 2.5


def singular(plural: str) -> str:
    """The singular of a regular plural; empty for what is none."""
    if not plural.endswith("s") or plural.endswith(("ss", "us", "is")):
        return ""
    if plural.endswith("ies"):
        return plural[:-3] + "y"
    if plural.endswith(("sses", "shes", "ches", "xes")):
        return plural[:-2]
    return plural[:-1]


@lru_cache(maxsize=4096)
def may_be_verb(word: str) -> bool:
    """Whether a word is used as a verb too, so that its form in -ing is not much rarer than itself."""
    base = singular(word)
    return zipf(_ing(base or word)) > max(zipf(base or word) - (2.2 if base else 1.8), 1.2)


def is_made_a_noun(word: str) -> bool:
    """Whether the ending of a word in lower case, or a plural as common as itself, makes it a noun."""
    if _MAKES_NOUNS.search(word) or singular(word):
        return True
    return zipf(_plural(word)) > zipf(word) - 1.2 and not is_adjective(word)


@lru_cache(maxsize=4096)
def may_be_noun(word: str) -> bool:
    """Whether a word in lower case may be a noun by its forms, whatever else it may be."""
    if len(word) < 4 or word in _NO_HEADS or word in PASTS or word.endswith(("ed", "ing", "ly")):
        return False
    base = singular(word)
    if base:
        return zipf(base) >= 2.5 and base not in _NO_HEADS
    common = zipf(word)
    return common >= 2.0 and (bool(_MAKES_NOUNS.search(word)) or zipf(_plural(word)) > common - 2.2)


def is_adjective(word: str) -> bool:
    """Whether a word in lower case has the ending of an adjective."""
    return len(word) > 4 and word not in _NO_HEADS and bool(_MAKES_ADJECTIVES.search(word))


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x")) else "s")


def _ing(base: str) -> str:
    """The commonest spelling of the form in -ing."""
    if base.endswith("re"):
        stems = [base[:-1], base[:-2] + "er"]  # centre, centring or centering
    else:
        stems = [base[:-1]] if base.endswith("e") and not base.endswith("ee") else [base, base + base[-1:]]
    return max((stem + "ing" for stem in stems), key=zipf)
