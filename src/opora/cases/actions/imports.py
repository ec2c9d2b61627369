"""Cases of earlier years, brought in from a register in one go (X-03)."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.models import Department
from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.cases import policies
from opora.cases.models import Case, CaseChild, Closing, FollowUp, Stay, StayExtension
from opora.cases.queries import known_cases
from opora.cases.rules import imported as rules
from opora.cases.rules.imported import ImportedCase
from opora.cases.rules.reasons import NOT_RECORDED
from opora.common.errors import Conflict, Invalid, NotFound
from opora.common.news import tell

_BATCH = 2_000
_COLUMNS = ["number", "number_key", "program_id", "department_id", "family_id", "client_id", "opened_on", "closed_on"]


@transaction.atomic
def import_cases(*, actor: Actor, cases: Sequence[ImportedCase]) -> list[int]:
    """Take over new cases of a register; gives their ids in the order of the rows.

    The register has been checked: days in order, each number once. What slipped through is refused as a whole.
    """
    _hold(actor, cases)
    _check(cases)
    taken = _taken(cases)
    if taken:
        raise Conflict(_("These case numbers exist already: %(numbers)s.") % {"numbers": ", ".join(taken[:10])})
    rows = Case.objects.bulk_create((_row(case) for case in cases), batch_size=_BATCH)
    numbered = [(row.pk, case) for row, case in zip(rows, cases, strict=True)]
    _write_details(numbered)
    _journal(actor, "cases.imported", numbered)
    return [case_id for case_id, _case in numbered]


@transaction.atomic
def reimport_cases(*, actor: Actor, cases: Sequence[ImportedCase]) -> list[int]:
    """Correct cases that came from a register; gives the ids of those that really changed.

    Cases that were opened here are never overwritten: NotFound, as for any case that is not there.
    """
    _hold(actor, cases)
    _check(cases)
    present = {known.case_id: known for known in _known(actor, cases) if known.case_id and not known.lived}
    different = [(case.case_id, case) for case in rules.changed(cases, present) if case.case_id in present]
    if any(case.case_id not in present for case in cases):
        raise NotFound(_("One of these cases did not come from a register and cannot be corrected by one."))
    changes = [(case_id, case) for case_id, case in different if case_id is not None]
    if changes:
        _rewrite(changes)
        _journal(actor, "cases.reimported", changes)
    return [case_id for case_id, _case in changes]


def _hold(actor: Actor, cases: Iterable[ImportedCase]) -> None:
    ids = sorted({case.department_id for case in cases})
    policies.check_can_import(actor, department_ids=ids)
    # Taken in order, so that two imports at once wait for one another and never deadlock.
    list(Department.objects.select_for_update().filter(pk__in=ids).order_by("pk"))


def _check(cases: Sequence[ImportedCase]) -> None:
    wrong = [case.number for case in cases if rules.in_wrong_order(case)]
    if wrong:
        raise Invalid({"": _("The days of case %(number)s contradict one another.") % {"number": wrong[0]}})
    twice = rules.standing_twice(cases)
    if twice:
        raise Invalid({"": _("Case number %(number)s stands twice.") % {"number": twice[0].number}})


def _taken(cases: Sequence[ImportedCase]) -> list[str]:
    keys = {case.key: case.number for case in cases}
    departments = {department for department, _key in keys}
    standing = Case.objects.filter(
        department_id__in=departments, number_key__in=[key for _department, key in keys]
    ).values_list("department_id", "number_key")
    return [keys[key] for key in standing if key in keys]


def _known(actor: Actor, cases: Sequence[ImportedCase]) -> list[ImportedCase]:
    ids = [case.case_id for case in cases if case.case_id is not None]
    departments = set(Case.objects.filter(pk__in=ids).values_list("department_id", flat=True))
    return list(known_cases(actor=actor, department_ids=departments).values())


def _row(case: ImportedCase, case_id: int | None = None) -> Case:
    return Case(
        pk=case_id,
        number=case.number,
        number_key=case.key[1],
        program_id=case.program_id,
        department_id=case.department_id,
        family_id=case.family_id,
        client_id=case.client_id,
        opened_on=case.opened_on,
        closed_on=case.closed_on,
        is_imported=True,
    )


def _write_details(cases: Sequence[tuple[int, ImportedCase]]) -> None:
    _write_children(cases)
    _write_stays(cases)
    _write_ends(cases)


def _write_children(cases: Sequence[tuple[int, ImportedCase]]) -> None:
    CaseChild.objects.bulk_create(
        (
            CaseChild(case_id=case_id, person_id=child_id, position=position)
            for case_id, case in cases
            for position, child_id in enumerate(case.child_ids)
        ),
        batch_size=_BATCH,
    )


def _write_stays(cases: Sequence[tuple[int, ImportedCase]]) -> None:
    lived = [(case_id, case) for case_id, case in cases if case.has_stay]
    stays = Stay.objects.bulk_create(
        (
            Stay(
                case_id=case_id,
                from_on=case.opened_on,
                planned_until=case.extended_to,
                left_on=case.closed_on,
            )
            for case_id, case in lived
        ),
        batch_size=_BATCH,
    )
    StayExtension.objects.bulk_create(
        (StayExtension(stay=stay, new_until=stay.planned_until) for stay in stays if stay.planned_until),
        batch_size=_BATCH,
    )


def _write_ends(cases: Sequence[tuple[int, ImportedCase]]) -> None:
    closed = [(case_id, case, case.closed_on) for case_id, case in cases if case.closed_on]
    Closing.objects.bulk_create(
        (Closing(case_id=case_id, on=on, reason=NOT_RECORDED) for case_id, _case, on in closed), batch_size=_BATCH
    )
    # Only the crisis centre's register speaks of the visit; elsewhere it is not known whether one was made.
    visited = [(i, c, c.follow_up_due_on) for i, c, _on in closed if c.has_stay or c.followed_up_on]
    FollowUp.objects.bulk_create(
        (
            FollowUp(case_id=case_id, due_on=due_on, done_on=case.followed_up_on)
            for case_id, case, due_on in visited
            if due_on
        ),
        batch_size=_BATCH,
    )


def _rewrite(cases: Sequence[tuple[int, ImportedCase]]) -> None:
    """Bring cases to what the corrected register says: their own columns, and the rows that came with them."""
    ids = [case_id for case_id, _case in cases]
    # Numbers may change places within a register; out of the way first, so that none stands twice meanwhile.
    _park_numbers(ids)
    Case.objects.bulk_update((_row(case, case_id) for case_id, case in cases), _COLUMNS, batch_size=_BATCH)
    for detail in (CaseChild, Closing, FollowUp, Stay):
        detail.objects.filter(case_id__in=ids).delete()
    _write_details(cases)


def _park_numbers(ids: Sequence[int]) -> None:
    for case in (parked := list(Case.objects.filter(pk__in=ids).only("pk", "number_key"))):
        case.number_key = f"\u2060{case.pk}"
    Case.objects.bulk_update(parked, ["number_key"], batch_size=_BATCH)


def _journal(actor: Actor, verb: str, cases: Sequence[tuple[int, ImportedCase]]) -> None:
    audit.record_many(
        actor=actor,
        verb=verb,
        entries=[{"case_id": i, "family_id": case.family_id, "number": case.number} for i, case in cases],
    )
    tell("cases.changed", case_ids=[case_id for case_id, _case in cases])
