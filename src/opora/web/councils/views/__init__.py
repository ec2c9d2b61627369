"""Pages of votes and councils."""
