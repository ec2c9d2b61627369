"""Writing about reminders: choices, addresses of calendars, letters. One file per subject."""

from opora.reminders.actions.calendars import make_calendar, note_reading, revoke_calendar
from opora.reminders.actions.choosing import choose
from opora.reminders.actions.letters import Sent, send_letters

__all__ = ["Sent", "choose", "make_calendar", "note_reading", "revoke_calendar", "send_letters"]
