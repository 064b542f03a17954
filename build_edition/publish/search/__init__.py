"""Searching: records of all that can be found, the variants under which it is, the index, and the page.

In: a `Whole`.  Out: data for two engines with one interface in `theme/js`: Pagefind's index, and one file of
records that a script can read through where Pagefind cannot run.
"""
