"""The page of the organization itself: what it is called, how it is reached, who signs, where its money is kept."""
