"""Notes that only their author and the colleagues named there may read."""
