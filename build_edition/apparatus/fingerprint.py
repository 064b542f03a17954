"""What is kept of a passage's text where the text itself may not be kept.

A digest tells whether it is the same to the letter; a signature whether it is the same text with corrections.
The signature is a SimHash (Charikar, "Similarity Estimation Techniques from Rounding Algorithms", STOC 2002)
over the triples of letters: texts that share most of them differ in few of its 64 bits, texts that have nothing
in common in about 32.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from functools import lru_cache

BITS = 64
COUNTER = 40  # bits that hold how often a bit is set in the hashes of a text's triples
OTHER = 24  # bits in which two signatures differ, from which on they are of different texts


def digest(text: str) -> str:
    """Twelve hexadecimal digits of the SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def signature(text: str) -> int:
    """The SimHash of a text's letters and figures, case, accents and spaces apart."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in plain if c.isalnum())
    triples = Counter(letters[k : k + 3] for k in range(max(len(letters) - 2, 1)))
    ones = sum(_counters(triple) * times for triple, times in triples.items())
    half = triples.total() / 2
    return sum(1 << bit for bit in range(BITS) if ones >> bit * COUNTER & (1 << COUNTER) - 1 > half)


@lru_cache(maxsize=50_000)
def _counters(triple: str) -> int:
    """The bits of a triple's hash, each as a counter of its own in one number, so that all are counted at once."""
    hashed = int.from_bytes(hashlib.blake2b(triple.encode("utf-8", "replace"), digest_size=8).digest(), "big")
    return sum(1 << bit * COUNTER for bit in range(BITS) if hashed >> bit & 1)


def are_of_one_text(one: int, other: int) -> bool:
    """Whether two signatures are of the same text, corrected perhaps."""
    return (one ^ other).bit_count() < OTHER
