"""Plain words for the table of abilities: what each ability means to somebody who never saw the code."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.access.rules import Role, Scope

ABILITY_WORDS: dict[str, Any] = {
    "case.read": _("Open case files"),
    "identity.read": _("See names, dates of birth and contacts"),
    "case.open": _("Open a new case"),
    "case.change": _("Change a case, its team, close it and open it again"),
    "assessment.write": _("Fill in assessments"),
    "assessment.approve": _("Approve assessments"),
    "intake.work": _("Take in signals and walk families along their path"),
    "council.vote": _("Vote and take part in councils"),
    "plan.write": _("Write the family’s plan"),
    "task.do": _("Do tasks of plans"),
    "help.read": _("Read what families receive"),
    "help.record": _("Record what families receive"),
    "goods.read": _("See what lies in the warehouse"),
    "goods.hand_out": _("Hand out what is put aside for families, by their codes"),
    "goods.manage": _("Keep the warehouse: receive, count, write off, hand out"),
    "health.read": _("Read what is known of the family’s health"),
    "partners.read": _("Look into the directory of partners"),
    "partners.change": _("Keep the directory of partners"),
    "stays.read": _("See who lives in the crisis centre"),
    "stays.manage": _("Keep rooms and beds, decide on longer stays"),
    "notes.read": _("Write and read confidential notes of one’s own, and those one was named for"),
    "notes.hand_on": _("Hand the confidential notes of colleagues who left on to others, unread"),
    "letters.sign": _("Approve letters to offices"),
    "process.override": _("Move a family outside the process, with a reason"),
    "data.destroy": _("Destroy data after a withdrawal of consent"),
    "outcomes.read": _("See the outcome table and the statistics"),
    "outcomes.export": _("Download tables and reports"),
    "release.prepare": _("Prepare tables for everybody to read"),
    "release.confirm": _("Give the second word on such a table"),
    "registry.import": _("Import the registry workbook"),
    "people.manage": _("Invite people, give roles, keep departments"),
    "journal.read": _("Read the journal"),
    "practice.manage": _("Change and publish the method: forms, processes, models, indicators, own fields"),
    "organization.manage": _("Keep the details of the organization, its days off and the limits of publication"),
}

SCOPE_WORDS: dict[Scope, Any] = {
    Scope.NONE: pgettext_lazy("ability", "no"),
    Scope.TEAM: pgettext_lazy("ability", "own cases"),
    Scope.DEPARTMENT: pgettext_lazy("ability", "own department"),
    Scope.ALL: pgettext_lazy("ability", "everything"),
}

# Abilities that do not speak of cases know no reach: one has them or has them not.
WITHOUT_REACH = frozenset(
    {
        "people.manage",
        "journal.read",
        "practice.manage",
        "organization.manage",
        "goods.read",
        "goods.manage",
        "goods.hand_out",
        "partners.read",
        "partners.change",
        "notes.read",
        "notes.hand_on",
        "stays.read",
        "stays.manage",
        "process.override",
        "release.prepare",
        "release.confirm",
        "data.destroy",
    }
)

ROLE_HINTS: dict[str, Any] = {
    Role.ADMINISTRATOR: _("Keeps accounts and the installation; sees no family."),
    Role.HEAD: _("Answers for everything and sees everything."),
    Role.COORDINATOR: _("Leads a department: sees its cases, approves assessments."),
    Role.CASE_MANAGER: _("Works with families: opens cases and leads those of the own team."),
    Role.SPECIALIST: _("Works in the teams of cases and fills in assessments."),
    Role.PSYCHOLOGIST: _("Works in the teams of cases and fills in assessments."),
    Role.METHODOLOGIST: _("Writes the method and sees by codes and figures what comes of it; never a name."),
    Role.ANALYST: _("Sees codes and figures of all cases, never a name."),
    Role.VOLUNTEER: _("Helps out; sees no case files."),
    Role.WAREHOUSE: _("Receives, counts and hands out goods; sees no case files."),
}
