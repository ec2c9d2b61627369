"""The organization itself: what it is called, where it is found, who signs for it and where its money is kept."""
