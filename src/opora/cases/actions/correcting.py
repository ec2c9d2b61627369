"""What was written wrong in a case is set right with a reason; what stood there stays readable."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.models import Department
from opora.access.rules import Actor
from opora.cases import policies
from opora.cases.actions.locking import finish, lock_case
from opora.cases.actions.opening import is_taken, program_for
from opora.cases.models import Case, CaseChild, CaseCorrection, TeamMember
from opora.cases.queries import is_member, may_take_part
from opora.cases.rules.numbers import LONGEST_NUMBER, number_key
from opora.common.dates import day_of
from opora.common.errors import Invalid, NotFound, Refused
from opora.common.news import tell
from opora.families.queries import who_are
from opora.families.rules.childhood import ADULTS
from opora.programs.models import Program

Field = CaseCorrection.Field
LONGEST_REASON = 500
Changes = dict[Field, tuple[str, str, Callable[[], None]]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the case should stand; what is None stays as it is."""

    opened_on: date | None = None
    number: str | None = None
    program_id: int | None = None
    department_id: int | None = None
    client_id: int | None = None


@transaction.atomic
def correct_case(
    *, actor: Actor, case_id: int, wanted: Wanted, reason: str, revision: int | None = None, on: date
) -> Case:
    """Set the opening day, number, program, department or client right; all that stands in the way is told at once.

    Every figure follows; the path begins anew by the process of the right program.
    """
    case = hold(actor, case_id, on)
    policies.check_revision(case, revision)
    wrong: dict[str, object] = {}
    kept = checked_reason(reason, wrong)
    program, department = _place(case, wanted, wrong)
    changed: Changes = {}
    _opened_on(case, wanted, on, changed, wrong)
    _number(case, wanted, department, changed, wrong)
    _program(case, program, department, changed, wrong)
    _client(case, wanted, changed, wrong, on)
    if not changed and not wrong:
        wrong[""] = _("Nothing differs from what stands there already.")
    if wrong:
        raise Invalid(wrong)
    for field, (before, after, change) in changed.items():
        change()
        keep(actor, case, field, before, after, kept, on)
    case.save()
    finish_correction(actor, case, list(changed))
    return case


def _place(case: Case, wanted: Wanted, wrong: dict[str, object]) -> tuple[Program, Department]:
    place = Department.objects.select_for_update().filter(pk=wanted.department_id or case.department_id).first()
    if place is None:
        wrong["department_id"] = _("Choose a department from the list.")
        return case.program, case.department
    program_id = wanted.program_id or case.program_id
    if (program_id, place.pk) == (case.program_id, case.department_id):
        return case.program, place
    try:
        return program_for(program_id, place.pk), place
    except Invalid as refusal:
        wrong.update(refusal.fields)
        return case.program, place


def _opened_on(case: Case, wanted: Wanted, on: date, changed: Changes, wrong: dict[str, object]) -> None:
    day, was = wanted.opened_on, case.opened_on
    if day is None or day == was:
        return
    if day > on:
        wrong["opened_on"] = _("This day has not come yet. Enter today or an earlier day.")
        return
    later = [
        *case.stays.values_list("from_on", flat=True),
        *case.closings.values_list("on", flat=True),
        *case.team.exclude(from_on__lte=was).values_list("from_on", flat=True),
        *(day for day in case.team.values_list("to_on", flat=True) if day is not None),
    ]
    if later and day > min(later):
        wrong["opened_on"] = _("Something of this case happened earlier than this day. Check the date.")
        return
    try:
        tell("cases.opening_moves", case_ids=[case.pk], to=day)
    except Invalid as refusal:
        wrong["opened_on"] = " ".join(str(sentence) for sentence in refusal.fields.values())
        return

    def change() -> None:
        case.opened_on = day
        # Whoever was there from the first day on is so still: no day without somebody who answers.
        TeamMember.objects.filter(case=case, from_on__lte=max(was, day)).filter(from_on__lte=was).update(from_on=day)

    changed[Field.OPENED_ON] = was.isoformat(), day.isoformat(), change


def _number(case: Case, wanted: Wanted, department: Department, changed: Changes, wrong: dict[str, object]) -> None:
    written = " ".join((wanted.number if wanted.number is not None else case.number).split())
    if written == case.number and department.pk == case.department_id:
        return
    if len(written) > LONGEST_NUMBER or not number_key(written):
        wrong["number"] = _("A case number has up to 40 signs, such as 17/2021.")
    elif is_taken(department, written, besides=case.pk):
        wrong["number"] = _("The department already has a case with this number. Check the number.")
    elif written != case.number:
        before = case.number

        def change() -> None:
            case.number, case.number_key = written, number_key(written)

        changed[Field.NUMBER] = before, written, change


