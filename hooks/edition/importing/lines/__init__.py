"""What a line says by its words alone, wherever it stands: a button, a day, a credit; and in which language."""
