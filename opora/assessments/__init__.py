"""Filled-in forms of a case: entry, reviews, exit, follow-up, their frozen scores. Never invents a figure."""
