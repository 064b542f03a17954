"""Where a paragraph may end, and which signs this text gives its paragraphs."""
