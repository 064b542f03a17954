"""What stands behind the texts of a typeset book: apparatus, glossary, bibliography, indexes."""
