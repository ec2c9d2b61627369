"""Writing an invented life down: people, case, stay, forms, along the path of the family."""

from datetime import timedelta
from typing import Any

from opora.access.models import User
from opora.access.queries import actor_of
from opora.access.rules import SYSTEM, Actor
from opora.assessments import actions as assessments
from opora.assessments.queries import subjects_of
from opora.assessments.rules.filling import asked_cells
from opora.cases import actions as cases
from opora.cases.models import Case
from opora.cases.rules.follow_up import NO_ANSWER, REACHED, ChildNow
from opora.common.dates import today
from opora.demo.actions.everyday import EverydayWriter
from opora.demo.actions.paths import PathWriter
from opora.demo.actions.warehouse import WarehouseWriter
from opora.demo.rules.forms import FilledForm
from opora.demo.rules.lives import InventedLife, InventedPerson
from opora.demo.rules.staff import COORDINATORS, MANAGERS, SHELTER, STAFF, SUPPORT, email
from opora.demo.rules.walks import Walk
from opora.families import actions as families
from opora.families.models import Person
from opora.instruments.queries import definition_of, newest_version
from opora.instruments.rules import Definition, Level
from opora.process.rules.orders import Ending

NO_EXIT = {"family_declined": "declined", "moved": "moved", "child_placed": "child_placed"}


