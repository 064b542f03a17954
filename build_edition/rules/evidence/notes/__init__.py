"""Notes at the foot of pages or in sections of their own, and the calls that they answer to."""
