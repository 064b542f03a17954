"""What the rules weigh: measures, sequences, word counts and shapes of lines, found once and asked by many."""
