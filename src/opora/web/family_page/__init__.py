"""The page of a family: its whole work on one page, reached by its case or by its path."""
