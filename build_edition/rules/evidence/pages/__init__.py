"""Where pages begin, which numbers they bear, and what stands at their heads and feet."""
