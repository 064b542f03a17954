"""Permanent addresses: `c/WORK/PASSAGE/` leads to a passage, `c/WORK/PASSAGE@VERSION/` tells what became of it.

They are files of the site beside the pages that MkDocs makes: thousands, and each of them small.
"""
