"""Measures pages and tables on a scratch database; never a test."""
