"""The edition as tables of a relational database: their columns, and the rows that fill them.

In: a `Whole`.  Out: SQL and values; `downloads/database.py` makes the file.
"""
