"""A mark, a skill, a preparation noted by mistake is taken back: it counts no more, its words stay with the reason."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.common.errors import Conflict, Refused
from opora.process import actions as process
from opora.process.models import Amendment
from opora.process.queries import place_of
from opora.stays import policies
from opora.stays.actions.mending import former
from opora.stays.models import Admission, Readiness, RoutineMark, SkillLevel, SkillLine
from opora.stays.queries.mended import level_in_sight, mark_in_sight, readiness_in_sight, skill_in_sight
from opora.stays.queries.told import told_level, told_mark, told_readiness, told_skill

Noted = Readiness | RoutineMark | SkillLevel | SkillLine


@transaction.atomic
def void_mark(*, actor: Actor, mark_id: int, reason: str = "", on: date) -> None:
    """Nobody looked on this day."""
    mark = mark_in_sight(actor=actor, mark_id=mark_id)
    _take_back(
        actor, mark, mark.admission, "routine_mark", former(mark.admission, told_mark(mark), mark.on), reason, on
    )


@transaction.atomic
def void_level(*, actor: Actor, level_id: int, reason: str = "", on: date) -> None:
    """The skill was not looked at then."""
    level = level_in_sight(actor=actor, level_id=level_id)
    admission = level.line.admission
    _take_back(actor, level, admission, "skill_level", former(admission, told_level(level), level.on), reason, on)


@transaction.atomic
def void_skill(*, actor: Actor, line_id: int, reason: str = "", on: date) -> None:
    """The skill is not in the plan of this person; what was rated is taken back first."""
    line = skill_in_sight(actor=actor, line_id=line_id)
    if line.levels.exists():
        raise Conflict(_("This skill was rated already. Take the ratings back first."))
    _take_back(actor, line, line.admission, "skill", former(line.admission, told_skill(line), None), reason, on)


@transaction.atomic
def void_readiness(*, actor: Actor, readiness_id: int, reason: str = "", on: date) -> None:
    """The family was not prepared so: nothing is known of it."""
    ready = readiness_in_sight(actor=actor, readiness_id=readiness_id)
    before = former(ready.admission, told_readiness(ready), ready.on)
    _take_back(actor, ready, ready.admission, "readiness", before, reason, on)


def _take_back(
    actor: Actor, record: Noted, admission: Admission, what: str, before: dict[str, str], reason: str, on: date
) -> None:
    place = place_of(actor=actor, case_id=admission.case_id)
    leads = policies.leads(actor, place.department_id)
    may_note = place.case is not None and policies.may_note(actor, place.case)
    if not policies.may_mend(actor, record, leads=leads, may_note=may_note, on=on):
        raise Refused(
            _("A record is mended on the same day by whoever made it, later by the coordinator or the head. Ask them.")
        )
    process.amend(
        actor=actor,
        record=record,
        place=place,
        kind=Amendment.Kind.VOIDED,
        what=what,
        reason=reason,
        before=before,
        on=on,
    )
    record.delete()
