"""The queue of what an editor should look at next, and what becomes of his decisions.

In: the works of an edition, prepared.  Out: items, ranked by what a look at each is worth, with their evidence and
candidates; and, for each decision, a record in the folder of the edition, which can be taken back.
"""
