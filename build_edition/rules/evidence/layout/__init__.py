"""How the text stands on its pages: its kind, its measure, its left edges, its blocks."""
