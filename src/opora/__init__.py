"""Opora: case work with families, and what came of it."""

__version__ = "0.9.0"
