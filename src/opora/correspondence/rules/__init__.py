"""Rules of correspondence: in which case a name stands, and what a letter out must say."""
