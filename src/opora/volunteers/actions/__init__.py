"""What is done to volunteers and donors and their hours."""

from opora.volunteers.actions.donors import keep_donor
from opora.volunteers.actions.helpers import keep_helper, read_helper, void_helper
from opora.volunteers.actions.hours import correct_hours, note_hours, void_hours

__all__ = ["correct_hours", "keep_donor", "keep_helper", "note_hours", "read_helper", "void_helper", "void_hours"]
