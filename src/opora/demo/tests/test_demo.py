"""The demonstration sets itself up from nothing, and a second time changes nothing."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.db import transaction
from django.db.models import F
from django.test import override_settings

from opora.access.models import Substitution, User
from opora.access.queries import actor_of
from opora.access.rules import ROLES, SYSTEM
from opora.assessments.models import Assessment
from opora.audit.models import JournalEntry
from opora.cases.models import Case, CaseTransfer
from opora.chain.queries import read_chain
from opora.circumstances.models import LifeChange
from opora.common.dates import add_months, today
from opora.correspondence.models import OfficialLetter
from opora.correspondence.queries import LetterFilters, agreements, letters
from opora.demo.actions import ensure_demo, is_whole
from opora.demo.actions.branches import found_branches, write_branches
from opora.demo.actions.lives import LifeWriter
from opora.demo.actions.setup import SIGNALS
from opora.demo.actions.storeroom import StoreroomWriter
from opora.demo.actions.surroundings import SurroundingsWriter
from opora.demo.queries import FIRST, at_work
from opora.demo.rules.branches import BRANCHES
from opora.demo.rules.letters import OFFICES
from opora.demo.rules.partners import PARTNERS
from opora.demo.rules.staff import PROGRAMS
from opora.details.models import Detail
from opora.evidence.queries import outcomes
from opora.evidence.rules.rows import Cohort
from opora.families.models import FamilyMember, Merge, Person
from opora.families.queries import unlocked
from opora.goods.models import Appeal, Issue, StockEntry
from opora.groups.actions.following import follow
from opora.groups.models import Session
from opora.indicators.models import Target
from opora.indicators.rules import period_of
from opora.intake.models import Referral
from opora.network.models import KinLink, NetworkMember, OutsideNeed
from opora.notes.models import ConfidentialNote
from opora.packs.actions import publish_practice
from opora.packs.queries import shipped_practices
from opora.partners.models import Partner
from opora.pivot.queries import fields_of_tables
from opora.plans.models import Plan, Task
from opora.process.models import Amendment, Paper, Route
from opora.reports.models import ReportBlock, TakenReport
from opora.services.models import PlannedService, Provision
from opora.stays.models import Admission, Shelter, Waiting
from opora.voice.queries.quotes import publishable

GROWN = 1
"""A daughter who grew up has a case of her own, which began with no signal."""

People = list[tuple[str, str, str]]


def silent(_sentence: str, _done: int | None = None, _total: int | None = None) -> None:
    pass


@pytest.fixture(scope="module")
def demonstration(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[People]:
    """Set up once for all tests of this file: inventing lives takes longer than all that is asked about them."""
    with (
        django_db_blocker.unblock(),
        override_settings(OPORA_HOME=tmp_path_factory.mktemp("demo")),
        transaction.atomic(),
    ):
        publish_practice(actor=SYSTEM, folder=shipped_practices()["support_and_shelter"])
        # The first of them are there when somebody may look around; the others follow.
        ensure_demo(silent, size=9, first=5)
        assert Case.objects.filter(is_imported=False).count() < 9
        assert not is_whole()
        yield ensure_demo(silent, size=9)
        transaction.set_rollback(True)


@pytest.fixture
def people(demonstration: People, django_db_blocker: Any) -> Iterator[People]:
    """Who may sign in; what a test changes is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield demonstration
        transaction.set_rollback(True)


def test_somebody_of_each_role_can_sign_in(people: People) -> None:
    assert {
        role for user in User.objects.all() for role in user.role_assignments.values_list("role", flat=True)
    } == set(ROLES)
    for _role, email, password in people[:2]:
        assert authenticate(None, email=email, username=email, password=password) is not None


def test_history_and_invented_families_stand_side_by_side(people: People) -> None:
    assert Counter(Case.objects.values_list("is_imported", flat=True)) == {True: 10, False: 9 + GROWN}
    assert Assessment.objects.filter(is_total_only=False).exists()
    found = outcomes(actor=SYSTEM, cohort=Cohort(), limit=None)
    assert sum(program.closed for program in found.programs) == Case.objects.filter(closed_on__isnull=False).count()


def test_what_is_seldom_in_a_family_is_seen_once(people: People) -> None:
    daughter = Person.objects.get(memberships__ended="grown")
    assert Case.objects.get(client=daughter).family_id != daughter.memberships.get(ended="grown").family_id
    assert FamilyMember.objects.filter(is_expected=True, expected_in__gt=today()).count() == 1
    assert Merge.objects.filter(undone_at=None).count() == 1
    known = unlocked(Person.objects.filter(merged_into=None)).values()
    assert any(one.former_names for one in known) and any(one.born and one.born.is_about for one in known)


