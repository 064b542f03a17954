"""A text page as data: what its passages say, what was changed in them, and the lines of the source behind them.

In: a work as it was prepared and one of its divisions.  Out: what `index.json` and `source.json` beside the page
hold. Offsets in a passage count code points of its `text`, which is `Passage.text`; those in the source count code
points of the decoded file.
"""
