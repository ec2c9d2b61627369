"""Who looks into a centre, who keeps its rooms, who takes families in, and the sentences for what may not be."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Scope, departments, scope
from opora.cases import policies as cases
from opora.cases import queries as case_queries
from opora.cases.models import Case
from opora.common.dates import day_of
from opora.common.errors import Invalid, NotFound, Refused
from opora.process.models import Amended
from opora.process.policies import within
from opora.stays.models import DutyNote, Readiness, Shelter, SkillLine
from opora.stays.rules import Problem

_FIELDS = {
    Problem.NOBODY: "people",
    Problem.STRANGER: "people",
    Problem.NO_REASON: "reason",
    Problem.BED_TWICE: "people",
    Problem.BED_TAKEN: "people",
    Problem.NO_SUCH_BED: "people",
    Problem.OVER_CAPACITY: "over_capacity",
    Problem.ENDS_EARLIER: "planned_until",
}
SENTENCES = {
    Problem.NOBODY: _("Say who of the family comes: at least one person."),
    Problem.STRANGER: _("Somebody here does not belong to the family now. Look at its people first."),
    Problem.NO_REASON: _("Choose why the family needs a place."),
    Problem.BED_TWICE: _("One bed is given to two people. Choose another bed for one of them."),
    Problem.BED_TAKEN: _("Somebody has one of these beds on these days. Choose another bed."),
    Problem.NO_SUCH_BED: _("One of these beds is not in use in this place. Choose another bed."),
    Problem.OVER_CAPACITY: _(
        "There is no bed for everybody. Choose beds, or say why you take the family in all the same."
    ),
    Problem.ENDS_EARLIER: _("The agreed end must be later than the first day."),
}


def unseen() -> NotFound:
    """The one answer for what does not exist and for what this person may not see."""
    return NotFound(_("There is no such place."))


def in_reach(actor: Actor, ability: str = "stays.read") -> "QuerySet[Shelter]":
    """The centres this person may look into: those of the own departments, and those of nobody's."""
    reach = scope(actor, ability)
    if reach is Scope.ALL:
        return Shelter.objects.all()
    if reach is Scope.NONE:
        return Shelter.objects.none()
    return Shelter.objects.filter(Q(department=None) | Q(department__in=departments(actor, ability)))


def check_can_manage(actor: Actor) -> None:
    """Raise Refused unless the person keeps rooms and beds somewhere."""
    if scope(actor, "stays.manage") is Scope.NONE:
        raise Refused(_("Rooms and beds are kept by the head and the coordinators. Ask one of them."))


def may_decide(actor: Actor, case: Case) -> bool:
    """Whether the person says yes or no to a longer stay: the head, the coordinator of the case (S3-83)."""
    reach = scope(actor, "stays.manage")
    return reach is Scope.ALL or case.department_id in departments(actor, "stays.manage")


def may_change(actor: Actor, case: Case) -> bool:
    """Whether the person takes this family in and lets it go: whoever may change its case."""
    member = case_queries.is_member(actor=actor, case_id=case.pk)
    return case.closed_on is None and cases.can_change(actor, case, is_member=member)


def may_tell_afterwards(actor: Actor, case: Case) -> bool:
    """Whether the person writes down where a family lived and where it went when it has left: also of a closed case,
    whoever decides there."""
    return may_change(actor, case) or (case.closed_on is not None and may_decide(actor, case))


def may_note(actor: Actor, case: Case) -> bool:
    """Whether the person records the everyday life of this family: whoever works with it."""
    member = case_queries.is_member(actor=actor, case_id=case.pk)
    return cases.within(actor, "help.record", department_id=case.department_id, is_member=member)


def leads(actor: Actor, department_id: int) -> bool:
    """Whether the person mends what others recorded in this department: its coordinator, the head."""
    return within(actor, "assessment.approve", department_id=department_id)


def may_mend(actor: Actor, record: Amended, *, leads: bool, may_note: bool, on: date) -> bool:
    """A record is mended by its author on the day it was made, later by whoever leads; a void one by nobody.

    A planned skill is a plan: whoever works with the family takes it out.
    """
    if getattr(record, "voided_on", None) is not None:
        return False
    if leads or isinstance(record, SkillLine):
        return leads or may_note
    by_id, recorded_at = getattr(record, "by_id", None), getattr(record, "recorded_at", None)
    is_own = actor.user_id is not None and by_id == actor.user_id
    # How a family is prepared is dated by the day on which it is written down.
    made_on = record.on if isinstance(record, Readiness) else day_of(recorded_at) if recorded_at is not None else None
    return is_own and made_on == on


def may_mend_house_note(actor: Actor, note: DutyNote, *, keeps: bool, on: date) -> bool:
    """A note of the house is mended by its author on the day it was made, later by whoever keeps the place."""
    is_own = actor.user_id is not None and note.by_id == actor.user_id
    return keeps or (is_own and note.recorded_at is not None and day_of(note.recorded_at) == on)


def refuse(problems: Iterable[Problem]) -> None:
    """Raise Invalid with a sentence for every field."""
    found: dict[str, list[str]] = {}
    for problem in problems:
        found.setdefault(_FIELDS[problem], []).append(str(SENTENCES[problem]))
    if found:
        raise Invalid({name: " ".join(said) for name, said in found.items()})
