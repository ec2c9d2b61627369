"""Pages of studies: the six steps, what was registered, what the data show of it, the log of decisions."""
