"""The map of the argument: which text speaks of which, counted, drawn and listed."""
