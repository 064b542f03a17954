"""The edition's pictures, drawn as SVG when the site is built: the timeline, and the map of the argument.

In: a `Whole`.  Out: HTML for a page.  Colours come from style sheets, so that a picture is as dark as its page.
"""
