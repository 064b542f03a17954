"""What one line of text says by itself: its shape, and the words that announce a heading."""
