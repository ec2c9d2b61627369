"""Results: what is aimed at with a family or a child, what was reached, by what it is seen, and what was lost again."""
