"""Filling a new home with invented cases, in bulk, through the rooms' own verbs where they exist."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import count, islice
from typing import Any

from django.db import transaction

from opora.access.actions import add_person
from opora.access.models import Department
from opora.access.rules import SYSTEM, Role
from opora.assessments.models import Assessment
from opora.bench.centre import CentreFiller
from opora.bench.deliveries import give_services
from opora.bench.everyday import live_on
from opora.bench.forms import Pool
from opora.bench.helped import HelpFiller
from opora.bench.paths import SIGNAL_EVERY, PathFiller
from opora.bench.warehouse import WarehouseFiller
from opora.cases.actions import import_cases
from opora.cases.models import TeamMember
from opora.cases.rules.imported import ImportedCase
from opora.common import news
from opora.demo.rules.lives import InventedLife, invent_lives
from opora.families.actions import register_coded_families, seal_identities
from opora.families.rules import Code, CodedFamily, Identity
from opora.families.sealing import sealed_field
from opora.instruments.queries import definition_of, newest_version
from opora.packs.actions import publish_practice
from opora.packs.queries import shipped_practices
from opora.pathways.queries import version_for
from opora.plans.models import Plan, Task
from opora.plans.rules import THRESHOLDS
from opora.process.models import Route
from opora.programs.models import Program

BATCH = 5_000
MANAGERS = 200
# A house that grows takes on more people: each has as many families as before, so that lists are equally full.
CASES_EACH = 500
TASKS_EACH = 3
PASSWORD = "bench-only-7f3a"  # noqa: S105  (of a database that is thrown away)


class Filler:
    """Adds invented cases to the new home, each batch after the one before."""

    def __init__(self, *, today: date, seed: int = 1) -> None:
        publish_practice(actor=SYSTEM, folder=shipped_practices()["support_and_shelter"])
        self.version = newest_version(actor=SYSTEM, code="efo")
        self.today = today
        self.seed = seed
        self.programs = {program.layout: program for program in Program.objects.all()}
        self.departments = {
            layout: Department.objects.get(pk=program.departments.get().department_id)
            for layout, program in self.programs.items()
        }
        self.managers = [
            add_person(
                actor=SYSTEM,
                name=f"Кейс-менеджер {number}",
                email=f"manager{number}@bench.invalid",
                grants=[(Role.CASE_MANAGER, department.pk) for department in self.departments.values()],
                password=PASSWORD,
            ).pk
            for number in range(MANAGERS)
        ]
        self.coordinator = add_person(
            actor=SYSTEM,
            name="Координатор",
            email="coordinator@bench.invalid",
            grants=[(Role.COORDINATOR, self.departments["support"].pk)],
            password=PASSWORD,
        ).pk
        self.head = add_person(
            actor=SYSTEM, name="Руководитель", email="head@bench.invalid", grants=[(Role.HEAD, None)], password=PASSWORD
        ).pk
        self.pool = Pool(definition_of(self.version), seed=seed, today=today)
        # Sealed once: opening the title is what a page of tasks does, sealing it is not.
        self.title = sealed_field(Task, "title").get_prep_value("Навестить семью и записать, как прошла неделя")
        version = version_for(self.programs["support"])
        if version is None:
            raise LookupError("the practice has no process")
        self.paths = PathFiller(version, seed=seed, today=today)
        self.warehouse = WarehouseFiller(today=today)
        self.centre = CentreFiller(self.departments["shelter"], today=today)
        self.help = HelpFiller(today=today)
        self._letters: dict[str, Iterator[int]] = {}
        self._numbers = {layout: count(1) for layout in self.programs}
        self._lives = self._endless_lives()
        self.made = 0

    def _endless_lives(self) -> Iterator[InventedLife]:
        for round_ in count(self.seed):
            yield from invent_lives(self.pool.definition, size=BATCH, seed=round_, today=self.today, with_forms=False)

    def grow_to(self, cases: int, say: Any) -> None:
        """Add cases until there are so many."""
        while self.made < cases:
            size = min(BATCH, cases - self.made)
            self._add(list(islice(self._lives, size)))
            self.made += size
            say("Inventing cases", self.made, cases)

    @transaction.atomic
    def _add(self, lives: Sequence[InventedLife]) -> None:
        coded = [
            CodedFamily(
                self._code(life.caregivers[0].letter), tuple(self._code(child.letter) for child in life.children)
            )
            for life in lives
        ]
        registered = register_coded_families(actor=SYSTEM, families=coded)
        identities: dict[int, Identity] = {}
        for life, family in zip(lives, registered, strict=True):
            identities[family.parent_id] = life.caregivers[0].identity
            identities |= {
                child_id: child.identity for child_id, child in zip(family.child_ids, life.children, strict=True)
            }
        seal_identities(actor=SYSTEM, identities=identities)
        rows = [self._case(life, family) for life, family in zip(lives, registered, strict=True)]
        # Told when their paths stand there with all steps: none begins by itself.
        with news.gathered("cases.changed", "assessments.changed"):
            ids = import_cases(actor=SYSTEM, cases=rows)
            TeamMember.objects.bulk_create(
                [
                    TeamMember(
                        case_id=case_id,
                        user_id=self._manager(place),
                        part=TeamMember.Part.CASE_MANAGER,
                        from_on=life.opened_on,
                        to_on=life.closed_on,
                    )
                    for place, (case_id, life) in enumerate(zip(ids, lives, strict=True))
                ],
                batch_size=BATCH,
            )
            self._walk(lives, rows, ids)
            Assessment.objects.bulk_create(
                [
                    form
                    for case_id, life, family in zip(ids, lives, registered, strict=True)
                    for form in self.pool.forms_of(case_id, life, family, self.version.pk, self.managers[0])
                ],
                batch_size=2_000,
            )
            news.tell("assessments.changed", case_ids=ids)
        self._plan(ids)
        give_services(ids, on=self.today)
        self.warehouse.give(ids)
        live_on(ids, on=self.today)
        self.centre.settle(ids)
        self.help.give(ids)

    def _walk(self, lives: Sequence[InventedLife], rows: Sequence[ImportedCase], case_ids: Sequence[int]) -> None:
        """The way of every family from its signal on, and signals that led to no case."""
        cases = [
            (case_id, row.family_id, row.program_id, row.department_id)
            for case_id, row in zip(case_ids, rows, strict=True)
        ]
        self.paths.of_cases(lives, cases, [self._manager(place) for place in range(len(lives))])
        self.paths.of_signals(
            len(lives) // SIGNAL_EVERY,
            program_id=self.programs["support"].pk,
            department_id=self.departments["support"].pk,
            workers=[self._manager(place) for place in range(0, len(lives), SIGNAL_EVERY)],
        )

    def _plan(self, case_ids: Sequence[int]) -> None:
        """A plan in force for every family on its way, with one task done and two to be done by its case manager."""
        worked_by = {case_id: self._manager(place) for place, case_id in enumerate(case_ids)}
        going = Route.objects.filter(case_id__in=case_ids, ended_on=None).order_by("pk")
        rows = list(going.values_list("pk", "case_id", "started_on"))
        plans = Plan.objects.bulk_create(
            [
                Plan(
                    route_id=route_id,
                    threshold=THRESHOLDS["contract"],
                    state=Plan.State.CURRENT,
                    begun_on=started_on,
                    agreed_on=started_on,
                    version=1,
                    review_due_on=self.today + timedelta(days=route_id % 90 - 10),
                )
                for route_id, _case_id, started_on in rows
            ],
            batch_size=BATCH,
        )
        Task.objects.bulk_create(
            [
                Task(
                    plan=plan,
                    title=self.title,
                    worker_id=worked_by[case_id],
                    given_on=plan.begun_on,
                    due_on=self.today + timedelta(days=plan.route_id * (turn + 1) % 60 - 20),
                    state=Task.State.OPEN if turn else Task.State.DONE,
                    ended_on=None if turn else plan.begun_on,
                )
                for plan, (_route_id, case_id, _started_on) in zip(plans, rows, strict=True)
                for turn in range(TASKS_EACH)
            ],
            batch_size=BATCH,
        )

    def _manager(self, place: int) -> int:
        """Who works with the family at this place of the batch that is being made."""
        return self.managers[(self.made + place) // CASES_EACH % MANAGERS]

    def _code(self, letter: str) -> Code:
        return Code(letter, next(self._letters.setdefault(letter, count(1))))

    def _case(self, life: InventedLife, family: Any) -> ImportedCase:
        layout = "shelter" if life.is_shelter else "support"
        number = next(self._numbers[layout])
        return ImportedCase(
            number=str(number) if life.is_shelter else f"{number}/{life.opened_on.year}лд",
            program_id=self.programs[layout].pk,
            department_id=self.departments[layout].pk,
            family_id=family.family_id,
            client_id=family.parent_id,
            child_ids=family.child_ids,
            opened_on=life.opened_on,
            closed_on=life.closed_on,
            extended_to=life.extended_to,
            followed_up_on=life.reached_on,
            has_stay=life.is_shelter,
        )
