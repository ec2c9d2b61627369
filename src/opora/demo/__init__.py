"""Invented families for trying the product out and for measuring it. None of them is anybody's story."""
