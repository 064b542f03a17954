"""What machines read in the head of a page: of what work it is, and in which edition.

In: a page's text and the records of its work.  Out: names and values, which `theme/head.html` writes as tags.
"""
