"""The pages of the registry import: choose a file, look at what would happen, decide, see what happened."""
