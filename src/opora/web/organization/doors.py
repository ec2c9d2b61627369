"""The access table of this front room."""

from opora.web.shell.doors import Door

DOORS = {"organization:details": Door(ability="practice.manage")}
