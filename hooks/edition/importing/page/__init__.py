"""A page's elements to chunks, the stretches of words between two borders of blocks, and chunks to blocks."""
