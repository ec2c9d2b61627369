"""Pages of circumstances: what changes in the life of a family, and of whom something holds now."""
