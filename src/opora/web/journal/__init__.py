"""Pages of the journal: what was done and seen, by whom, and whether every line is still as it was written."""
