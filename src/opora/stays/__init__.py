"""Stays: places, rooms and beds of the crisis centre, and the families who live there for a while."""
