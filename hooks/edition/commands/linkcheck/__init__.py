"""What `edition links` does: polite requests, what their answers mean, a cache, a report."""
