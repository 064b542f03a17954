"""How far a text has been proofread, by section and printed page.

In: the tree of a work and the steps of `edition/status/ID.yml`.  Out: in what state each stretch of the text is
now, what is wrong with the history, and which part most needs somebody.  `recording` alone touches the disk.
"""
