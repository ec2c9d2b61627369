"""Pages of outcomes: the table, the figures, the cases behind each, and the report to take away."""
