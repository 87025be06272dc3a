"""What is known of an article, and the lines that say it: title, authors, source, day; each with where it was found."""
