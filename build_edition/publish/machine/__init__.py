"""What other programs read: the texts as data, with the addresses that the site gives them, and a guide."""
