"""Pages of own fields."""
