"""The access table of this front room: the documents hold no family."""

from opora.web.shell.doors import Door

DOORS = {"sources:all": Door().only_shown, "sources:page": Door().only_shown}
