"""Who may do what with a case, and the sentences for everything that may not happen to it."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Part, reaches
from opora.cases.models import Case
from opora.cases.rules.lifecycle import Problem
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.common.seen import check_seen

# Where a sentence stands on a form: the field it speaks of, "" for the whole.
_FIELDS = {
    Problem.BEFORE_OPENING: "on",
    Problem.BEFORE_REOPENING: "on",
    Problem.BEFORE_CLOSING: "on",
    Problem.BEFORE_STAY: "on",
    Problem.BEFORE_TEAM: "on",
    Problem.BEFORE_EXIT: "on",
    Problem.STAYS_OVERLAP: "on",
    Problem.PLACEMENT_MISSING: "placements",
    Problem.UNKNOWN_REASON: "reason",
    Problem.SUMMARY_MISSING: "summary",
    Problem.SAME_PERSON: "to_user_id",
    Problem.ALREADY_MEMBER: "user_id",
    Problem.NO_CHILD: "child_ids",
    Problem.NOT_LONGER: "until",
    Problem.PLANNED_BEFORE_START: "planned_until",
    Problem.NOT_OF_AGE: "reason",
    Problem.UNKNOWN_NO_EXIT: "no_exit",
    Problem.UNKNOWN_RESULT: "result",
    Problem.FAMILY_STATE_MISSING: "family_state",
    Problem.CHILD_STATE_MISSING: "children",
}
SENTENCES = {
    Problem.ALREADY_CLOSED: _("The case is already closed: somebody did it before you. Nothing was changed."),
    Problem.ALREADY_OPEN: _("The case is open already. Nothing was changed."),
    Problem.BEFORE_OPENING: _("This day is earlier than the day the case was opened. Check the date."),
    Problem.BEFORE_REOPENING: _("This day is earlier than the day the case was re-opened. Check the date."),
    Problem.BEFORE_CLOSING: _("This day is earlier than the day the case was closed. Check the date."),
    Problem.BEFORE_STAY: _("This day is earlier than the day the family moved in. Check the date."),
    Problem.BEFORE_TEAM: _("On this day somebody else still had this part in the team. Choose a later day."),
    Problem.NO_CHILD: _("Name at least one child: a case is opened for the sake of a child."),
    Problem.PLACEMENT_MISSING: _("Say for each child where it lives now; “not known” is an answer too."),
    Problem.UNKNOWN_REASON: _("Choose a reason from the list."),
    Problem.SUMMARY_MISSING: _("Write a few words about how the work ended."),
    Problem.SAME_PERSON: _("This person is the case manager already. Choose somebody else."),
    Problem.ALREADY_MEMBER: _("This person is in the team already."),
    Problem.NO_CASE_MANAGER: _("A case is never without a case manager: hand it over to somebody instead."),
    Problem.STAY_GOES_ON: _("The family lives in the centre already. Record that it moved out first."),
    Problem.NO_STAY: _("The family does not live in the centre at present. Nothing was changed."),
    Problem.NOT_LONGER: _("The new date must be later than the present end of the stay."),
    Problem.PLANNED_BEFORE_START: _("The agreed end is earlier than the day of moving in."),
    Problem.STAYS_OVERLAP: _("On this day the family still lived in the centre. Choose a later day."),
    Problem.ALREADY_DONE: _("This has been recorded already. Nothing was changed."),
    Problem.BEFORE_EXIT: _("The follow-up cannot be earlier than the family's exit. Check the date."),
    Problem.NOT_OF_AGE: _("On this day the youngest child of the case is not eighteen yet. Choose another reason."),
    Problem.UNKNOWN_NO_EXIT: _("Choose from the list why there is no exit assessment."),
    Problem.UNKNOWN_RESULT: _("Say what came of it: choose from the list."),
    Problem.FAMILY_STATE_MISSING: _("Say how the family fares; “not known” is an answer too."),
    Problem.CHILD_STATE_MISSING: _(
        "Say for each child where it lives and whether it is safe; “not known” is an answer too."
    ),
}
CHANGED_MEANWHILE = _(
    "While you had this page open, somebody changed the case. Look at it as it is now and repeat if needed."
)
# What somebody else has done meanwhile, as opposed to a mistake in what was entered.
_OVERTAKEN = frozenset(
    {
        Problem.ALREADY_CLOSED,
        Problem.ALREADY_OPEN,
        Problem.ALREADY_DONE,
        Problem.STAY_GOES_ON,
        Problem.NO_STAY,
    }
)


def within(actor: Actor, ability: str, *, department_id: int, is_member: Part = False) -> bool:
    """Say whether an ability reaches a case: by the whole house, by its department, or by being in its team."""
    return reaches(actor, ability, department_id=department_id, part=is_member)


def can_open(actor: Actor, *, department_id: int) -> bool:
    """Cases are opened by the head everywhere, by coordinators and case managers in their departments."""
    return within(actor, "case.open", department_id=department_id)


def check_can_open(actor: Actor, *, department_id: int) -> None:
    """Raise Refused when this person may not open cases in this department."""
    if not can_open(actor, department_id=department_id):
        raise Refused(_("You may not open cases in this department. Ask its coordinator."))


def can_change(actor: Actor, case: Case, *, is_member: Part) -> bool:
    """A case is changed by its team's case manager, its department's coordinator and the head."""
    return within(actor, "case.change", department_id=case.department_id, is_member=is_member)


def check_can_change(actor: Actor, case: Case, *, is_member: Part) -> None:
    """Raise Refused when this person may see the case but not change it."""
    if not can_change(actor, case, is_member=is_member):
        raise Refused(_("You may read this case but not change it. Ask its case manager."))


def can_follow_up(actor: Actor, case: Case, *, is_member: Part) -> bool:
    """A follow-up visit is recorded by whoever may assess the family or change the case."""
    return can_change(actor, case, is_member=is_member) or within(
        actor, "assessment.write", department_id=case.department_id, is_member=is_member
    )


def check_can_follow_up(actor: Actor, case: Case, *, is_member: Part) -> None:
    """Raise Refused when this person may not record the follow-up visit."""
    if not can_follow_up(actor, case, is_member=is_member):
        raise Refused(_("You may not record the follow-up of this case. Ask its case manager."))


def check_can_import(actor: Actor, *, department_ids: Iterable[int]) -> None:
    """Registers are brought in by the head and, for their own departments, by coordinators."""
    for department_id in department_ids:
        if not within(actor, "registry.import", department_id=department_id):
            raise Refused(_("You may not import cases into this department."))


def check_is_open(case: Case) -> None:
    """Raise Conflict when the case is closed: nothing of it changes until it is re-opened."""
    if case.closed_on is not None:
        raise Conflict(_("The case is closed. Re-open it to change it."))


def check_revision(case: Case, revision: int | None) -> None:
    """Raise Conflict when the case changed since the person saw it; None asks for no such check."""
    check_seen(case.revision, revision, CHANGED_MEANWHILE)


def refuse(problems: Iterable[Problem]) -> None:
    """Raise Conflict for what others have done meanwhile, Invalid with a sentence per field for the rest."""
    found = list(problems)
    for problem in found:
        if problem in _OVERTAKEN:
            raise Conflict(SENTENCES[problem])
    if found:
        raise Invalid({_FIELDS.get(problem, ""): SENTENCES[problem] for problem in found})


def unseen() -> NotFound:
    """The one answer for a case that does not exist and for a case that this person may not see."""
    return NotFound(_("There is no such case."))
