"""Lost tails: points that were commas where something else than two words tells it, in a text that misreads them.

Serves the rule of stray stops, beside `stops`.  A closing bracket or a number before a small letter, a word or two
that only lead into a sentence, a phrase without a verb before “I”, and a word of saying before what is said have a
comma, if anything, where the machine shows a point.

    However. the weavers stayed ; as he argued. “The mill …   ->  However, the … ; as he argued, “The …
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from build_edition.rules.evidence.words.commas import kinds
from build_edition.rules.evidence.words.stops import ABBREVIATED

_CLOSED = re.compile(r"(?<=[a-z0-9][)\]”])\.(?= ([a-z]{2,})\b)")
_ABOUT_QUOTATION = re.compile(r"(?<=[a-z])\.(?=” [a-z])|(?<=[a-z”])\.(?= “[a-z])")
_NUMBER = re.compile(r"(?<=[a-z,] )(?:[A-Z]\.)?\d[\d.]*\.(?= ([a-z]{2,})\b)")
_LEADING = re.compile(
    r"""(?:(?<=[.?!]\ )|(?<=[.?!]”\ )|(?<=\n)|(?<=\())
    (?:[Ff]or\ (?:example|instance)|[Ii]n\ (?:fact|effect|short|addition|contrast|conclusion|general|other\ words
    |particular|practice|reality|theory|turn)|As\ such|Of\ course|So|Thus|Hence|Again|Moreover|However|Furthermore
    |Therefore|Indeed|Instead|Likewise|Nevertheless|Nonetheless|Besides|Meanwhile|Otherwise|Still|Lastly|Finally
    |Clearly|Consequently|Firstly|Secondly|Thirdly|Similarly|Accordingly|Subsequently|Ultimately|Usually|Naturally
    |Obviously|Unfortunately|Fortunately|Interestingly|Surprisingly|Ironically|Significantly|Sadly)
    \.(?=\ [A-Za-z“‘])""",
    re.VERBOSE,
)
_SAYING = re.compile(
    r"\b(?:argu(?:ed|es)|sa(?:id|ys)|wr(?:ote|ites)|not(?:ed|es)|stat(?:ed|es)|puts? it|observ(?:ed|es)"
    r"|add(?:ed|s)|repl(?:ied|ies)|explain(?:ed|s)|declar(?:ed|es)|remark(?:ed|s)|insist(?:ed|s)|conclud(?:ed|es))"
    r"\.(?= [“‘])"
)

# A phrase without a verb, and the pronoun that has a capital wherever it stands, or what a machine makes of it.
_PHRASE = re.compile(
    r"""(?:(?<=[.?!,;:—]\ )|(?<=[.?!]”\ )|(?<=[\n“]))
    (?:[A-Z][a-z]+ly|Also|Yet|Then|Now|Here|There|Once(?:\ more)?
    |(?:[Aa]t|[Ii]n|[Ff]or|[Bb]y|[Oo]n|[Ff]rom|[Aa]fter|[Dd]uring|[Aa]bout|[Ww]ith|[Ww]ithout|[Tt]hrough|[Bb]efore
    |[Ww]ithin|[Uu]nder|[Tt]o)(?P<words>(?:\ [a-z]+){1,4}))
    \.(?=\ (?:[IT|]\ |\[\ ?)[a-z])""",
    re.VERBOSE,
)
_OF_CLAUSES = kinds("aux", "pro")


def lost_tails(text: str) -> Iterator[int]:
    """Where such a point stands.

    Only of a text in which points before small letters are misread.
    """
    for match in chain(_CLOSED.finditer(text), _NUMBER.finditer(text)):
        if match[match.lastindex or 0] not in ABBREVIATED:
            yield match.end() - 1
    for match in _PHRASE.finditer(text):
        if not _OF_CLAUSES & set((match["words"] or "").split()):
            yield match.end() - 1
    for match in chain(_LEADING.finditer(text), _SAYING.finditer(text), _ABOUT_QUOTATION.finditer(text)):
        yield match.end() - 1
