"""Pages of volunteers and donors."""
