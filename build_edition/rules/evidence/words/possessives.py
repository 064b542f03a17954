"""Possessive evidence: how a document writes the plural possessive, and where a plural stands before a noun.

Serves the rule of lost apostrophes.  `Usage` counts what the document has with the apostrophe; a `Site` is a
plural and the noun that it may own, with the words of its clause before and what follows it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from build_edition.rules.evidence.words.lexicon import Lexicon, word_set
from build_edition.rules.evidence.words.noun_forms import (
    FUNCTION_WORDS,
    is_adjective,
    may_be_noun,
    names_persons,
    singular,
)

TWICE = 2  # times that `who` follows what must be persons; once, it may be said of something before
REACH = 90  # characters before a word in which its clause is looked for
_OWNED = re.compile(r"s[’'] (?=[^\W\d_])")
_CLAUSE_END = re.compile(r"[.,;:()\[\]“”\"!?…—–\n]")
_DETERMINERS = word_set("the these those all its their his her our your my both some many most such")
_ONE = word_set("a an another every each")
_ARTICLES = word_set("a an the")
_POSSESSIVES = word_set("its their his her our your my")


class Usage:
    """What a text has with the apostrophe of a plural possessive, without regard to capitals."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.text = lexicon.reading.text
        self.owners: Counter[str] = Counter()
        self.phrases: Counter[tuple[str, str]] = Counter()
        self.names = 0  # of two words with capitals
        self.sign = "’" if self.text.count("’") >= self.text.count("'") else "'"
        for match in _OWNED.finditer(self.text):
            number = bisect_left(lexicon.starts, match.end())
            owner, owned = lexicon.words[number - 1], lexicon.words[number]
            if lexicon.end(number - 1) == match.start() + 1 and not self.is_quoted(match.start()):
                self.owners[owner.lower()] += 1
                self.phrases[owner.lower(), owned.lower()] += 1
                self.names += owner[0].isupper() and owned[0].isupper()
        self.total = sum(self.owners.values())
        self.persons = Counter(self._before_who())

    def _before_who(self) -> Iterator[str]:
        """The plurals of which the document says `who`, in lower case: persons, whatever it calls them."""
        lexicon = self.lexicon
        for number in lexicon.places.get("who", ()):
            if number and lexicon.words[number - 1][-1] == "s" and lexicon.stand_together(number - 1):
                yield lexicon.words[number - 1].lower()

    def is_quoted(self, at: int) -> bool:
        """Whether a single quotation mark opened shortly before `at` may still be open there."""
        opened = max(self.text.rfind("‘", max(at - REACH, 0), at), self.text.rfind(" '", max(at - REACH, 0), at))
        if opened < 0:
            return False
        return not re.search(r"[^s\W][’']\W|[.,!?][’']", self.text[opened + 2 : at])

    def has_as_noun(self, word: str) -> bool:
        """Whether a word stands somewhere as only a noun does: with a determiner before and no noun after it."""
        lexicon = self.lexicon
        for number in lexicon.places.get(word, ())[:200]:
            before = lexicon.words[number - 1].lower() if number else ""
            following = self.following(number)
            if before in _POSSESSIVES or before.endswith(("’s", "'s")):
                if not following or following in FUNCTION_WORDS:
                    return True
            elif before in _ARTICLES and following in ("", "of"):
                return True
        return False

    def following(self, number: int) -> str:
        """The word after word `number`, in lower case; empty where more than a space parts them."""
        lexicon = self.lexicon
        together = number + 1 < len(lexicon.words) and lexicon.stand_together(number)
        return lexicon.words[number + 1].lower() if together else ""


@dataclass(frozen=True, slots=True)
class Site:
    """A plural and the noun after it, by their numbers; all words in lower case.

    `clause` are the words before it from the last stop; `is_quoted` tells whether that is a quotation mark and
    one word at most, `is_name` whether both have capitals, `is_part_of_name` whether the word before has one too;
    `following` is the word after the noun, empty where a stop, a bracket, a quotation mark or the end of the block
    parts the two.
    """

    number: int
    owner: str
    head: int
    noun: str
    clause: tuple[str, ...]
    is_quoted: bool
    is_name: bool
    is_part_of_name: bool
    following: str

    @property
    def governor(self) -> str:
        """The last word before the plural that is no determiner."""
        return next((word for word in reversed(self.clause) if word not in _DETERMINERS), "")

    @property
    def sibling(self) -> str:
        """The plural with an apostrophe that `and` or `or` joins to this one; empty where none does."""
        joined = len(self.clause) > 1 and self.clause[-1] in ("and", "or")
        return self.clause[-2][:-1] if joined and self.clause[-2].endswith(("s’", "s'")) else ""

    @property
    def follows_one(self) -> bool:
        """Whether a word stands before the plural that no plural follows."""
        return self.clause[-1:] != () and self.clause[-1] in _ONE


def sites_of(usage: Usage) -> Iterator[Site]:
    """Every plural that the document writes with an apostrophe elsewhere, or one of persons, before a noun."""
    lexicon = usage.lexicon
    for word, places in lexicon.places.items():
        if word[-1] == "s" and word.isalpha() and word[1:].islower() and may_own(usage, word.lower()):
            for number in places:
                head = _head(usage, number)
                if head:
                    yield site_at(usage, number, head)


def may_own(usage: Usage, word: str) -> bool:
    """Whether a word in lower case is a plural that owns something elsewhere, or one of persons."""
    owns = word in usage.owners or usage.persons[word] >= TWICE or names_persons(word)
    return owns and bool(singular(word))


def site_at(usage: Usage, number: int, head: int) -> Site:
    """The site of the plural `number` and the noun `head`."""
    lexicon = usage.lexicon
    before = lexicon.before(number, REACH)
    clause = _CLAUSE_END.split(before)[-1]
    words = tuple(clause.lower().split())
    quoted = len(words) < 2 and before.removesuffix(clause)[-1:] in ("“", '"')
    owner, noun = lexicon.words[number], lexicon.words[head]
    name = owner[0].isupper() and noun[0].isupper()
    part = name and bool(words) and clause.split()[-1][0].isupper() and len(words) > 1
    return Site(number, owner.lower(), head, noun.lower(), words, quoted, name, part, usage.following(head))


def _head(usage: Usage, number: int) -> int:
    """The number of the noun that comes after a plural, at once or after one adjective; 0 where none does."""
    lexicon, head = usage.lexicon, number
    for _ in range(2):
        low = usage.following(head)
        head += 1
        known = (lexicon.words[number].lower(), low) in usage.phrases
        if not low or low in FUNCTION_WORDS or (not known and _is_a_name(lexicon, number, head)):
            return 0
        if known or may_be_noun(low):
            return head
        if not is_adjective(low):
            return 0
    return 0


def _is_a_name(lexicon: Lexicon, number: int, head: int) -> bool:
    """Whether a word has a capital that neither the plural before it nor its own use elsewhere explains."""
    word = lexicon.words[head]
    return not word[0].islower() and not (lexicon.words[number][0].isupper() and word.lower() in lexicon.places)