class LifeWriter:
    """Writes an invented life down as the people of the demonstration would have: verb by verb, journaled."""

    def __init__(self) -> None:
        self.version = newest_version(actor=SYSTEM, code="efo")
        self.definition: Definition = definition_of(self.version)
        self.today = today()
        self.users = {worker.key: User.objects.get(email=email(worker)) for worker in STAFF}
        self.actors: dict[str, Actor] = {key: actor_of(user_id=user.pk) for key, user in self.users.items()}
        self.paths = PathWriter(self.actors, today=self.today)
        self.everyday = EverydayWriter(today=self.today)
        self.warehouse = WarehouseWriter(self.actors["warehouse"], today=self.today)

    def write(self, life: InventedLife, walk: Walk, number: int, place: int | None = None) -> int:
        """The whole life up to today, from the signal on; gives the id of its path."""
        place = _place_of(life) if place is None else place
        manager = MANAGERS[place][number % len(MANAGERS[place])]
        coordinator = self.actors[COORDINATORS[place]]
        family = families.create_family(actor=coordinator)
        adults = [self._add(coordinator, family, person, life) for person in life.caregivers]
        children = [self._add(coordinator, family, person, life) for person in life.children]
        people = [person.pk for person in adults], [person.pk for person in children]
        route_id = self.paths.walk(
            walk,
            place=place,
            manager=manager,
            opening=lambda: self._open(life, number, place, family.pk, *people),
            ending=lambda: _ending(life, people[1]),
        )
        self.everyday.write(self.actors[manager], route_id, [*people[0], *people[1]], number)
        self.warehouse.write(self.actors[manager], route_id, people[1], number)
        self._look_back(life, coordinator, Case.objects.get(family_id=family.pk).pk, people[1])
        return route_id

    def _look_back(self, life: InventedLife, coordinator: Actor, case_id: int, child_ids: list[int]) -> None:
        """What came of the look back half a year later, a first call that nobody answered told too."""
        if life.first_call_on is not None and life.looked_back:
            cases.record_follow_up(actor=coordinator, case_id=case_id, result=NO_ANSWER, on=life.first_call_on)
        if life.looked_back_on is None:
            return
        told: dict[int, ChildNow] = {}
        state = ""
        if life.looked_back == REACHED:
            told = {child: _seen_later(kind) for child, kind in zip(child_ids, life.closing, strict=True)}
            state = "copes" if life.reason == "goals_achieved" else "needs_support"
        cases.record_follow_up(
            actor=coordinator,
            case_id=case_id,
            result=life.looked_back,
            family_state=state,
            children=told,
            on=life.looked_back_on,
        )

    def _open(
        self, life: InventedLife, number: int, place: int, family_id: int, adult_ids: list[int], child_ids: list[int]
    ) -> Case:
        """Open the case, and write down beside it what its path knows nothing of."""
        manager = MANAGERS[place][number % len(MANAGERS[place])]
        coordinator = self.actors[COORDINATORS[place]]
        case = cases.open_case(
            actor=coordinator,
            program_id=self.paths.programs[place].pk,
            department_id=self.paths.departments[place],
            family_id=family_id,
            client_id=adult_ids[0],
            child_ids=child_ids,
            case_manager_id=self.users[manager].pk,
            on=life.opened_on,
        )
        for index, kind, from_on in life.placements:
            child = Person.objects.get(pk=child_ids[index])
            families.record_placement(actor=coordinator, child=child, kind=kind, from_on=from_on, case_ids=[case.pk])
        self._team(case.pk, life, number, place)
        self._stay(case.pk, life, coordinator)
        for form in life.forms:
            assessment_id = self._fill(case, form, self.actors[manager], adult_ids, child_ids)
            # The newest form of a family still in work waits for the coordinator's word.
            if form.point == "entry" or life.closed_on or (self.today - form.on).days > 30:
                assessments.approve(actor=coordinator, assessment_id=assessment_id)
        return case

    def _add(self, actor: Actor, family: Any, person: InventedPerson, life: InventedLife) -> Any:
        return families.add_person(
            actor=actor,
            family=family,
            role=person.role,
            identity=person.identity,
            letter=person.letter,
            sex=person.sex,
            on=life.opened_on,
        )

    def _team(self, case_id: int, life: InventedLife, number: int, place: int) -> None:
        for key, part, every in (("psychologist", "psychologist", 2), ("specialist", "specialist", 3)):
            if number % every == 0:
                actor = self.actors[COORDINATORS[place]]
                cases.add_team_member(
                    actor=actor, case_id=case_id, user_id=self.users[key].pk, part=part, on=life.opened_on
                )

    def _stay(self, case_id: int, life: InventedLife, actor: Actor) -> None:
        if life.stay_until is None:
            return
        cases.start_stay(actor=actor, case_id=case_id, planned_until=life.stay_until, on=life.opened_on)
        if life.extended_to is not None and life.extended_to > life.stay_until:
            cases.extend_stay(
                actor=actor,
                case_id=case_id,
                until=life.extended_to,
                reason="Жильё ещё не готово, семья продолжает работу по плану.",
                on=life.stay_until - timedelta(days=2),
            )

    def _fill(self, case: Case, form: FilledForm, writer: Actor, adult_ids: list[int], child_ids: list[int]) -> int:
        """Hand the form in; what is asked at this age and was not at entry is answered as usual."""
        names = {"family": "family"}
        names |= {str(pk): f"a{number}" for number, pk in enumerate(adult_ids)}
        names |= {str(pk): f"c{number}" for number, pk in enumerate(child_ids)}
        answers: dict[str, dict[str, int | str]] = {}
        for cell in asked_cells(self.definition, subjects_of(actor=SYSTEM, case=case, on=form.on)):
            if cell.subject.level is not Level.FAMILY or cell.subject.key == "family":
                said = form.answers.get(cell.item.code, {}).get(names.get(cell.subject.key, ""), 1)
                answers.setdefault(cell.item.code, {})[cell.subject.key] = said
        assessment = assessments.submit(
            actor=writer, case_id=case.pk, point=form.point, answers=answers, comments=form.comments, on=form.on
        )
        return assessment.pk


def _place_of(life: InventedLife) -> int:
    return SHELTER if life.is_shelter else SUPPORT


def _ending(life: InventedLife, child_ids: list[int]) -> Ending:
    homes = dict(zip(child_ids, life.closing, strict=True))
    return Ending(life.reason, life.summary, homes, no_exit=NO_EXIT.get(life.reason, "no_contact"))


def _seen_later(kind: str) -> ChildNow:
    return ChildNow(kind, "unknown" if kind == "unknown" else "safe")
