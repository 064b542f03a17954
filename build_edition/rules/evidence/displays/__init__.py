"""Which lines were set apart from the text: by their edge, their width, or their quotation marks."""
