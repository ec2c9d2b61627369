"""The page of the one search, which also answers as one types."""
