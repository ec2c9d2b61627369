"""Who may knock at today: everybody who is signed in, and at what is nobody's those who lead."""

from opora.web.shell.doors import Door

DOORS = {
    "today:today": Door(),
    "today:unfinished": Door(),
    "today:throw_away": Door(),
    "today:week": Door(ability="intake.work"),
    "today:day": Door(ability="intake.work"),
    "today:nobodys": Door(ability="case.read"),
}
