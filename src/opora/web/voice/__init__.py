"""Pages of the voice of the organization: what it published, its channels and their followers."""
