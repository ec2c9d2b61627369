"""The views of groups."""
