"""Measuring a transcript against the true text of its work.

In: a `Transcript` and a `Truth`.  Out: figures, in plain dictionaries.
"""
