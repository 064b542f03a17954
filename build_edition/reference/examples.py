"""The examples of the reference pages: a work about Velm, a country that does not exist."""

EDITION = """
title: Three Texts on the Waters of Velm
editors: [Ann Editor, Ben Editor]
licence: CC-BY-4.0
language: en-GB
version: "1.0"
sources: [sources]
citations: chicago-author-date
repository: https://codeberg.org/velm/texts            # pages hand over there what readers correct
branch: main
contact: editors@velm.example
"""

WORK = """
id: level-water-1987
bib: level-water-1987
title: "Pennifold, Level Water"
order: 1
layout: book
source:
  file: level-water.txt
  sha256: ad894a23864aba7af7638988bbdc452c65d51f0ea8737fdfb3557708be6f74d7
  origin: Extracted from a PDF of the printed book, with its lines as they stand on the page.
rights:
  uri: https://creativecommons.org/licenses/by/4.0/
  statement: Free to share and adapt with attribution.
supply: It comes with the program.
structure:
  - set: quote                                        # the words from … to … are a displayed quotation
    from: {line: 212, read: "Let no lock"}
    to: {line: 215, read: "the lower pound."}
    by: Ann Editor
  - unset: head                                       # what begins on this line is no heading
    line: 340
    by: Ben Editor
    note: A line of a letter, set in capitals.
  - call: "7"                                         # a lost note call stood after these words
    line: 402
    after: "by the pole."
    cert: low
    by: Ann Editor
"""

LINES = """
source ad894a23864aba7af7638988bbdc452c65d51f0ea8737fdfb3557708be6f74d7
lines 751
1: 7c7b 7c91 ebaf 05e0 63cc e76c b73d 3f85 a4e9 a1c4 4ec2 8c96 1517 b2b3 ed8f 6e0b
17: 192b 4b8d bb54 48da 27f7 a0a0 2ae2 4b7b 4e6b 7d29 c422 f33b 2110 e0a4 25bf eab6
"""

EMENDATIONS = """
- line: 84                  # read otherwise
  read: Ihave
  as: I have
  cause: spacing
  by: Ann Editor
  on: 2031-03-09
  seen: "9f3a"
- line: 41                  # a conjecture
  read: 3-5 feet
  as: 3·5 feet
  cause: character
  cert: low
  by: Ann Editor
  note: A barge does not draw a range.
- line: 17                  # a doubt: the text stays
  read: 2-5 inches
  perhaps: 2·5 inches
  cause: character
  by: Ben Editor
- line: 25                  # the source stands, against a rule
  read: pellars
  stet: true
  by: Ben Editor
- line: 78                  # a slip of the author's: it stands
  read: sixty-five
  cause: slip
  by: Ann Editor
  note: The table gives seventy-eight.
"""

REVIEW = """
- line: 212
  read: "weirward"
  kind: odd-word
  by: Ann Editor
  on: 2026-03-31
  note: The author’s own word.
  seen: "9f3a"
"""

LEDGER = """
source ad894a23864aba7af7638988bbdc452c65d51f0ea8737fdfb3557708be6f74d7
1.1\t2104-2671\t9f2c41d07ab3\t0c5e91a2f7d46b38\t1.0
1.2\t2673-3018\t41be07d9c2f6\t8a13e0574cf92d61\t1.0
"""

RECENSION = """
source ad894a23864aba7af7638988bbdc452c65d51f0ea8737fdfb3557708be6f74d7
version 1.0
1.1\t2104-2671\t9f2c41d07ab3\t2160-2161:\t2208-2209:z
version 1.1
1.1\t2104-2671\t5d3b8ce1f094\t2160-2161:\t2208-2209:z\t2391-2392:é
1.2\tin 1.1
"""

GLOSSARY = """
- id: pellar
  headword: pellar
  forms: [pellar, pellars]
  definition: A keeper of a lock, who works its gates and is answerable for the water above it.
  see_also: [hask]
  sources: [{bib: level-water-1987, locator: ch. 1}]
  own_entries: [level-water-1987/glossary.4]
"""

REGISTER = """
- id: rhode
  name: Rhode, Casper
  display: Casper Rhode
  forms: [Casper Rhode, Rhode]
  identification: Schoolmaster of Upper Lode and historian of the canal cooperatives.
  dates: died 1934
  sources: [{bib: level-water-1987}]
"""

DECISIONS = """
- {form: Bureau, is: technical-bureau}                                  # everywhere
- {form: Bureau, is: harbour-bureau, work: under-the-line-1989}         # in one work
- {form: Bureau, is: none, work: under-the-line-1989, line: 84}         # on one line of its source
"""

CROSSREFS = """
- work: under-the-line-1989
  line: 94
  read: chapter four
  to: level-water-1987/4
- work: under-the-line-1989
  line: 106
  read: table 3.1
  to_work: level-water-1987
  to_line: 435
- work: under-the-line-1989
  line: 120
  read: Rhode’s pamphlet
  to: bib:rhode-1912
  locator: p. 5
"""

STATUS = """
- section: "3"
  state: proofread
  by: Ann Editor
  on: 2026-03-02
  text: 9f2c41d07ab3          # written by `build-edition status set`
- page: "41"
  state: problematic
  by: Ben Editor
  on: 2026-03-09
  note: The table is cut off in the scan.
- section: "3"
  state: proofread
  by: Ann Editor
  on: 2026-03-20
  text: 5d3b8ce1f094
- section: "3"
  state: validated
  by: Ben Editor
  on: 2026-03-31
  text: 5d3b8ce1f094
"""

IGNORES = """
- code: call-lost
  work: level-water-1987
  what: "note 12 *"
  reason: The call stood on a line that the scan has lost; no place is better than another.
  by: Ann Editor
- code: bib-unused
  file: bib/edition.bib
  what: "*"
  reason: The introduction, which will cite them, is being written.
  by: Ben Editor
  until: 2027-01-31
"""

CONTRIBUTORS = """
- name: Ann Editor
  also: [ann-e, A. Editor]
  orcid: 0000-0002-1825-0097
  link: https://example.org/ann
  role: textual editor
- name: two readings compared
  kind: process
  also: [both readings]
"""

HEADNOTE = """
Dunn answers two writers at once, and says so in [her first paragraph](passage:under-the-line-1989/1).
She takes her figures from poles and theirs from lines [@level-water-1987, ch. 3].
"""

BIBLIOGRAPHY = """
@book{level-water-1987,
  author    = {Pennifold, Harriet},
  title     = {Level Water},
  subtitle  = {The Canal Cooperatives of {Velm}, 1908–1934},
  publisher = {Saltmarsh University Press},
  location  = {Saltmarsh},
  date      = {1987},
}
"""
