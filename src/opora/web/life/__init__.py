"""Pages of the life of a family: «Записать» everywhere, the list of what happened, and mending it."""