def _program(case: Case, program: Program, department: Department, changed: Changes, wrong: dict[str, object]) -> None:
    if program.pk != case.program_id:
        others = Case.objects.filter(family_id=case.family_id, program=program, closed_on=None).exclude(pk=case.pk)
        if case.closed_on is None and (present := others.first()) is not None:
            sentence = _("This family already has an open case in this program: %(number)s.")
            wrong["program_id"] = sentence % {"number": present.number}
        elif program.layout != "shelter" and case.stays.exists():
            wrong["program_id"] = _("The family lived in the centre, which is not part of this program.")

        def move() -> None:
            case.program = program

        changed[Field.PROGRAM] = case.program.name, program.name, move
    if department.pk != case.department_id:
        manager = case.team.filter(part=TeamMember.Part.CASE_MANAGER, to_on=None).first()
        if manager is not None and not may_take_part(
            user_id=manager.user_id, part=manager.part, department_id=department.pk
        ):
            wrong["department_id"] = _("The case manager does not work in this department. Hand the case over first.")

        def place() -> None:
            case.department = department

        changed[Field.DEPARTMENT] = case.department.name, department.name, place


def _client(case: Case, wanted: Wanted, changed: Changes, wrong: dict[str, object], on: date) -> None:
    if wanted.client_id is None or wanted.client_id == case.client_id:
        return
    adults = who_are(case.family_id, *ADULTS, on=on)
    adult = next((one for one in adults if one.pk == wanted.client_id), None)
    if adult is None:
        wrong["client_id"] = _("Choose the parent or guardian from the members of the family.")
        return
    before = case.client.code

    def change() -> None:
        case.client = adult

    changed[Field.CLIENT] = before, adult.code, change


@transaction.atomic
def take_off_child(*, actor: Actor, case_id: int, person_id: int, reason: str, on: date) -> None:
    """The case is not about this child: added by mistake, or of another family. One child at least stays."""
    case = hold(actor, case_id, on)
    found = CaseChild.objects.filter(case=case, person_id=person_id).select_related("person").first()
    if found is None:
        raise NotFound(_("There is no such child in the case."))
    wrong: dict[str, object] = {}
    kept = checked_reason(reason, wrong)
    if case.children.count() == 1:
        wrong[""] = _("Name at least one child: a case is opened for the sake of a child.")
    if wrong:
        raise Invalid(wrong)
    found.delete()
    keep(actor, case, Field.CHILD, found.person.code, "", kept, on)
    finish_correction(actor, case, [Field.CHILD])


def may_correct(*, actor: Actor, case: Case, on: date) -> bool:
    """A case is set right by the coordinator and the head; on the day it was written down by its case manager too."""
    if policies.within(actor, "assessment.approve", department_id=case.department_id):
        return True
    member = is_member(actor=actor, case_id=case.pk)
    is_new = day_of(case.created_at) == on
    return is_new and policies.can_change(actor, case, is_member=member)


def checked_reason(reason: str, wrong: dict[str, object], field: str = "reason") -> str:
    """A reason as kept; what is wrong with it goes into ``wrong``."""
    kept = reason.strip()
    if not kept or len(kept) > LONGEST_REASON:
        wrong[field] = _("Say why in a few words, up to 500 letters.")
    return kept


def hold(actor: Actor, case_id: int, on: date) -> Case:
    """The case, held until the transaction ends, for whoever may set it right."""
    case = lock_case(actor=actor, case_id=case_id)
    check_may_correct(actor, case, on)
    return case


def check_may_correct(actor: Actor, case: Case, on: date) -> None:
    """Raise Refused for everybody else."""
    if not may_correct(actor=actor, case=case, on=on):
        raise Refused(
            _("This is set right by the coordinator or the head, on the first day by the case manager too. Ask them.")
        )


def keep(actor: Actor, case: Case, field: str, before: str, after: str, reason: str, on: date) -> None:
    """Keep what stood there, beside what stands there now."""
    CaseCorrection.objects.create(
        case=case,
        field=field,
        before=before,
        after=after,
        reason=reason,
        on=on,
        by_id=actor.user_id,
    )


def finish_correction(actor: Actor, case: Case, fields: Sequence[str]) -> None:
    """Count the change, journal it and tell whoever counts cases."""
    finish(actor=actor, case=case, verb="cases.corrected", fields_corrected=[str(one) for one in fields])
