"""Logic models: what an organization does, what should come of it, and by what that is seen; published for good."""
