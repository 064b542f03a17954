"""The editorial layer: what the editors know and decide, read from the files of an edition folder.

In: YAML records, the bibliography, and the search path of sources.  Out: validated, frozen values, and a
`Transcript` with the editors' emendations applied.
"""
