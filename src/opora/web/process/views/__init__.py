"""Pages of a family's path, of the work list and of the map."""
