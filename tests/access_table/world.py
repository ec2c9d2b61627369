"""A small organization: two departments, a case in each, and people who may and may not see the first."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import connection, transaction
from django.template.backends.django import Template
from django.test import Client
from django.test.client import ClientHandler

from opora import packs
from opora import registry as registry_room
from opora.access import actions as access
from opora.access.models import Invitation, RoleAssignment, User
from opora.access.queries import actor_of
from opora.access.rules import SYSTEM, Actor, Role
from opora.assessments import actions as assessments
from opora.assessments.rules import ImportedTotal
from opora.cases import actions as cases
from opora.cases.models import Case, TeamMember
from opora.drafts.actions import keep_draft
from opora.drafts.models import FormDraft
from opora.families import actions as families
from opora.families.models import Merge, Person, Placement
from opora.families.rules import Identity
from opora.notes import actions as notes
from opora.packs.actions import publish_practice
from opora.process import actions as process
from opora.process.models import Route
from opora.programs.models import Program, ProgramDepartment
from opora.registry import actions as registry
from tests.access_table.councils import decisions_of
from tests.access_table.forms import an_own_field, draft_a_form, draft_a_process
from tests.access_table.goods import goods_of
from tests.access_table.groups import group_of
from tests.access_table.indicators import indicators_of
from tests.access_table.intake import signal_of
from tests.access_table.known import forget, instead, known
from tests.access_table.letters import letters_of
from tests.access_table.logic import draft_a_model
from tests.access_table.network import around_of
from tests.access_table.papers import papers_of
from tests.access_table.plans import plan_of
from tests.access_table.release import release_of, token_of
from tests.access_table.reports import reports_of
from tests.access_table.stays import centre_of
from tests.access_table.studies import analysis_of
from tests.access_table.tables import table_of

OPENED = date(2026, 2, 2)
LEFT = date(2026, 3, 3)

COMMENT = "Печь дымит, обещали переложить"
# Words that stand nowhere but in this family's identity and papers. Whoever may not see it must never meet one of them.
SECRETS = (
    "Заповедникова",
    "Ефросинья",
    "Аристарховна",
    "Заповедников",
    "Мефодий",
    "9165550199",
    "916 555-01-99",
    "Вымышленный переулок",
    "07.07.1991",
    "1991-07-07",
    COMMENT,
)
NUMBER = "777/2026лд"
CLOSED_NUMBER = "778/2026лд"

WITHOUT_CASES = ("administrator", "head", "methodologist", "analyst", "volunteer", "warehouse", "nobody")
IN_DEPARTMENT = ("coordinator",)
IN_TEAM = ("case_manager", "specialist", "psychologist")
# A role that sees no case files sees none from inside a team either.
UNSEEING_IN_TEAM = ("administrator", "analyst", "volunteer")
# Whoever of these reads a page of the family must stand in the journal.
WATCHED = ("coordinator", "head", "case_manager")


@cache
def _handler(enforce_csrf_checks: bool) -> ClientHandler:
    """One handler for all browsers: raising the whole row of middleware anew takes longer than a page."""
    return ClientHandler(enforce_csrf_checks)


def _newest_line() -> int:
    """The number of the newest line of the journal; lines are numbered one after the other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(id) FROM audit_journalentry")
        return int(cursor.fetchone()[0])


