"""Citing: the bibliography and every reference to it in the words of a citation style.

In: a bibliography, a style (CSL), and what is cited, each with its place.  Out: HTML and plain text.  pandoc does
it, in one call for a whole edition; where pandoc is not installed, a plain form stands in, and a warning says so.
"""
