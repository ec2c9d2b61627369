"""Who may read the catalogue: anybody who works here."""

from opora.web.shell.doors import Door

DOORS = {"catalogue:list": Door().only_shown}
