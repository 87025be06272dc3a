"""What the site says to machines: feed, search, composer, words, JSON-LD; a module each."""
