"""Measures pages, the outcome table and the import on a scratch database; never a test, never real data."""
