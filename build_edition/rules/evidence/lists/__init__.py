"""What begins an item of a list, and which items make one list."""
