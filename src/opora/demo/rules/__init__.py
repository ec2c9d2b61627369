"""Inventing families and their lives: pure, the same for the same seed."""
