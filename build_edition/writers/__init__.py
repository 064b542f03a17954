"""The writers: from a work to a form that others read.

In: a `Work`, enriched by the apparatus.  Out: text.  A writer knows nothing of rules and touches no file.
"""
