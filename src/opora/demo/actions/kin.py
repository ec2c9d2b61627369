"""What families are like beside the ordinary: a grown daughter with a case of her own, a child expected, kin unsure."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle

from opora.access.rules import Actor
from opora.cases import actions as cases
from opora.cases.models import Case
from opora.common.dates import add_months
from opora.families import actions as families
from opora.families import queries
from opora.families.models import Person
from opora.families.rules import Birth, FormerName, Identity, Newcomer

YEARS_OF_THE_DAUGHTER = 19


class KinWriter:
    """Writes a few such families down, each once, into open cases that one coordinator answers for."""

    def __init__(self, coordinator: Actor, *, today: date) -> None:
        self.actor, self.today = coordinator, today

    def write(self, found: list[Case]) -> None:
        """One thing for each of the cases in turn."""
        if not found:
            return
        told = cycle(found)
        self._grown_daughter(next(told))
        self._expected(next(told))
        self._former_surname(next(told))
        self._written_twice(next(told))

    def _grown_daughter(self, case: Case) -> None:
        """She was a child of this family, is nineteen, and has a child of her own."""
        mother = self._identity(case.client)
        born = date(self.today.year - YEARS_OF_THE_DAUGHTER, 4, 17)
        daughter = cases.add_newcomer(
            actor=self.actor,
            case_id=case.pk,
            role="child",
            identity=Identity(surname=mother.surname, given="Полина", patronymic="Андреевна", birth_date=born),
            sex="f",
            on=self.today,
        )
        baby = Identity(surname=mother.surname, given="Ева", birth_date=self.today - timedelta(days=140))
        cases.open_case_of_own_family(
            actor=self.actor,
            former_case_id=case.pk,
            person_id=daughter.pk,
            role="mother",
            children=[Newcomer(role="child", identity=baby)],
            program_id=case.program_id,
            department_id=case.department_id,
            case_manager_id=case.team.filter(part="case_manager", to_on=None).values_list("user_id", flat=True).first(),
            on=self.today - timedelta(days=6),
        )

    def _expected(self, case: Case) -> None:
        cases.add_newcomer(
            actor=self.actor,
            case_id=case.pk,
            role="child",
            is_expected=True,
            expected_in=add_months(self.today, 3),
            on=self.today,
        )

    def _former_surname(self, case: Case) -> None:
        known = self._identity(case.client)
        former = (FormerName("Черемухина", Birth(self.today.year - 9)),)
        self._tell(case, case.client, replace(known, former_names=former))

    def _written_twice(self, case: Case) -> None:
        """The grandmother was entered by two colleagues; of her birth nobody knows the day."""
        grandmother = Identity(surname="Журавлева", given="Тамара", patronymic="Ильинична")
        about = grandmother.with_birth(Birth(self.today.year - 63, is_about=True))
        first, second = (
            cases.add_newcomer(
                actor=self.actor, case_id=case.pk, role="relative", identity=identity, sex="f", on=self.today
            )
            for identity in (about, replace(grandmother, surname="Журавлёва", phones=("+7 900 000-01-63",)))
        )
        families.merge_people(
            actor=self.actor, case_id=case.pk, person_id=first.pk, other_id=second.pk, chosen={}, reason="twice"
        )

    def _tell(self, case: Case, person: Person, identity: Identity) -> None:
        families.update_identity(actor=self.actor, person=person, identity=identity, case_id=case.pk, on=self.today)

    def _identity(self, person: Person) -> Identity:
        return queries.unlocked([Person.objects.get(pk=person.pk)]).get(person.pk, Identity())
