"""Setting the demonstration up: people who work here, the ten historical cases, invented families."""

import json
import os
import secrets
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from opora.access.actions import add_person
from opora.access.models import ROLE_LABELS, User
from opora.access.queries import actor_of
from opora.access.rules import SYSTEM, Actor
from opora.assessments import actions as assessments
from opora.assessments.queries import subjects_of
from opora.assessments.rules.filling import asked_cells
from opora.cases import actions as cases
from opora.cases.models import Case
from opora.common.dates import today
from opora.demo.rules.forms import FilledForm
from opora.demo.rules.lives import InventedLife, InventedPerson, invent_lives
from opora.demo.rules.staff import COORDINATORS, MANAGERS, SHELTER, STAFF, SUPPORT, email
from opora.families import actions as families
from opora.instruments.queries import definition_of, newest_version
from opora.instruments.rules import Definition, Level
from opora.programs.models import Program
from opora.registry.actions import import_registry

FAMILIES = 60
SEED = 20_260
REGISTRY = Path(__file__).parent.parent / "registry" / "data" / "registry.xlsx"


class Say(Protocol):
    """Tells the person at the terminal what is being done, and how far it is."""

    def __call__(self, sentence: str, done: int | None = None, total: int | None = None) -> None: ...


def ensure_demo(say: Say, *, size: int = FAMILIES) -> list[tuple[str, str, str]]:
    """Bring in whatever of the demonstration is missing; gives (role, e-mail, password) of everybody in it."""
    passwords = _passwords()
    if not User.objects.exists():
        say(_("Adding the people who work here"))
        _add_staff(passwords)
    if not Case.objects.exists():
        say(_("Bringing in the ten historical cases"))
        import_registry(actor=SYSTEM, data=REGISTRY.read_bytes(), on=today())
    if not Case.objects.filter(is_imported=False).exists():
        _add_families(say, size)
    return [
        (", ".join(str(ROLE_LABELS[role]) for role in worker.roles), email(worker), passwords[worker.key])
        for worker in STAFF
    ]


def _passwords() -> dict[str, str]:
    """The demonstration's passwords, kept in its home so that they can be printed again."""
    path = Path(settings.OPORA_HOME) / "demo-passwords.json"
    known: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    missing = [worker.key for worker in STAFF if worker.key not in known]
    if missing:
        known |= {key: f"{secrets.token_hex(3)}-{secrets.token_hex(3)}" for key in missing}
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump(known, file)
    return known


def _departments() -> tuple[int, int]:
    """The department of support and that of the crisis centre."""
    found = {program.layout: program.departments.order_by("id")[0].department_id for program in Program.objects.all()}
    return found["support"], found["shelter"]


@transaction.atomic
def _add_staff(passwords: Mapping[str, str]) -> None:
    departments = _departments()
    for worker in STAFF:
        places: list[int | None] = [departments[place] for place in worker.departments] or [None]
        add_person(
            actor=SYSTEM,
            name=worker.name,
            email=email(worker),
            grants=[(role, place) for role in worker.roles for place in places],
            password=passwords[worker.key],
        )


@transaction.atomic
def _add_families(say: Say, size: int) -> None:
    writer = LifeWriter()
    for number, life in enumerate(invent_lives(writer.definition, size=size, seed=SEED, today=writer.today)):
        say(_("Inventing families"), number, size)
        writer.write(life, number)


class LifeWriter:
    """Writes an invented life down as the people of the demonstration would have: verb by verb, journaled."""

    def __init__(self) -> None:
        self.version = newest_version(actor=SYSTEM, code="efo")
        self.definition: Definition = definition_of(self.version)
        self.today = today()
        self.users = {worker.key: User.objects.get(email=email(worker)) for worker in STAFF}
        self.actors: dict[str, Actor] = {key: actor_of(user_id=user.pk) for key, user in self.users.items()}
        self.programs = {program.layout: program for program in Program.objects.all()}
        self.departments = _departments()

    def write(self, life: InventedLife, number: int) -> int:
        """The whole life up to today; gives the id of its case."""
        place = SHELTER if life.is_shelter else SUPPORT
        manager = MANAGERS[place][number % len(MANAGERS[place])]
        coordinator = self.actors[COORDINATORS[place]]
        family = families.create_family(actor=coordinator)
        adults = [self._add(coordinator, family, person, life) for person in life.caregivers]
        children = [self._add(coordinator, family, person, life) for person in life.children]
        case = cases.open_case(
            actor=coordinator,
            program_id=self.programs["shelter" if life.is_shelter else "support"].pk,
            department_id=self.departments[place],
            family_id=family.pk,
            client_id=adults[0].pk,
            child_ids=[child.pk for child in children],
            case_manager_id=self.users[manager].pk,
            on=life.opened_on,
        )
        for index, kind, from_on in life.placements:
            families.record_placement(
                actor=coordinator, child=children[index], kind=kind, from_on=from_on, case_ids=[case.pk]
            )
        self._team(case.pk, life, number)
        self._stay(case.pk, life, coordinator)
        subjects = [str(person.pk) for person in adults], [str(person.pk) for person in children]
        for form in life.forms:
            assessment_id = self._fill(case, form, self.actors[manager], *subjects)
            # The newest form of a family still in work waits for the coordinator's word.
            if form.point == "entry" or life.closed_on or (self.today - form.on).days > 90:
                assessments.approve(actor=coordinator, assessment_id=assessment_id)
        if life.closed_on is not None:
            self._close(case.pk, life, coordinator, [child.pk for child in children])
        return case.pk

    def _add(self, actor: Actor, family: Any, person: InventedPerson, life: InventedLife) -> Any:
        return families.add_person(
            actor=actor,
            family=family,
            role=person.role,
            identity=person.identity,
            letter=person.letter,
            sex=person.sex,
            from_on=life.opened_on,
            on=life.opened_on,
        )

    def _team(self, case_id: int, life: InventedLife, number: int) -> None:
        for key, part, every in (("psychologist", "psychologist", 2), ("specialist", "specialist", 3)):
            if number % every == 0:
                actor = self.actors[COORDINATORS[SHELTER if life.is_shelter else SUPPORT]]
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

    def _fill(self, case: Case, form: FilledForm, writer: Actor, adults: list[str], children: list[str]) -> int:
        """Hand the form in; what is asked at this age and was not at entry is answered as usual."""
        names = {"family": "family"}
        names |= {key: f"a{number}" for number, key in enumerate(adults)}
        names |= {key: f"c{number}" for number, key in enumerate(children)}
        answers: dict[str, dict[str, int | str]] = {}
        for cell in asked_cells(self.definition, subjects_of(actor=SYSTEM, case=case, on=form.on)):
            if cell.subject.level is not Level.FAMILY or cell.subject.key == "family":
                said = form.answers.get(cell.item.code, {}).get(names.get(cell.subject.key, ""), 1)
                answers.setdefault(cell.item.code, {})[cell.subject.key] = said
        assessment = assessments.submit(
            actor=writer, case_id=case.pk, point=form.point, answers=answers, comments=form.comments, on=form.on
        )
        return assessment.pk

    def _close(self, case_id: int, life: InventedLife, actor: Actor, child_ids: list[int]) -> None:
        if life.closed_on is None:
            return
        cases.close_case(
            actor=actor,
            case_id=case_id,
            reason=life.reason,
            summary=life.summary,
            placements=dict(zip(child_ids, life.closing, strict=True)),
            on=life.closed_on,
        )
        if life.followed_up_on is not None:
            cases.record_follow_up_done(actor=actor, case_id=case_id, on=life.followed_up_on)
