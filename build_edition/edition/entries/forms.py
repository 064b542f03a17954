"""Forms: the words that stand for an entry in a text, and the ways in which a text may write them.

A form with a capital letter stands only with these capitals, or all in capitals where it has five letters or
more; a form in small letters may also begin with a capital.  `case: exact` allows neither.  Apostrophes and
quotation marks may be straight or curly, hyphens of either kind, and any white space parts two words.
"""

from __future__ import annotations

# each sign for one, so that offsets stay
_SIGNS = str.maketrans(
    {**dict.fromkeys("’‘ʼ", "'"), **dict.fromkeys("“”", '"'), **dict.fromkeys("\u2010\u2011", "-")}
)
SHORTEST_IN_CAPITALS = 5  # letters: a shorter word in capitals may be an abbreviation


def plain_form(text: str) -> str:
    """Words as they are compared: one kind of each sign, single spaces."""
    return plain_signs(" ".join(text.split()))


def plain_signs(text: str) -> str:
    """The text, as long as before, with one kind of apostrophe, quotation mark and hyphen."""
    return text.translate(_SIGNS)


def written_as(form: str, exact: bool = False) -> tuple[str, ...]:
    """What a text may have for `form`, itself first; in plain form."""
    plain = plain_form(form)
    if exact:
        return (plain,)
    if plain == plain.lower():
        return tuple(dict.fromkeys((plain, plain[:1].upper() + plain[1:])))
    letters = sum(1 for sign in plain if sign.isalpha())
    capitals = plain.upper()
    return tuple(dict.fromkeys((plain, capitals))) if letters >= SHORTEST_IN_CAPITALS else (plain,)
