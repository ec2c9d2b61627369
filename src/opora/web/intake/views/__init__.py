"""Pages of intake: they ask and show, the room of intake decides."""
