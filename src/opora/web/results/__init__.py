"""Pages of results: what is aimed at with a family, what was reached and lost, and the same over many families."""
