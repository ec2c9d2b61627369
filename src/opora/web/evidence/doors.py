"""Who may knock at the pages of outcomes."""

from opora.web.shell.doors import Door

DOORS = {
    "evidence:outcomes": Door(ability="outcomes.read").only_shown,
    "evidence:served": Door(ability="outcomes.read").only_shown,
    "evidence:served_export": Door(ability="outcomes.export").only_shown,
    "evidence:depth": Door(ability="outcomes.read").only_shown,
    "evidence:depth_cases": Door(ability="outcomes.read").only_shown,
    "evidence:depth_export": Door(ability="outcomes.export").only_shown,
    "evidence:behind": Door(ability="outcomes.read").only_shown,
    "evidence:export": Door(ability="outcomes.export").only_shown,
}
