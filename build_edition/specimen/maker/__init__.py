"""Making the specimen: masters in; typeset pages, sources read back from them, and truth out."""
