"""Capture: what a person changed in the pages of `docs/works`, as records of the edition.

In: the page as the build makes it and as it stands on the disk.  Out: records about words and about structure,
proved to make the one of the other.  Only `keeping` and `filing` touch the disk.
"""
