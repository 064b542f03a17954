"""The editors' decisions about words.

In: a `Transcript` and the records of `edition/emendations/ID.yml`.  Out: a `Transcript` with their interventions,
doubts and slips, and a list of where they went against rules.
"""
