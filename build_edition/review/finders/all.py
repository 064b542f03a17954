"""All finders, in the order in which they are heard where two find something in the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from build_edition.review.desk import Desk
from build_edition.review.finders.balance import balance
from build_edition.review.finders.calls import calls
from build_edition.review.finders.decided import decided
from build_edition.review.finders.marks import changes, marks
from build_edition.review.finders.odd_words import odd_words
from build_edition.review.finders.repeats import repeats
from build_edition.review.finders.spacing import spacing
from build_edition.review.finders.suspects import suspects
from build_edition.review.item import Found

# Those of the first group find what rules and editors have said; nothing takes its place.
SAID: tuple[Callable[[Desk], Iterator[Found]], ...] = (suspects, decided, changes, marks, calls)
SEEN: tuple[Callable[[Desk], Iterator[Found]], ...] = (repeats, spacing, odd_words, balance)
