"""Pages of assessment forms."""
