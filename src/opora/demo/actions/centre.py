"""The crisis centres of the demonstration: rooms and beds, who sleeps in them, shifts, routine, skills, leavings."""

from collections.abc import Mapping
from datetime import date, time, timedelta

from opora.access.rules import SYSTEM, Actor
from opora.cases.models import Stay
from opora.common.errors import OporaError
from opora.demo.rules.centre import CENTRES, HANDOVER, ISSUES, MARKS, NOTES, ROUTINE, SKILLS
from opora.families.queries import family_of_case
from opora.stays import actions
from opora.stays.models import Admission, Bed, Shelter
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
                continue
            coordinator = self.actors[centre.coordinator]
            self._settle(shelter, departments[centre.place], coordinator)
            self._everyday(shelter, coordinator)

    def _settle(self, shelter: Shelter, department_id: int, coordinator: Actor) -> None:
        """Every stay of the department, in the order of coming, as far as there are beds."""
        stays = Stay.objects.filter(case__department=department_id, case__is_imported=False, case__closed_on=None)
        for number, stay in enumerate(stays.order_by("from_on", "pk")):
            until = stay.left_on or stay.planned_until
            is_over = stay.left_on is not None
            people = family_of_case(actor=coordinator, case_id=stay.case_id, on=stay.from_on)
            known = [(one.person_id, False) for one in people.adults] + [
                (one.person_id, one.age is not None and one.age.years < 3) for one in people.children
            ]
            free = free_beds(shelter.pk, from_on=stay.from_on, until=until, present=not is_over)
            beds = propose_beds(known, [FreeBed(bed.id, bed.room_id, bed.is_cot) for bed in free])
            needed = {person for person, is_infant in known if not is_infant}
            if not known or not needed <= beds.keys():
                continue
            try:
                actions.settle(
                    actor=coordinator,
                    case_id=stay.case_id,
                    stay_id=stay.pk,
                    shelter_id=shelter.pk,
                    berths=[Berth(person, beds.get(person)) for person, _infant in known],
                    reason=("violence", "no_home", "respite", "leaving_care")[number % 4],
                    on=stay.from_on,
                )
            except OporaError:
                # A family that changed since: the demonstration goes on without it.
                continue

    def _everyday(self, shelter: Shelter, coordinator: Actor) -> None:
        living = Admission.objects.filter(shelter=shelter, stay__left_on=None, stay__isnull=False)
        told = list(living.select_related("stay", "case").order_by("-stay__from_on")[:TOLD])
        for number, admission in enumerate(told):
            self._routine(admission, coordinator, number)
            self._skills(admission, coordinator)
            if number % 2 == 0:
                self._leaving(admission, coordinator)
        self._shifts(shelter, told, coordinator)
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

    def _routine(self, admission: Admission, coordinator: Actor, number: int) -> None:
        slots = [(time(hour, minute), None, what) for hour, minute, what in ROUTINE]
        actions.write_routine(actor=coordinator, admission_id=admission.pk, slots=slots, on=self.today)
        came = admission.stay.from_on if admission.stay is not None else self.today
        for ago in range(1, 11):
            day = self.today - timedelta(days=ago)
            if day >= came:
                mark = MARKS[(ago + number) % len(MARKS)]
                actions.mark_routine(actor=coordinator, admission_id=admission.pk, mark=mark, on=day)

    def _skills(self, admission: Admission, coordinator: Actor) -> None:
        mother = admission.lodgers.exclude(part="child").order_by("pk").first()
        if mother is None:
            return
        for skill, entry, ahead in SKILLS:
            actions.plan_skill(
                actor=coordinator,
                admission_id=admission.pk,
                person_id=mother.person_id,
                skill=skill,
                planned_on=self.today + timedelta(days=ahead),
                trainer="Специалист центра",
                entry=entry,
                on=self.today,
            )

    def _leaving(self, admission: Admission, coordinator: Actor) -> None:
        until = admission.stay.planned_until if admission.stay is not None else None
        leaves = max(until or self.today, self.today + timedelta(days=12))
        actions.agree_exit(actor=coordinator, admission_id=admission.pk, exit_on=leaves, on=self.today)
        for title, whose, ahead, is_after in ISSUES:
            actions.add_issue(
                actor=coordinator,
                admission_id=admission.pk,
                title=title,
                whose=whose,
                due_on=self.today + timedelta(days=ahead),
                is_after=is_after,
                on=self.today,
            )
        actions.note_readiness(
            actor=coordinator,
            admission_id=admission.pk,
            kind="psychological",
            is_done=True,
            note="Мама говорит о переезде спокойно, дети знают, куда едут.",
            on=self.today,
        )

    def _shifts(self, shelter: Shelter, told: list[Admission], coordinator: Actor) -> None:
        for number, (ago, hour, kind, weight, text, measures) in enumerate(NOTES):
            actions.note_on_shift(
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
        yesterday = self.today - timedelta(days=1)
        actions.hand_over_shift(actor=coordinator, shelter_id=shelter.pk, shift="night", words=HANDOVER, on=yesterday)
