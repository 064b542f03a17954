"""Which lines were set apart from the text: by their edge, their width, blank lines, or their quotation marks."""
