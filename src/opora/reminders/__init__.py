"""Reminders: what is due, for whom and when, on the screen, by e-mail and in a calendar. Never a record of its own;
each date belongs to the room that keeps it.
"""
