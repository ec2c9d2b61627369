"""Pages of cases. A page asks one question or carries out one action of the room of cases."""
