"""Pages of stays: the board of a centre, taking a family in, its stay, rooms and beds."""
