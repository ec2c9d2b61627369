"""Indicators: each measure defined once, counted from records, with its numerator, its denominator and its cases."""
