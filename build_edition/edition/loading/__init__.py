"""From a YAML file to validated records.

In: a file and the model of what should be in it.  Out: frozen values and the line of each, or errors that name
file, line, field and remedy.  `record.py` is what every record of the edition extends.
"""
