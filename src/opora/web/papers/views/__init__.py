"""Pages of papers: they ask and show, the room of papers decides."""
