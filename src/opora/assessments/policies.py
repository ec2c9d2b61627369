"""Who may fill in and approve assessments, and the sentences for what stands in the way."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor, Part
from opora.assessments.models import Assessment
from opora.assessments.rules import Obstacle
from opora.cases.models import Case
from opora.cases.policies import within
from opora.common.errors import Conflict, Invalid, NotFound, Refused

SENTENCES: dict[Obstacle, Promise] = {
    Obstacle.CASE_CLOSED: _("The case is closed. Re-open it to assess the family again."),
    Obstacle.NO_EXIT_YET: _("A follow-up looks back after the exit; there has been no exit yet. Fill in a review."),
    Obstacle.NO_APPROVED_ENTRY: _(
        "The exit is measured against the entry, and this case has no approved entry assessment. "
        "Fill in the entry or ask the coordinator to approve it."
    ),
    Obstacle.ENTRY_EXISTS: _("This case has an entry assessment already. Correct it, or fill in a review."),
    Obstacle.EXIT_EXISTS: _("This case has an exit assessment already. Correct it instead of adding another."),
    Obstacle.SAME_DAY: _("There is such an assessment of this day already. Choose another day or correct that one."),
    Obstacle.BEFORE_ENTRY: _("This day is earlier than the entry assessment. Check the date."),
    Obstacle.AFTER_EXIT: _("Another assessment of this case is earlier than this day. The entry comes first."),
    Obstacle.BEFORE_EXIT: _("This day is earlier than the exit assessment. Check the date."),
}
_ABOUT_THE_DAY = frozenset(
    {Obstacle.SAME_DAY, Obstacle.BEFORE_ENTRY, Obstacle.AFTER_EXIT, Obstacle.BEFORE_EXIT},
)


def can_write(actor: Actor, case: Case, *, is_member: Part) -> bool:
    """Forms are filled in by the team of the case, its department's coordinator and the head."""
    return within(actor, "assessment.write", department_id=case.department_id, is_member=is_member)


def check_can_write(actor: Actor, case: Case, *, is_member: Part) -> None:
    """Raise Refused when this person may see the case but not assess it."""
    if not can_write(actor, case, is_member=is_member):
        raise Refused(_("You may not fill in assessments of this case. Ask its case manager."))


def can_approve(actor: Actor, case: Case, *, is_member: Part) -> bool:
    """Forms are approved by the department's coordinator and the head."""
    return within(actor, "assessment.approve", department_id=case.department_id, is_member=is_member)


def check_can_approve(actor: Actor, case: Case, *, is_member: Part) -> None:
    """Raise Refused when this person may not approve assessments of this case."""
    if not can_approve(actor, case, is_member=is_member):
        raise Refused(_("Assessments are approved by the coordinator of the department or the head."))


def can_correct(actor: Actor, assessment: Assessment, *, is_member: Part) -> bool:
    """Until a form is approved its team may correct it; afterwards only who approves, or the team after a return."""
    if assessment.is_total_only or assessment.status == Assessment.Status.REPLACED:
        return False
    if assessment.status == Assessment.Status.APPROVED:
        return can_approve(actor, assessment.case, is_member=is_member)
    return can_write(actor, assessment.case, is_member=is_member)


def check_can_correct(actor: Actor, assessment: Assessment, *, is_member: Part) -> None:
    """Raise Refused, with the way out, when this person may not correct the form."""
    if can_correct(actor, assessment, is_member=is_member):
        return
    if assessment.is_total_only:
        raise Refused(_("This total came from the registry. Correct it there and import the registry again."))
    if assessment.status == Assessment.Status.APPROVED:
        raise Refused(_("The assessment is approved. Ask the coordinator to return it for rework."))
    raise Refused(_("You may not correct this assessment. Ask the case manager."))


def refuse(obstacles: Iterable[Obstacle]) -> None:
    """Raise Conflict for what forbids the form, Invalid for what speaks of its day only."""
    found = list(obstacles)
    for obstacle in found:
        if obstacle not in _ABOUT_THE_DAY:
            raise Conflict(SENTENCES[obstacle])
    if found:
        raise Invalid({"on": SENTENCES[found[0]]})


def unseen() -> NotFound:
    """The one answer for an assessment that does not exist and for one that this person may not see."""
    return NotFound(_("There is no such assessment."))
