"""EPUB 3.3: the text of a work as XHTML, straight from its tree, and the book around it.

In: trees, and pieces of XHTML that others have made.  Out: strings, and the bytes of a finished book.
"""
