"""The pages of the glossary and the registers: what the edition knows, and where the works name it.

In: a `Whole`.  Out: pages of HTML inside Markdown, each entry with its id as anchor.
"""
