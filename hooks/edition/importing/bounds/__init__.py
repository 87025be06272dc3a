"""Which chunks of a page are the article's, by where they stand and by what stands beside them."""
