"""What a change does to an edition: the edition at a commit beside the one in the working tree.

In: an edition folder in a repository, and the name of a commit.  Out: a `Report`, and the same as Markdown for a
comment, as a page and as JSON.  Nothing is written into the repository, and what is quoted is inert.
"""
