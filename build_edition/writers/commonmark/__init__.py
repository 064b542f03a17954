"""A work as Markdown that stands alone: CommonMark with footnotes and tables, for any editor and any converter.

In: an enriched `Work`.  Out: a string.  The Markdown of the site, with its attributes, is of `writers/markdown`.
"""
