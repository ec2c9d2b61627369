"""The access table of this front room."""

from opora.web.shell.doors import Door

DOORS = {
    "journal:entries": Door(ability="journal.read"),
    "journal:check": Door(ability="journal.read"),
    # Whoever works with a family may know who else looked at it.
    "journal:family": Door(ability="case.read", relation=True),
}
