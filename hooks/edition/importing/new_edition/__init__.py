"""What is written of an article: its sections, an example of each kind of note, the other files, the report."""
