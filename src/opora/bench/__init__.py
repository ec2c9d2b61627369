"""Measures pages, the outcome table and the import in new homes; never a test, never real data."""
