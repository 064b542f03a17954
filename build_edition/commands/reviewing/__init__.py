"""The review at a terminal: an item drawn, a key read, a decision made; and the same without a terminal."""
