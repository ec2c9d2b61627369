"""Pages of logic models: what should come of the work and by what it is seen, as a picture and box by box."""
