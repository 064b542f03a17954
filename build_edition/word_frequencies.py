"""How common words are in English: the lists of the package wordfreq, read once and never again.

They are part of what is installed, as code is, and no input. The package itself would load tokenisers and tables
of languages as well, which takes as long as all this.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from itertools import repeat
from pathlib import Path

import msgpack


@cache
def frequencies() -> Mapping[str, float]:
    """How often each word is used, as a share of all words.

    The file has a heading, and then the words of each step of a hundredth on a scale of logarithms.
    """
    package = find_spec("wordfreq")
    assert package is not None
    assert package.origin is not None
    with gzip.open(Path(package.origin).parent / "data" / "large_en.msgpack.gz") as file:
        _, *steps = msgpack.load(file, raw=False)
    found: dict[str, float] = {}
    for step, words in enumerate(steps):
        found.update(zip(words, repeat(10 ** (-step / 100)), strict=False))
    return found
