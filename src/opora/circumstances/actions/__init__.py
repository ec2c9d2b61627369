"""The only way something recorded of a life changes: check, change, journal, in one transaction."""

from opora.circumstances.actions.reading import read_circumstances
from opora.circumstances.actions.recording import Changed, correct_change, record_change, void_change

__all__ = ["Changed", "correct_change", "read_circumstances", "record_change", "void_change"]
