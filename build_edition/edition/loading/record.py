"""What every record is: a model without unknown keys, made of the same few kinds of text."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[^\n\r]*$"),
    Field(description="words on one line"),
]
Prose = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), Field(description="a sentence or more")
]


def _day(given: Any) -> Any:
    if isinstance(given, date):
        return given
    if not isinstance(given, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", given):
        raise ValueError("is no day; write the year, the month and the day, as in 2026-03-31")
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise ValueError("is a day that no calendar has; look at its month and day") from None


Day = Annotated[date, BeforeValidator(_day), Field(description="a day, such as 2026-03-31")]
Language = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"),
    Field(description="a BCP 47 language tag, such as en-GB"),
]
# It stands in addresses and in citations, so it never changes.
WorkId = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60),
    Field(description="small letters, digits and single hyphens, such as smith-1960"),
]
# A colon or a dot in a key would be lost on the way to a citation.
BibKey = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9_-]+$"),
    Field(description="the key of an entry of the bibliography: letters, digits, hyphens, underscores"),
]


class Record(BaseModel):
    """What all records share: no unknown keys, and never altered once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)
