"""One text set in the designs of several books and read back from each: do the rules know books, or one book."""
