"""The texts of the files that begin an edition: of the whole, and of one work."""

from __future__ import annotations

from build_edition.starting.proposal import Facts

RIGHTS = "http://rightsstatements.org/vocab/CNE/1.0/"  # nobody has found out yet whose it is
_RIGHTS_SAID = "Nobody has yet established whether this text is in copyright."
_TYPES = {"book": "book", "essay": "article", "web": "online", "auto": "misc"}


def edition_record(title: str, editors: tuple[str, ...], licence: str, language: str) -> str:
    """`edition/edition.yml`."""
    named = "\n".join(f"  - {_quoted(name)}" for name in editors)
    return f"""# The edition as a whole. The manual of build-edition explains every field, under “The records”.
title: {_quoted(title)}
editors:
{named}
licence: {_quoted(licence)}  # of what the editors write; each work has its own rights
language: {_quoted(language)}
version: "0.1"
sources:  # where the texts are looked for, from this folder
  - sources
# repository: https://github.com/you/your-edition   # then readers can suggest corrections from each page
# address: https://example.org/your-edition/         # then passages have permanent addresses
"""


def work_record(facts: Facts, order: int, file: str, sha256: str) -> str:
    """`edition/works/ID.yml`."""
    return f"""id: {facts.work_id}  # it stands in addresses and citations: never change it once that is published
bib: {facts.work_id}  # its entry in bib/edition.bib
title: {_quoted(facts.short_title)}
order: {order}
layout: {facts.layout}
source:
  file: {_quoted(file)}
  sha256: {sha256}
  origin: {_quoted(facts.origin)}
rights:  # find out whose it is, then choose from rightsstatements.org or creativecommons.org
  uri: {RIGHTS}
  statement: {_quoted(_RIGHTS_SAID)}
supply: {_quoted(f"Put the file {file} into the folder `sources`; only the one with the hash above will do.")}
"""


def bibliography_entry(facts: Facts) -> str:
    """An entry of `bib/edition.bib`, with what is known."""
    fields = {"author": " and ".join(facts.authors), "title": facts.title, "date": facts.date}
    lines = [f"  {name:<6} = {{{_braced(value)}}},\n" for name, value in fields.items() if value]
    return f"@{_TYPES[facts.layout]}{{{facts.work_id},\n{''.join(lines)}}}\n"


def start_page(title: str) -> str:
    """`docs/index.md`."""
    return f"""---
title: {_quoted(title)}
kind: start
---

# {title}

<!-- part: search -->

[The works](works/index.md) lists what can be read here.

## How to cite

<!-- part: cite -->

## To take away

<!-- part: downloads -->
"""


PRINCIPLES = """# Editorial principles

The source texts are never changed. Whatever this edition does to one is a record that points into it: rules join
lines, take out running heads and find headings, notes and quotations; editors correct misprints, one record each,
with its cause. The apparatus of each work lists what they decided, and *beside the source* shows every line as it
was.

What could not be decided is marked as uncertain in the text.
"""


def readme(title: str) -> str:
    """`README.md`, for whoever works on the edition."""
    return f"""# {title}

A digital edition, made with build-edition.

```sh
build-edition add scan.txt     # put a text into it; you are asked what it is
build-edition build            # make the site, in the folder site
build-edition serve            # look at it
build-edition review           # go through the places that may be wrong
build-edition check            # what is wrong, and what to do about it
```

What people write is in `edition/`, `bib/` and `docs/`. The texts themselves are in `sources/`, which git ignores,
for they may not be yours to give away; where they may be, take that line out of `.gitignore`.
"""


GITIGNORE = """# what the build makes
/build/
/site/
/docs/works/
.*-new/
.*-old/
# source texts: may they be published?
/sources/
"""


def _quoted(words: str) -> str:
    """Words as a YAML scalar on one line."""
    escaped = " ".join(words.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _braced(words: str) -> str:
    """Words as the value of a BibTeX field: signs of LaTeX are themselves."""
    return "".join(f"\\{sign}" if sign in "&%$#_" else sign for sign in words if sign not in "{}\\")
