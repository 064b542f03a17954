"""Publishing: from the works of an edition to a site that can be read, served and printed.

In: a `Project` and its works.  Out: files.  This is where the disk is written and MkDocs is run.
"""
