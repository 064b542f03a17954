"""What each command does: reading at the top, the pipeline between, printing at the bottom."""
