"""What a reminder is, when it is near, when it is late, and how it leaves the house: pure rules."""

from opora.reminders.rules.feed import Entry, calendar
from opora.reminders.rules.reminders import Reminder, far_enough, in_order, near
from opora.reminders.rules.reviews import next_review
from opora.reminders.rules.rhythm import OFF, RHYTHMS, WEEKDAYS, WEEKLY, is_letter_day, looks_until

__all__ = [
    "OFF",
    "RHYTHMS",
    "WEEKDAYS",
    "WEEKLY",
    "Entry",
    "Reminder",
    "calendar",
    "far_enough",
    "in_order",
    "is_letter_day",
    "looks_until",
    "near",
    "next_review",
]
