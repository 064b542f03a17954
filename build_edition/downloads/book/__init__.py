"""What an EPUB is made of: its cover, title page and colophon, texts, headnotes, entries and links."""
