"""How an edition begins: an empty folder of one, and a text put into it with a record of what it is.

In: a file that nobody has said anything about.  Out: a proposal of its record, each fact with the place where it
was found, for a person to confirm; and the files of an edition that builds.
"""
