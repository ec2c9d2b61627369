"""What every record of a stay needs to be put right or taken back: who may, what stood there, why."""

from datetime import date

from opora.access.rules import Actor
from opora.cases.models import Case
from opora.common.dates import day_of, now
from opora.process import actions as process
from opora.process.models import Amended, Voidable
from opora.process.queries import Place, place_of
from opora.stays import policies
from opora.stays.models import Admission


def hold_to_mend(*, actor: Actor, record: Voidable, admission_id: int, today: date) -> tuple[Place, Admission, Case]:
    """The stay of a record that this person may mend now, held with its case: first the stay, then the case."""
    held = Admission.every.select_for_update(of=("self",)).select_related("stay", "shelter").filter(pk=admission_id)
    admission = held.first()
    if admission is None:
        raise policies.unseen()
    place = process.check_may_mend(actor=actor, record=record, on=today)
    case = Case.objects.select_for_update(of=("self",)).select_related("program").filter(pk=admission.case_id).first()
    if case is None:
        raise policies.unseen()
    return place, admission, case


def overwritten(
    *, actor: Actor, record: Amended, admission: Admission, what: str, told: str, day: date | None = None
) -> None:
    """Something is noted anew in the place of what stood there, by whoever works with it: no reason is asked."""
    process.corrected(
        actor=actor,
        record=record,
        place=place_of(actor=actor, case_id=admission.case_id),
        what=what,
        before=former(admission, told, day),
        is_reason_needed=False,
        on=day_of(now()),
    )


def former(admission: Admission, told: str, day: date | None) -> dict[str, str]:
    """What stood in a record that is no more, and in which stay."""
    said = {"admission": str(admission.pk), "text": told}
    return {**said, "on": day.isoformat()} if day is not None else said
