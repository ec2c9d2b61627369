"""Groups and events: sessions with a roster, who came, what was given to do at home."""
