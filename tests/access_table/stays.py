"""A centre in which the family of the case lives, for the pages of stays."""

from datetime import date
from typing import Any

from opora.access.models import Department
from opora.access.rules import SYSTEM
from opora.cases.models import Case, Stay
from opora.families.models import Person
from opora.stays import actions
from opora.stays.models import Waiting
from opora.stays.rules import Berth

SOON = date(2040, 1, 1)


def centre_of(case: Case, department: Department, mother: Person, child: Person, *, on: date) -> dict[str, Any]:
    """A room with beds, one of them out of use, the stay that goes on with its place, and one without."""
    shelter = actions.add_shelter(actor=SYSTEM, name="Тёплый дом", department_id=department.pk, on=on)
    room = actions.add_room(actor=SYSTEM, shelter_id=shelter.pk, name="Комната 1", beds=4, on=on)
    first, second, _third, last = room.beds.order_by("pk")
    use = actions.block_bed(actor=SYSTEM, bed_id=last.pk, from_on=on, why="Ремонт", on=on)
    admission = actions.settle(
        actor=SYSTEM,
        case_id=case.pk,
        stay_id=case.stays.get().pk,
        shelter_id=shelter.pk,
        berths=[Berth(mother.pk, first.pk), Berth(child.pk, second.pk)],
        reason="respite",
        on=on,
    )
    actions.ask_extension(actor=SYSTEM, admission_id=admission.pk, until=SOON, reason="Суд", on=on)
    issue = actions.add_issue(actor=SYSTEM, admission_id=admission.pk, title="Найти жильё", on=on)
    handover = actions.hand_over_shift(actor=SYSTEM, shelter_id=shelter.pk, shift="day", words="Спокойно", on=on)
    note = actions.note_on_shift(
        actor=SYSTEM, shelter_id=shelter.pk, case_id=case.pk, text="Гуляли", shift="day", on=on
    )
    actions.plan_skill(actor=SYSTEM, admission_id=admission.pk, person_id=mother.pk, skill="cooking", on=on)
    # Beside a stay only in such rows: who lives in a centre waits for no place.
    waiting = Waiting.objects.create(case=case, since_on=on, urgency="days", people=2)
    return {
        "waiting_id": waiting.pk,
        "issue_id": issue.pk,
        "mended": "issue",
        "mended_id": issue.pk,
        "duty_id": note.pk,
        "handover_id": handover.pk,
        "shelter_id": shelter.pk,
        "room_id": room.pk,
        "bed_id": last.pk,
        "use_id": use.pk,
        "admission_id": admission.pk,
        "lodger_id": admission.lodgers.get(person=child).pk,
        "stay_id": Stay.objects.create(case=case, from_on=on, left_on=on).pk,
    }
