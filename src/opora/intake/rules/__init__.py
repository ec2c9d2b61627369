"""Rules of intake: pure, without clock and database."""
