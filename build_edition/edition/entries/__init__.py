"""What the edition knows and the texts name: the glossary, the registers, and whose a shared form is.

In: `edition/glossary.yml` and `edition/registers/*.yml`.  Out: `EntryFiles`, whose parts agree with each other,
with the bibliography and with the works.  Where the texts name an entry is found elsewhere (`apparatus.mentions`).
"""