def test_two_own_fields_have_answers_to_tell_tables_apart_by(people: People) -> None:
    fields = fields_of_tables(actor=SYSTEM)
    assert len(fields) == 2
    assert all(Detail.objects.filter(field_id=one.field.id).exists() for one in fields.values() if one.field)


def test_targets_are_set_and_a_model_shows_where_its_chain_breaks(people: People) -> None:
    assert Target.objects.filter(dropped_on=None).count() == 7
    chain = read_chain(actor=SYSTEM, code="support_and_shelter", period=period_of(None, None, today()))
    told = {box.standing.holds for box in chain.boxes if any(one.target for one in box.standing.measured)}
    assert told & {True, False}


def test_second_start_changes_nothing(people: People) -> None:
    before = JournalEntry.objects.count(), Case.objects.count()
    assert ensure_demo(silent, size=9) == people
    assert is_whole()
    assert (JournalEntry.objects.count(), Case.objects.count()) == before


def test_every_path_stands_where_its_last_step_led(people: People) -> None:
    routes = list(Route.every.prefetch_related("steps"))
    assert len(routes) == 9 + GROWN + round(9 * SIGNALS)
    for route in routes:
        if not (steps := list(route.steps.all())):
            continue
        assert (steps[-1].to_stage, steps[-1].on, len(steps)) == (route.stage, route.entered_on, route.step_count)
        assert not any(step.is_override for step in steps)
    assert Referral.objects.count() == len(routes) - GROWN
    assert Referral.objects.filter(outcome="").exists()


def test_cases_open_and_close_by_steps_of_their_paths(people: People) -> None:
    for route in Route.objects.exclude(case=None).select_related("case"):
        assert route.case is not None
        assert route.case.opened_on in {step.on for step in route.steps.all()}
        assert route.ended_on == route.case.closed_on
    assert not Route.objects.filter(case__is_imported=True, case__closed_on__isnull=False).exists()


def test_acts_votes_councils_and_referrals_are_in_their_rooms(people: People) -> None:
    filed = set(Paper.objects.exclude(source="demo").values_list("kind", flat=True))
    assert filed >= {"aid_act", "vote_minutes", "council_minutes", "referral_confirmed"}
    assert Partner.objects.count() == len(PARTNERS) + len(OFFICES)


def test_plans_are_under_way_and_everybody_who_helps_has_something_to_do(people: People) -> None:
    assert {plan.state for plan in Plan.objects.all()} >= {"current"}
    assert {task.state for task in Task.objects.all()} == {"open", "done", "cancelled"}
    open_tasks = Task.objects.filter(state="open")
    assert open_tasks.exclude(member=None).exists()
    assert Task.objects.exclude(partner=None).exists()
    volunteer = User.objects.get(email="volunteer@opora.example")
    assert open_tasks.filter(worker=volunteer).exists()


def test_what_seldom_happens_to_a_record_is_seen_once(people: People) -> None:
    assert Substitution.objects.filter(from_on__lte=today(), until_on__gte=today()).count() == 1
    assert Route.every.exclude(voided_on=None).count() == 1
    assert CaseTransfer.objects.count() == 1
    corrected = Amendment.objects.filter(kind=Amendment.Kind.CORRECTED)
    assert corrected.exclude(source__startswith="stays.").count() == 1


def test_somebody_waits_for_a_place(people: People) -> None:
    assert Waiting.objects.filter(answer="").exists()


def test_services_stand_planned_given_and_missed_by_several_hands(people: People) -> None:
    given = Provision.objects.all()
    assert {one.state for one in given} >= {"held", "no_show"}
    assert given.exclude(partner=None).exists() and given.exclude(together=None).count() > 1
    assert given.values("worker").distinct().count() > 3
    # Some came before there was a case, and followed the family into it.
    assert given.filter(on__lt=F("route__case__opened_on")).exists()
    assert not given.filter(on__lt=F("route__started_on")).exists() and not given.filter(on__gt=today()).exists()
    assert not given.filter(on__gt=F("route__ended_on")).exists()
    assert not PlannedService.objects.filter(until_on__lt=F("on")).exists()
    assert JournalEntry.objects.filter(verb="services.given").count() >= given.count()
    assert {one.by.name for one in ConfidentialNote.objects.all() if one.by} == {"Дарья Милова"}


