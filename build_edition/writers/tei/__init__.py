"""A work as TEI P5: a header that says what it is and how it was made, and a text with every word of the reading.

In: an `EditionWork` with its tree.  Out: an element tree, and that as text.
"""
