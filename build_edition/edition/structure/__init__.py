"""The editors' decisions about structure.

In: a `Transcript` from the rules and the records of `edition/works/ID.yml`.  Out: a `Transcript` with marks set,
unset and placed.  It comes before the decisions about words.
"""
