"""Which lines are headings, where they end, and on what level they stand."""
