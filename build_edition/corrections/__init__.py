"""Corrections: from a change that somebody wants in the reading text to a record of words, proved and filed.

In: a work as it reads, and what should stand there instead.  Out: records that quote the source, the proof that
they do this and nothing else, and the file in which they stand.  Only `filing` and `digests` touch the disk.
"""
