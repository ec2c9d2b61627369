"""Pages of letters: they ask and show, the room of correspondence decides."""
