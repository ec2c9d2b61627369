"""Pages of the release desk: prepare a table, see what is hidden and why, the second word, the register."""
