"""The pages of `docs/reference` that are made from the code, so that they say what it does.

In: the commands and the models of the records.  Out: Markdown; `make reference` writes it.
"""
