"""The index of Pagefind, by which the hosted site is searched.

Pagefind indexes a record's words and what is called its metadata, and shows both; only the address it leaves
alone.  So a record has no metadata: its address is JSON that says all a result shows.  After its text stands what
is found and not shown: the signs of the entries that it names, and words as `words.fold` has them.  Pagefind parts
words at white space alone and glues what a hyphen parts; so a sign and a space are set where a word ends, and a
sign instead of the space before what is no word.  Its language is given as unknown, for it would else cut endings
off.  Its filters are not used, since they come out in another order each time: `data/search.json` tells the same.
"""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Mapping
from pathlib import Path

from build_edition.publish.search.pagefind_service import PagefindError, running
from build_edition.publish.search.records import SearchRecord, search_records
from build_edition.publish.search.variants import signs
from build_edition.publish.search.words import WORD, fold, unaccented
from build_edition.whole import Whole

FOLDER = "pagefind"
# Noncharacters, which no text has and Pagefind takes for no letters.
PART = "\ufdd2 "  # where one word ends and white space does not follow
JOINT = "\ufdd0"  # stands for the space before what is no word
END = "\ufdd1"  # where the text ends and what is not shown begins
ANY = "zqqz"  # in every record: by it all are asked for in their order, and one without words is not left out
NEEDED = ("pagefind.js", "pagefind-entry.json", "*.pf_meta", "wasm.*", "index", "fragment")
_SLOW = "the site is searched without its index, which is slow"
_LONE = re.compile(r"(?<=\S) (?=[^\w\s]+(?: |$))")


def is_there() -> bool:
    """Whether Pagefind can be run."""
    return all(importlib.util.find_spec(name) for name in ("pagefind", "pagefind_bin"))


def write_index(site: Path, whole: Whole) -> tuple[str, ...]:
    """Write the index into the folder of a site; gives back a warning where that cannot be done."""
    if not is_there():
        return (f"Pagefind is not installed, so {_SLOW}. To have it: pip install 'pagefind[bin]'",)
    folder = site / FOLDER
    try:
        _index(folder, whole)
    except (OSError, PagefindError) as error:
        return (f"Pagefind failed ({' '.join(str(error).split()) or type(error).__name__}), so {_SLOW}",)
    _prune(folder)
    return ()


def content(record: SearchRecord, sign: Mapping[str, str]) -> str:
    """A record's text as Pagefind is given it, with what is found and not shown behind it."""
    found = WORD.findall(record.text)
    hidden = [fold(word) for word in found if fold(word) != unaccented(word, "NFD")]
    hidden += [sign[entry] for entry in record.entries]
    return " ".join([spaced(record.text), END, ANY, *filter(None, hidden)])


def spaced(text: str) -> str:
    """A text whose words are parted by white space, and nothing else is; `shown` takes it back."""
    parted = []
    at = 0
    for word in WORD.finditer(text):
        between = text[at : word.start()]
        parted += [between, "" if not at or " " in between else PART, word[0]]
        at = word.end()
    return _LONE.sub(JOINT, "".join([*parted, text[at:]]))


def shown(text: str) -> str:
    """A text of the index as a reader sees it; `theme/js/search/engine-pagefind.js` does the same."""
    return text.partition(END)[0].replace(PART, "").replace(JOINT, " ").strip()


def _index(folder: Path, whole: Whole) -> None:
    """Have all records indexed, one after another, so that the same records give the same files."""
    sign = signs(whole)
    with running() as service:
        for k, record in enumerate(search_records(whole)):
            service.add(
                url=json.dumps(record.shown | {"n": k}, ensure_ascii=False, separators=(",", ":")),
                content=content(record, sign),
                order=f"{k:08}",
            )
        service.write(folder)


def _prune(folder: Path) -> None:
    """Take away what our own page does not use: Pagefind's pages and their styles."""
    kept = {path for pattern in NEEDED for path in folder.glob(pattern)}
    for path in folder.iterdir():
        if path not in kept and path.is_file():
            path.unlink()
