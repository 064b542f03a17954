"""The apparatus as data: every change to a source, and every decision of the editors, a row each."""
