"""Everything that is done from the life of a family; the rooms that hold the records do the writing."""

from opora.life.actions.mending import may_be_mended, mend, void
from opora.life.actions.naming import call_families
from opora.life.actions.reading import people_at, read_life
from opora.life.actions.recording import Recorded, record

__all__ = ["Recorded", "call_families", "may_be_mended", "mend", "people_at", "read_life", "record", "void"]
