"""Which words the text has, how the machine misreads them, and what may be written on the proof."""
