"""What floats in the text or stands in columns: tables, and the keys of figures."""
