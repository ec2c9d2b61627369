"""The views of this front room."""
