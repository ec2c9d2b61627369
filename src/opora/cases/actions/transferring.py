"""An open case goes over to another program with everything it holds: it does not end, and nobody is counted twice."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.models import Department
from opora.access.rules import Actor
from opora.cases import policies
from opora.cases.actions.correcting import checked_reason
from opora.cases.actions.locking import finish, lock_for_change
from opora.cases.actions.opening import number_for, program_for
from opora.cases.models import Case, CaseTransfer, TeamMember
from opora.cases.queries import may_take_part
from opora.cases.rules.numbers import number_key
from opora.common.errors import Invalid, Refused

_MANAGER = TeamMember.Part.CASE_MANAGER


@transaction.atomic
def transfer_case(
    *,
    actor: Actor,
    case_id: int,
    program_id: int,
    department_id: int,
    case_manager_id: int | None = None,
    number: str | None = None,
    reason: str,
    revision: int | None = None,
    on: date,
) -> CaseTransfer:
    """The work goes on in another program, under its department's number; the former number stays this case's.

    The case manager stays where his or her role reaches the new department; whoever of the team may not work there
    leaves it. Raises Invalid with everything that stands in the way.
    """
    case = lock_for_change(actor=actor, case_id=case_id, revision=revision)
    if not policies.within(actor, "assessment.approve", department_id=case.department_id):
        raise Refused(_("A case is transferred by the coordinator of its department or by the head."))
    wrong: dict[str, object] = {}
    kept = checked_reason(reason, wrong)
    _check_case(case, program_id, on, wrong)
    manager_id = _manager(case, department_id, case_manager_id, wrong)
    try:
        found = Department.objects.select_for_update().filter(pk=department_id, is_active=True).first()
        if found is None:
            raise Invalid({"target": _("Choose a program from the list.")})
        department = found
        program = program_for(program_id, department_id)
        is_same = department.pk == case.department_id and not (number or "").strip()
        written = case.number if is_same else number_for(department, number, on, besides=case.pk)
    except Invalid as refusal:
        wrong.update(refusal.fields)
    if wrong:
        raise Invalid(wrong)
    transfer = CaseTransfer.objects.create(
        case=case,
        from_program=case.program,
        from_department=case.department,
        from_number=case.number,
        from_number_key=case.number_key,
        to_program=program,
        reason=kept,
        on=on,
        by_id=actor.user_id,
    )
    _change_team(case, department_id, manager_id or 0, on)
    case.program, case.department = program, department
    case.number, case.number_key = written, number_key(written)
    case.planned_hand_overs.filter(ended_on=None).update(ended_on=on)
    fields = ("program", "department", "number", "number_key")
    finish(actor=actor, case=case, verb="cases.transferred", fields=fields, was=transfer.from_number, day=on)
    return transfer


def _check_case(case: Case, program_id: int, on: date, wrong: dict[str, object]) -> None:
    if program_id == case.program_id:
        wrong["target"] = _("The case belongs to this program already.")
    others = Case.objects.filter(family_id=case.family_id, program_id=program_id, closed_on=None).exclude(pk=case.pk)
    if (present := others.first()) is not None:
        sentence = _("This family already has an open case in this program: %(number)s.")
        wrong["target"] = sentence % {"number": present.number}
    if case.stays.filter(left_on=None).exists():
        wrong[""] = _("The family lives in the centre: record first that it moved out.")
    first = case.team.filter(part=_MANAGER, to_on=None).values_list("from_on", flat=True).first()
    if on < max(case.opened_on, first or case.opened_on):
        wrong["on"] = _("This day is earlier than the day the case was opened. Check the date.")


def _manager(case: Case, department_id: int, case_manager_id: int | None, wrong: dict[str, object]) -> int | None:
    present = case.team.filter(part=_MANAGER, to_on=None).values_list("user_id", flat=True).first()
    wanted = case_manager_id or present
    if wanted is None or not may_take_part(user_id=wanted, part=_MANAGER, department_id=department_id):
        wrong["case_manager_id"] = _("Choose a case manager who works in this department.")
    return wanted


def _change_team(case: Case, department_id: int, manager_id: int, on: date) -> None:
    """Nobody stays in the team who may not work where the case goes on."""
    for member in case.team.filter(to_on=None):
        is_out = not may_take_part(user_id=member.user_id, part=member.part, department_id=department_id)
        if is_out or (member.part == _MANAGER and member.user_id != manager_id):
            member.to_on = max(on, member.from_on)
            member.save(update_fields=["to_on"])
    if not case.team.filter(part=_MANAGER, to_on=None).exists():
        TeamMember.objects.create(case=case, user_id=manager_id, part=_MANAGER, from_on=on)