def undrawn() -> AbstractContextManager[None]:
    """Within, no page is drawn: an answer is its status and its headers."""
    return instead(Template, "render", lambda *_page: "")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: its status, its headers, its content; and whether the journal has a line of it, for `WATCHED`."""

    status_code: int
    headers: dict[str, str]
    content: bytes
    is_noted: bool


@dataclass
class World:
    """Who is there, and the ids the addresses need."""

    sessions: dict[str, str] = field(default_factory=dict)
    parameters: dict[str, Any] = field(default_factory=dict)
    elsewhere: dict[str, Any] = field(default_factory=dict)
    read: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    answers: dict[tuple[str, str, str], Answer] = field(default_factory=dict)
    begun: str = ""

    @contextmanager
    def many_doors(self) -> Iterator[None]:
        """Many requests are made within, none of them by a test that changes the world itself: all are undone to the
        same point, which is set once.
        """
        self.begun = transaction.savepoint()
        try:
            yield
        finally:
            self.begun = ""

    @contextmanager
    def undone(self) -> Iterator[None]:
        """What is changed within is undone."""
        if not self.begun:
            with transaction.atomic():
                yield
                transaction.set_rollback(True)
            return
        try:
            yield
        finally:
            transaction.savepoint_rollback(self.begun)
            transaction.set_rollback(False)

    def get(self, who: str, address: str) -> Answer:
        """What somebody gets to see at an address; asked once for all tests, and what the request changed is undone."""
        return self._answer(who, "get", address)

    def knock(self, who: str, address: str) -> Answer:
        """How a door answers somebody who is to be turned away: the page that says so, alike at all doors, is drawn
        only where a test reads it.
        """
        if known := self.answers.get((who, "get", address)):
            return known
        with undrawn():
            return self._ask(who, "get", address)

    def post(self, who: str, address: str) -> Answer:
        """What an empty form is answered with, once for all tests and undone. How the page looks that answers it is
        not asked: it is not drawn.
        """
        with undrawn():
            return self._answer(who, "post", address)

    def _answer(self, who: str, method: str, address: str) -> Answer:
        key = who, method, address
        if key not in self.answers:
            self.answers[key] = self._ask(*key)
        return self.answers[key]

    def _ask(self, who: str, method: str, address: str) -> Answer:
        with self.undone(), known():
            is_watched = method == "get" and who in WATCHED
            before = _newest_line() if is_watched else 0
            response = getattr(self.browser(who), method)(address)
            content = response.getvalue() if response.streaming else response.content
            is_noted = is_watched and _newest_line() > before
        return Answer(response.status_code, dict(response.headers), content, is_noted)

    def browser(self, who: str, **kwargs: Any) -> Client:
        """A fresh browser in which this person is signed in, or nobody."""
        client = Client(**kwargs)
        client.handler = _handler(client.handler.enforce_csrf_checks)
        if who != "anonymous":
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[who]
        return client

    @property
    def everybody(self) -> list[str]:
        """All kinds of people, and who is not signed in."""
        return ["anonymous", *self.sessions]


def _person(name: str, *grants: tuple[str, int | None]) -> User:
    user = User(email=f"{name}@example.org", name=f"Сотрудник {name}")
    user.password = make_password("пять слов никак не связаны", hasher="md5")
    user.save()
    RoleAssignment.objects.bulk_create(
        RoleAssignment(user=user, role=role, department_id=department) for role, department in grants
    )
    return user


def _family() -> tuple[Any, Any, Any]:
    family = families.create_family(actor=SYSTEM)
    mother = families.add_person(
        actor=SYSTEM,
        family=family,
        role="mother",
        identity=Identity(
            surname="Заповедникова",
            given="Ефросинья",
            patronymic="Аристарховна",
            birth_date=date(1991, 7, 7),
            phones=("+7 916 555-01-99",),
            addresses=("Вымышленный переулок, 1",),
        ),
        from_on=OPENED,
        on=OPENED,
    )
    child = families.add_person(
        actor=SYSTEM,
        family=family,
        role="child",
        identity=Identity(surname="Заповедников", given="Мефодий", birth_date=date(2019, 5, 5)),
        from_on=OPENED,
        on=OPENED,
    )
    return family, mother, child


def _case(department: Any, program_id: int, manager: User, number: str) -> tuple[Case, Any, Any, Any]:
    family, mother, child = _family() if number in (NUMBER, CLOSED_NUMBER) else _coded_family()
    case = cases.open_case(
        actor=SYSTEM,
        program_id=program_id,
        department_id=department.pk,
        family_id=family.pk,
        client_id=mother.pk,
        child_ids=[child.pk],
        number=number,
        case_manager_id=manager.pk,
        on=OPENED,
    )
    return case, family, mother, child


def _closed_case(department: Any, program_id: int, manager: User) -> Case:
    """A case that has come to its end and therefore stands in the outcome table."""
    case, _family, _mother, child = _case(department, program_id, manager, CLOSED_NUMBER)
    totals = [
        ImportedTotal(case_id=case.pk, point="entry", total=30, on=OPENED),
        ImportedTotal(case_id=case.pk, point="exit", total=10, on=LEFT),
    ]
    assessments.import_totals(actor=SYSTEM, totals=totals)
    cases.close_case(
        actor=SYSTEM,
        case_id=case.pk,
        reason="goals_achieved",
        summary="Справились",
        placements={child.pk: "own_family"},
        on=LEFT,
    )
    return case


def _coded_family() -> tuple[Any, Any, Any]:
    family = families.create_family(actor=SYSTEM)
    mother = families.add_person(actor=SYSTEM, family=family, role="mother", letter="Б")
    child = families.add_person(actor=SYSTEM, family=family, role="child", letter="Б")
    return family, mother, child


def merge_of(person: Person) -> int:
    """Another record of somebody, brought together with the one that stands in the case."""
    gone = families.add_person(actor=SYSTEM, family=families.create_family(actor=SYSTEM), role="other", letter="Б")
    Person.objects.filter(pk=gone.pk).update(merged_into=person)
    return Merge.objects.create(kept=person, gone=gone, reason="twice", revision=person.revision).pk


def union_of(case: Case) -> int:
    """Another family brought together with that of the case."""
    gone = families.create_family(actor=SYSTEM)
    return Merge.objects.create(kept_family_id=case.family_id, gone_family=gone, reason="family_twice").pk


def _join(case: Case, user: User, part: str, to_on: date | None = None) -> TeamMember:
    return TeamMember.objects.create(case=case, user=user, part=part, from_on=OPENED, to_on=to_on)


def build() -> World:
    """Raise the organization inside the transaction of the caller."""
    publish_practice(actor=SYSTEM, folder=Path(packs.__file__).parent / "practices" / "support_and_shelter")
    draft_a_model()
    draft_a_form()
    draft_a_process()
    world = World()
    forget()
    here, there = access.add_department(actor=SYSTEM, name="Здесь"), access.add_department(actor=SYSTEM, name="Там")
    program = _program(here, there)
    people = {role: _person(role, (role, None)) for role in WITHOUT_CASES if role != "nobody"}
    people["nobody"] = _person("nobody")
    people |= {role: _person(role, (role, here.pk)) for role in (*IN_DEPARTMENT, *IN_TEAM)}
    people |= {f"{role}_elsewhere": _person(f"{role}2", (role, there.pk)) for role in (*IN_DEPARTMENT, *IN_TEAM)}
    people |= {f"{role}_in_team": _person(f"{role}3", (role, None)) for role in UNSEEING_IN_TEAM}
    people["former_specialist"] = _person("former", (Role.SPECIALIST, here.pk))

    case, family, mother, child = _case(here, program, people["case_manager"], NUMBER)
    other, _family2, mother2, child2 = _case(there, program, people["case_manager_elsewhere"], "5/2026")
    member = _join(case, people["specialist"], "specialist")
    _join(case, people["psychologist"], "psychologist")
    for role in UNSEEING_IN_TEAM:
        _join(case, people[f"{role}_in_team"], "volunteer")
    _join(case, people["former_specialist"], "specialist", LEFT)
    _join(other, people["specialist_elsewhere"], "specialist")
    _join(other, people["psychologist_elsewhere"], "psychologist")
    cases.start_stay(actor=SYSTEM, case_id=case.pk, planned_until=LEFT, on=OPENED)
    placement = families.record_placement(
        actor=SYSTEM, child=child, kind="own_family", from_on=OPENED, case_ids=[case.pk], on=LEFT
    )
    invitation, _token = access.invite(
        actor=Actor(people["head"].pk, "head", frozenset({(Role.HEAD, None)})),
        name="Приглашённая",
        email="guest@example.org",
        grants=[(Role.SPECIALIST, None)],
    )
    assessment = assessments.submit(
        actor=SYSTEM,
        case_id=case.pk,
        point="entry",
        answers={"1.1": {"family": 2}},
        comments={"1.1": COMMENT},
        on=OPENED,
    )
    closed = _closed_case(here, program, people["case_manager"])
    run = registry.upload(
        actor=actor_of(user_id=people["coordinator"].pk),
        data=(Path(registry_room.__file__).parent / "data" / "registry.xlsx").read_bytes(),
        name="реестр.xlsx",
        on=LEFT,
    )
    route = Route.objects.get(case=case)
    paper = process.file_paper(actor=SYSTEM, route_id=route.pk, kind="contract", source="process.seen", on=LEFT)
    world.parameters = {
        "source": "contact",
        "kind": "call",
        "case_id": case.pk,
        "route_id": route.pk,
        "action": "refuse",
        "task": "no-such-task",
        "paper_id": paper.pk,
        "code": route.version.code,
        "program_id": program,
        "person_id": child.pk,
        "placement_id": placement.pk,
        "other_id": mother.pk,
        "merge_id": merge_of(child),
        "family_id": closed.family_id,
        "union_id": union_of(case),
        "assessment_id": assessment.pk,
        "point": "review",
        "run_id": run.pk,
        "member_id": member.pk,
        "user_id": people["volunteer"].pk,
        "department_id": here.pk,
        "invitation_id": invitation.pk,
        "token": "no-such-link",
        "uidb36": "1",
        "key": "no-such-key",
        **papers_of(route, parent_id=mother.pk, child_id=child.pk, words=COMMENT, on=OPENED),
        **group_of(route, person_id=mother.pk, leader_id=people["case_manager"].pk, words=COMMENT, on=OPENED),
        **indicators_of(on=OPENED),
        **table_of(),
        "field_id": an_own_field(),
        **letters_of(route, person_id=mother.pk, words=COMMENT, on=OPENED),
        **signal_of(route, words=COMMENT, visitor_id=people["case_manager"].pk, on=OPENED),
        **decisions_of(
            route,
            words=COMMENT,
            panel=[people[role].pk for role in ("head", *IN_DEPARTMENT, *IN_TEAM)],
            chair_id=people["case_manager"].pk,
            on=LEFT,
        ),
        **centre_of(case, here, mother, child, on=OPENED),
        **around_of(route, words=COMMENT, member_id=mother.pk, on=LEFT),
        **goods_of(route, words=COMMENT, on=LEFT),
        **plan_of(route, words=COMMENT, member_id=mother.pk, worker_id=people["case_manager"].pk, on=LEFT),
        **analysis_of(program, on=LEFT),
        **release_of(on=LEFT),
        "token_id": token_of(people["head"].pk, on=LEFT),
        **reports_of(on=LEFT),
    }
    world.parameters["note_id"] = note_of(case.pk, people["psychologist"].pk)
    keep_draft(
        actor=actor_of(user_id=people["case_manager"].pk),
        form="intake:new_contact",
        subject=f"route_id={route.pk}",
        address=f"/routes/{route.pk}/intake/contact/",
        title="Контакт",
        typed={"notes": [COMMENT]},
        route_id=route.pk,
    )
    world.parameters["draft_id"] = FormDraft.objects.get().pk
    world.parameters["second_id"] = world.parameters["referral_id"]
    world.elsewhere = {"case_id": other.pk, "person_id": child2.pk}
    for name, user in people.items():
        client = Client()
        client.force_login(user)
        world.sessions[name] = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert Invitation.objects.filter(pk=invitation.pk).exists()
    assert Placement.objects.filter(pk=placement.pk).exists()
    assert mother.pk != mother2.pk
    assert family.pk
    return world


def note_of(case_id: int, author_id: int) -> int:
    """A confidential note of the psychologist of the team."""
    author = actor_of(user_id=author_id)
    return notes.write_note(actor=author, case_id=case_id, kind="therapy", text=COMMENT, on=LEFT, today=LEFT).pk


def _program(*departments: Any) -> int:
    """A program of the shipped practice, carried by these departments too."""
    program = Program.objects.filter(layout="shelter").order_by("id").first()
    assert program is not None
    for department in departments:
        ProgramDepartment.objects.create(program=program, department=department)
    return program.pk
