"""Who may knock at the pages of outcomes."""

from opora.web.shell.doors import Door

DOORS = {
    "evidence:outcomes": Door(ability="outcomes.read"),
    "evidence:served": Door(ability="outcomes.read"),
    "evidence:served_export": Door(ability="outcomes.export"),
    "evidence:depth": Door(ability="outcomes.read"),
    "evidence:depth_cases": Door(ability="outcomes.read"),
    "evidence:depth_export": Door(ability="outcomes.export"),
    "evidence:behind": Door(ability="outcomes.read"),
    "evidence:export": Door(ability="outcomes.export"),
}
