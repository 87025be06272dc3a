"""A file to its text, or to a page's elements: what kind it is, in which encoding, and how much of it is read."""
