"""What a site offers to programs and to its own scripts, each file at its path."""
