"""What an organization sets up once and changes rarely, gathered in one place."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, can


@dataclass(frozen=True, slots=True)
class Setting:
    """Where it is set, what it is called, what it is for, and who may."""

    path: str
    title: str | Promise
    text: str | Promise
    ability: str


SETTINGS = (
    Setting(
        "/organization/",
        _("About the organization"),
        _("Name, telephones, who signs, the bank: they stand on papers, reports and the page for help."),
        "organization.manage",
    ),
    Setting(
        "/organization/days/",
        _("Working days"),
        _("Days off of each year, by which the terms of answers to letters are counted."),
        "organization.manage",
    ),
    Setting(
        "/instruments/",
        _("Assessment forms"),
        _("By what families are rated: make a form or change one, try it out, publish it."),
        "practice.manage",
    ),
    Setting(
        "/process/",
        _("Processes"),
        _("How a family goes from the first signal to its result: stages, terms, decisions and who takes them."),
        "practice.manage",
    ),
    Setting(
        "/fields/",
        _("Own fields"),
        _("What your organization asks of families beside the rest: add a question, say who may see the answers."),
        "practice.manage",
    ),
    Setting(
        "/logic/",
        _("Logic models"),
        _("What you do, what should come of it, and by what it is seen: change, connect, publish."),
        "practice.manage",
    ),
    Setting(
        "/indicators/",
        _("Indicators"),
        _("What is counted of the work and its results: compose your own of a measure, change one, set targets."),
        "outcomes.read",
    ),
    Setting(
        "/attention/rules/",
        _("Who needs a look"),
        _("By which signs a family is named to its case manager and coordinator."),
        "practice.manage",
    ),
    Setting(
        "/signals/channels/",
        _("Channels of signals"),
        _("By which ways people turn to you."),
        "practice.manage",
    ),
    Setting(
        "/help/",
        _("Form for your website"),
        _("Anybody may ask for help there without an account; its address is what you put on your website."),
        "organization.manage",
    ),
    Setting(
        "/papers/templates/",
        _("Templates of letters"),
        _("Applications, contracts and consents as Word files of your own."),
        "practice.manage",
    ),
    Setting(
        "/papers/terms/",
        _("Destruction of data"),
        _("What must be destroyed after a withdrawal of consent, and the acts."),
        "data.destroy",
    ),
    Setting(
        "/departments/",
        _("Departments"),
        _("Their names and how their cases are numbered."),
        "people.manage",
    ),
    Setting(
        "/connect/all/",
        _("Tokens of programs"),
        _("Which programs read figures, in whose name, until when; any of them can be revoked."),
        "people.manage",
    ),
    Setting(
        "/roles/",
        _("Who may do what"),
        _("The table of roles and abilities, and the second factor."),
        "people.manage",
    ),
)


def settings_for(actor: Actor) -> list[Setting]:
    """What this person may set."""
    return [one for one in SETTINGS if can(actor, one.ability)]
