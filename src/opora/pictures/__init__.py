"""Drawings as SVG: pure functions from figures to text."""
