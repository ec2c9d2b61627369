"""Volunteers and donors: since when, for what, how many hours."""
