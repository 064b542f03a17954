"""Typst: works as the source of a typeset book.

In: a `Work` with its links, or what stands behind the texts.  Out: strings of Typst mark-up.
"""
