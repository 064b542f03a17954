"""The editorial layer: what the editors know and decide, read from the files of an edition folder.

In: YAML records, the bibliography, the ledgers, and the search path of sources.  Out: validated, frozen values,
all in a `Project`; and a `Transcript` with what the editors decided about its structure, then about its words.

The modules here each read one thing of the folder, and `project.py` all of it.  Below them are subpackages by
subject, in the order `loading`, `spans`, `structure`, `words`, `entries`; each imports only from itself and from
those before it.
"""
