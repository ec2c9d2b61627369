"""The crisis centres of the demonstration: rooms and beds, who sleeps in them, shifts, routine, skills, leavings."""

from collections.abc import Mapping
from datetime import date, time, timedelta

from django.db.models import QuerySet

from opora.access.rules import SYSTEM, Actor
from opora.cases.models import Case, Stay
from opora.common.errors import OporaError
from opora.demo.actions.centre_living import learn_skills, live_a_day, prepare_leaving
from opora.demo.actions.centre_mending import mend_stays, take_in_wrongly
from opora.demo.actions.waiting import let_wait
from opora.demo.rules.centre import (
    CENTRES,
    CROWDED,
    HANDOVER,
    IN_SHELTER,
    LONGER,
    MENDED,
    NO_LONGER,
    NOTES,
    REASONS,
    WENT,
)
from opora.demo.rules.staff import FAMILY_HELP, RESIDENCE, SHELTER, SUPPORT
from opora.families.queries import family_of_case
from opora.stays import actions
from opora.stays.models import Admission, Bed, Shelter, Waiting
from opora.stays.queries import free_beds
from opora.stays.rules import Berth, FreeBed, propose_beds

# So many families get a routine, skills and a prepared leaving: the demonstration shows a part and stays quick.
TOLD = 4


