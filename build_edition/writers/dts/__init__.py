"""The works by the Distributed Text Services API, version 1.0 (https://dtsapi.org/versions/v1.0), as files.

A server of files reads no parameters, so they stand in the paths, as the specification has it for static sites.
This is a server of level 0: it knows no `start` and `end`. Of passages, below which nothing stands, it knows no
`down`.

In: a `Whole`.  Out: paths, from the root of a site, and texts.
"""
