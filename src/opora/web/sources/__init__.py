"""Pages of the source documents: where each line is made real, and what a page is there for."""
