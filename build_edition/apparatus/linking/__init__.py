"""Links in a tree: from words of a passage to their place in it, and a link put about them.

In: a work with its passages.  Out: the same work with links, not a word of it changed.  Cross-references and
mentions both start from here; which words lead where is their affair.
"""

from build_edition.apparatus.linking.linker import Linker, WorkToRead

__all__ = ["Linker", "WorkToRead"]
