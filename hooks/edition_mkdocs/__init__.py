"""What the adapter needs to know of MkDocs and its themes, and the templates that lie over a theme's."""
