"""Pages of the chain: a logic model with its figures, as a picture and as a list."""
