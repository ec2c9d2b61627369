"""Who may knock: programs by a token, people signed in; by the same abilities as the pages."""

from opora.web.shell.doors import Door

_READ = Door(ability="outcomes.read", token=True)

DOORS = {
    # Each list in it is behind its own door.
    "api:everything": Door().only_shown,
    "api:connect": Door(ability="outcomes.read").only_shown,
    "api:make": Door(ability="outcomes.read"),
    "api:all": Door(ability="people.manage").only_shown,
    "api:revoke": Door(),
    "api:describe": _READ,
    "api:programs": _READ,
    "api:indicators": _READ,
    "api:indicator": _READ,
    "api:outcomes": _READ,
    "api:outcome_cases": Door(ability="outcomes.export", token=True),
    "api:services": _READ,
    # As the map of the process.
    "api:pathways": Door(ability="intake.work", token=True),
    "api:results": _READ,
    "api:releases": _READ,
}
