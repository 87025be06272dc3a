"""What the site says to machines: feed, search, composer, pinyin, JSON-LD; a module each."""
