"""Indicators: each measure defined once, counted from records, with its numerator, its denominator and its cases."""

FILE = "indicators.toml"
"""How the indicators of a practice folder are called."""
