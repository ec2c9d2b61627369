"""Stays: the crisis centre, its rooms and beds, and the families who live there from a day to a day.

How long a family lives in a centre is kept by its case (``cases.Stay``); here stands where it sleeps, with whom, and
what is agreed about its coming and its leaving. A night belongs to the day on which it begins.
"""
