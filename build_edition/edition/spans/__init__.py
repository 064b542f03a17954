"""Places in a source: what a record quotes, and what stands there already.

In: words on a line, or a span.  Out: its offsets, the marks that it would cross, the interventions that it meets.
"""
