"""Finders: each looks at one work for one sort of thing that an editor should see, and says how likely it is
wrong.

In: a `Desk`.  Out: what was `Found`.  None of them changes anything.
"""
