"""What editors write by hand: pages, headnotes, the parts and citations in them."""