class CentreWriter:
    """Writes down where the invented families sleep, as the people of the centres would have."""

    def __init__(self, actors: Mapping[str, Actor], *, today: date) -> None:
        self.actors, self.today = actors, today

    def write(self, departments: Mapping[int, int]) -> None:
        """Each centre of a department that is there; nothing where one stands already."""
        if Shelter.objects.exists():
            return
        for centre in CENTRES:
            if centre.place is not None and centre.place not in departments:
                continue
            first = self.today - timedelta(days=1_200)
            shelter = actions.add_shelter(
                actor=SYSTEM,
                name=centre.name,
                kind="own" if centre.place is not None else "partner",
                department_id=departments[centre.place] if centre.place is not None else None,
                on=first,
            )
            for name, beds, cots in centre.rooms:
                actions.add_room(actor=SYSTEM, shelter_id=shelter.pk, name=name, beds=beds, cots=cots, on=first)
            if centre.place is None:
                self._take_in(shelter, departments[SUPPORT], IN_SHELTER)
                self._expect(shelter, departments[SUPPORT], [3])
                continue
            coordinator = self.actors[centre.coordinator]
            self._settle(shelter, departments[centre.place], coordinator)
            if centre.place == RESIDENCE and FAMILY_HELP in departments:
                self._take_in(shelter, departments[FAMILY_HELP], 2)
            self._everyday(shelter, coordinator)
            self._longer(shelter, coordinator)
            for case_id in self._at_home(departments[centre.place])[:1]:
                berths = self._berths(shelter, case_id, self.today, None, present=True)
                take_in_wrongly(shelter, case_id, berths, coordinator, today=self.today)
            if centre.place == SHELTER:
                let_wait(self.actors["head"], self._at_home(departments[SUPPORT])[-2:], today=self.today)
                self._expect(shelter, departments[SUPPORT], [4, 11])

    def _settle(self, shelter: Shelter, department_id: int, coordinator: Actor) -> None:
        """Every stay of the department, in the order of coming, as far as there are beds; the past ones too."""
        stays = Stay.objects.filter(case__department=department_id, case__is_imported=False)
        for number, stay in enumerate(stays.order_by("from_on", "pk")):
            until = stay.left_on or stay.planned_until
            is_over = stay.left_on is not None
            berths = self._berths(shelter, stay.case_id, stay.from_on, until, present=not is_over)
            if not berths:
                continue
            try:
                made = actions.settle(
                    actor=coordinator,
                    case_id=stay.case_id,
                    stay_id=stay.pk,
                    shelter_id=shelter.pk,
                    berths=berths,
                    reason=REASONS[number % len(REASONS)],
                    on=stay.from_on,
                )
            except OporaError:
                # A family that changed since: the demonstration goes on without it.
                continue
            if is_over:
                destination, children, is_supported = WENT[number % len(WENT)]
                actions.tell_departure(
                    actor=coordinator,
                    admission_id=made.pk,
                    destination=destination,
                    children=children,
                    is_supported=is_supported,
                )

    def _berths(
        self, shelter: Shelter, case_id: int, from_on: date, until: date | None, *, present: bool
    ) -> list[Berth]:
        """A bed for everybody of a family; nothing where there are too few."""
        people = family_of_case(actor=SYSTEM, case_id=case_id, on=from_on)
        known = [(one.person_id, False) for one in people.adults] + [
            (one.person_id, one.age is not None and one.age.years < 3) for one in people.children
        ]
        free = free_beds(shelter.pk, from_on=from_on, until=until, present=present)
        beds = propose_beds(known, [FreeBed(bed.id, bed.room_id, bed.is_cot) for bed in free])
        needed = {person for person, is_infant in known if not is_infant}
        return [Berth(person, beds.get(person)) for person, _infant in known] if needed <= beds.keys() else []

    def _at_home(self, department_id: int) -> list[int]:
        """Open cases of a program of support whose families live in no centre."""
        found = Case.objects.filter(department=department_id, closed_on=None, is_imported=False)
        lodged = Admission.objects.filter(called_off_on=None).values("case")
        waits = Waiting.objects.filter(answer="", route__case__isnull=False).values("route__case")
        return list(
            found.exclude(pk__in=lodged).exclude(pk__in=waits).order_by("-opened_on", "pk").values_list("pk", flat=True)
        )

    def _take_in(self, shelter: Shelter, department_id: int, most: int) -> None:
        """A place takes in families of another program, as many as there are beds for."""
        until = self.today + timedelta(days=12)
        taken = 0
        for case_id in self._at_home(department_id):
            berths = self._berths(shelter, case_id, self.today, until, present=True)
            if berths and taken < most:
                actions.admit(
                    actor=self.actors["head"],
                    case_id=case_id,
                    shelter_id=shelter.pk,
                    berths=berths,
                    reason=REASONS[taken % len(REASONS)],
                    planned_until=until,
                    on=self.today,
                )
                taken += 1

    def _expect(self, shelter: Shelter, department_id: int, ahead: list[int]) -> None:
        """Beds are kept for families that come soon; where there are none, they are taken in above the number."""
        for days, case_id in zip(ahead, self._at_home(department_id)[-len(ahead) :], strict=False):
            from_on = self.today + timedelta(days=days)
            until = from_on + timedelta(days=30)
            berths = self._berths(shelter, case_id, from_on, until, present=False)
            crowded = ""
            if not berths:
                people = family_of_case(actor=SYSTEM, case_id=case_id, on=self.today)
                berths = [Berth(one.person_id, is_extra=True) for one in (*people.adults, *people.children)]
                crowded = CROWDED
            actions.expect(
                actor=self.actors["head"],
                case_id=case_id,
                shelter_id=shelter.pk,
                berths=berths,
                reason="no_home",
                planned_until=until,
                over_capacity=crowded,
                from_on=from_on,
                on=self.today,
            )

    def _longer(self, shelter: Shelter, coordinator: Actor) -> None:
        """One family asks to stay longer and waits for an answer; another was told no."""
        living = self._living(shelter)
        for number, admission in enumerate(living.select_related("stay").order_by("stay__from_on", "pk")[:2]):
            planned = (admission.stay.planned_until if admission.stay is not None else None) or self.today
            actions.ask_extension(
                actor=coordinator,
                admission_id=admission.pk,
                until=max(planned, self.today) + timedelta(days=21),
                reason=LONGER[number],
                on=self.today,
            )
            if number:
                actions.decide_extension(
                    actor=coordinator, admission_id=admission.pk, agrees=False, refusal=NO_LONGER, on=self.today
                )

    def _living(self, shelter: Shelter) -> QuerySet[Admission]:
        """Who lives there of the department that works there."""
        living = Admission.objects.filter(shelter=shelter, stay__left_on=None, stay__isnull=False)
        return living.filter(case__department=shelter.department_id)

    def _everyday(self, shelter: Shelter, coordinator: Actor) -> None:
        living = self._living(shelter)
        told = list(living.select_related("stay", "case").order_by("-stay__from_on")[:TOLD])
        for number, admission in enumerate(told):
            live_a_day(admission, coordinator, number, today=self.today)
            learn_skills(admission, coordinator, today=self.today)
            if number % 2 == 0:
                prepare_leaving(admission, coordinator, today=self.today)
        self._shifts(shelter, told, coordinator)
        mend_stays(shelter, told, coordinator, today=self.today)
        spare = Bed.objects.filter(room__shelter=shelter).order_by("-pk").first()
        if spare is not None and any(
            bed.id == spare.pk for bed in free_beds(shelter.pk, from_on=self.today, until=None)
        ):
            until = self.today + timedelta(days=5)
            actions.block_bed(
                actor=coordinator, bed_id=spare.pk, from_on=self.today, until=until, why="Ремонт", on=self.today
            )
        if told:
            mother = told[0].lodgers.order_by("pk").first()
            if mother is not None:
                actions.note_away(
                    actor=coordinator,
                    admission_id=told[0].pk,
                    lodger_ids=[mother.pk],
                    from_on=self.today,
                    back_on=self.today + timedelta(days=1),
                    note="Ночует у сестры, дети остались.",
                    on=self.today,
                )

    def _shifts(self, shelter: Shelter, told: list[Admission], coordinator: Actor) -> None:
        for number, (ago, hour, kind, weight, text, measures) in enumerate(NOTES):
            note = actions.note_on_shift(
                actor=coordinator,
                shelter_id=shelter.pk,
                case_id=told[number % len(told)].case_id if told and number % 3 else None,
                kind=kind,
                weight=weight,
                text=text,
                measures=measures,
                shift="day" if 8 <= hour < 20 else "night",
                at=time(hour),
                on=self.today - timedelta(days=ago),
            )
            if number == 0:
                actions.correct_duty_note(
                    actor=coordinator,
                    note_id=note.pk,
                    text=MENDED,
                    shift=note.shift,
                    at=note.at,
                    reason="Уточнили",
                    on=note.on,
                    today=self.today,
                )
        yesterday = self.today - timedelta(days=1)
        actions.hand_over_shift(actor=coordinator, shelter_id=shelter.pk, shift="night", words=HANDOVER, on=yesterday)
