"""Cases of earlier years, brought in from a register in one go (X-03)."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import TextField
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
from opora.common.among import among
from opora.common.copying import copy_rows
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
    ids = copy_rows(Case, [*_COLUMNS, "is_imported"], ((*_values(case), True) for case in cases))
    numbered = list(zip(ids, cases, strict=True))
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
        among("number_key", [key for _department, key in keys], of=TextField()), department_id__in=departments
    ).values_list("department_id", "number_key")
    return [keys[key] for key in standing if key in keys]


def _known(actor: Actor, cases: Sequence[ImportedCase]) -> list[ImportedCase]:
    ids = [case.case_id for case in cases if case.case_id is not None]
    departments = set(Case.objects.filter(among("pk", ids)).values_list("department_id", flat=True))
    return [case for some in known_cases(actor=actor, department_ids=departments) for case in some.values()]


def _values(case: ImportedCase) -> tuple[object, ...]:
    """What a register says in the columns of the case itself."""
    return (
        case.number,
        case.key[1],
        case.program_id,
        case.department_id,
        case.family_id,
        case.client_id,
        case.opened_on,
        case.closed_on,
    )


def _write_details(cases: Sequence[tuple[int, ImportedCase]]) -> None:
    _write_children(cases)
    _write_stays(cases)
    _write_ends(cases)


def _write_children(cases: Sequence[tuple[int, ImportedCase]]) -> None:
    copy_rows(
        CaseChild,
        ("case_id", "person_id", "position"),
        ((case_id, child, place) for case_id, case in cases for place, child in enumerate(case.child_ids)),
    )


def _write_stays(cases: Sequence[tuple[int, ImportedCase]]) -> None:
    lived = [(case_id, case) for case_id, case in cases if case.has_stay]
    stays = copy_rows(
        Stay,
        ("case_id", "from_on", "planned_until", "left_on"),
        ((case_id, case.opened_on, case.extended_to, case.closed_on) for case_id, case in lived),
    )
    copy_rows(
        StayExtension,
        ("stay_id", "new_until"),
        ((stay, case.extended_to) for stay, (_id, case) in zip(stays, lived, strict=True) if case.extended_to),
    )


def _write_ends(cases: Sequence[tuple[int, ImportedCase]]) -> None:
    closed = [(case_id, case) for case_id, case in cases if case.closed_on]
    copy_rows(
        Closing, ("case_id", "on", "reason"), ((case_id, case.closed_on, NOT_RECORDED) for case_id, case in closed)
    )
    # Only the crisis centre's register speaks of the visit; elsewhere it is not known whether one was made.
    visited = [(case_id, case) for case_id, case in closed if case.has_stay or case.followed_up_on]
    copy_rows(
        FollowUp,
        ("case_id", "due_on", "done_on"),
        ((case_id, case.follow_up_due_on, case.followed_up_on) for case_id, case in visited),
    )


def _rewrite(cases: Sequence[tuple[int, ImportedCase]]) -> None:
    """Bring cases to what the corrected register says: their own columns, and the rows that came with them."""
    ids = [case_id for case_id, _case in cases]
    # Numbers may change places within a register; out of the way first, so that none stands twice meanwhile.
    _park_numbers(ids)
    Case.objects.bulk_update(
        (Case(pk=case_id, **dict(zip(_COLUMNS, _values(case), strict=True))) for case_id, case in cases),
        _COLUMNS,
        batch_size=_BATCH,
    )
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