def test_letters_were_sent_answered_are_late_and_one_is_being_written(people: People) -> None:
    head = actor_of(user_id=User.objects.get(email="head@opora.example").pk)
    found = OfficialLetter.objects.all()
    assert {one.result for one in found} >= {"", "granted", "part"} and {one.direction for one in found} == {
        "out",
        "in",
    }
    assert found.filter(asked_by="parent").exists() and found.filter(case=None, route=None).exists()
    for state in ("late", "awaited", "drafts"):
        assert letters(actor=head, filters=LetterFilters(state=state), on=today())[0], state
    in_turn = found.exclude(number="").filter(direction="out").order_by("pk").values_list("on", flat=True)
    assert list(in_turn) == sorted(in_turn), "numbers run with the days"
    soon = add_months(today(), 2)
    assert all(agreements(actor=head, state=one, on=today(), soon=soon) for one in ("in_force", "ending", "over"))


def test_every_shipped_practice_has_families_of_its_own(people: People) -> None:
    writer = LifeWriter()
    found_branches(writer)
    for _branch in write_branches(1, seed=4):
        pass
    walked = Counter(Route.objects.values_list("program__code", flat=True))
    assert all(walked[PROGRAMS[branch.place]] == 2 for branch in BRANCHES)
    assert Case.objects.filter(program__code__in=[PROGRAMS[branch.place] for branch in BRANCHES]).count() == 3
    before = Route.objects.count()
    assert [None for _branch in write_branches(1, seed=4)] == []
    assert Route.objects.count() == before


def test_every_practice_has_people_around_families_changes_goods_and_money(people: People) -> None:
    found_branches(LifeWriter())
    for _practice in write_branches(2, seed=4):
        pass
    actors = LifeWriter().actors
    others = [case for code, cases in at_work().items() if code != FIRST for case in cases]
    SurroundingsWriter(actors["head"], today=today()).write(others)
    StoreroomWriter(actors, today=today()).write()
    whose = {case.pk: code for code, cases in at_work().items() for case in cases}
    assert set(whose.values()) == set(shipped_practices()), "in each of them somebody is worked with"
    paths = dict(Route.objects.exclude(case=None).values_list("pk", "case_id"))
    for kept in (NetworkMember, KinLink, LifeChange, OutsideNeed, Issue):
        places = kept._default_manager.values_list("case_id", "route_id")
        assert set(whose.values()) <= {whose.get(case or paths.get(route, 0)) for case, route in places}, kept
    done = set(StockEntry.objects.values_list("kind", flat=True))
    assert {"received", "issued", "sorted", "written_off", "moved", "counted"} <= done


def test_in_every_centre_something_was_put_right_and_taken_back(people: People) -> None:
    """Admissions, nights away, agreed days and preparations, corrected and voided, so that one sees how that looks."""
    sources = list(Amendment.objects.filter(source__startswith="stays.").values_list("source", "kind"))
    told = {(source.split(":")[0], kind) for source, kind in sources}
    assert {
        ("stays.admission", "corrected"),
        ("stays.admission", "voided"),
        ("stays.exitday", "corrected"),
        ("stays.readiness", "voided"),
        ("stays.departure", "corrected"),
    } <= told
    voided = Admission.every.exclude(voided_on=None)
    own = Shelter.objects.exclude(department=None)
    assert own and set(voided.values_list("shelter", flat=True)) == set(own.values_list("pk", flat=True))
    assert not voided.exclude(stay=None).exists()


def test_what_was_asked_for_outside_has_every_end(people: People) -> None:
    assert set(Appeal.objects.values_list("state", flat=True)) == set(Appeal.State.values)
    assert Appeal.every.exclude(voided_on=None).exists()
    assert Appeal.objects.filter(state="promised", promised_by__lt=today()).exists(), "a promise is late"


def test_a_meeting_marked_again_as_it_is_changes_nothing(people: People) -> None:
    held = Session.objects.filter(is_held=True, group__service__isnull=False).prefetch_related("marks")
    origins = Provision.objects.filter(origin__startswith="groups.")
    before = origins.count(), Amendment.objects.count()
    assert before[0]
    for session in held:
        follow(SYSTEM, session)
    assert (origins.count(), Amendment.objects.count()) == before


def test_a_quarter_was_taken_and_a_draft_waits_with_words_that_two_families_let_us_quote(people: People) -> None:
    taken = TakenReport.objects.get()
    assert len(publishable(taken.quotes, today())) == 2
    kinds = set(ReportBlock.objects.exclude(report=taken.report_id).values_list("kind", flat=True))
    assert {"quotes", "results", "saved"} <= kinds, "the draft shows what families say, what they reached, a table"
