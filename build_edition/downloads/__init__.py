"""What a reader takes away: the formats, and the making of their files.

In: a `Whole`.  Out: files in a folder.  Each format is a module with one `FORMAT`; `formats` lists them.
"""
