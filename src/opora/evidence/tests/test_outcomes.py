"""Outcomes as people with different work here see them, and as the command line prints them."""

from datetime import date

import pytest

from opora.__main__ import COMMANDS
from opora.access.models import User
from opora.access.rules import SYSTEM, Actor, Role
from opora.cases.models import TeamMember
from opora.common.errors import Refused
from opora.evidence import policies
from opora.evidence.actions import refresh_facts
from opora.evidence.queries import outcomes, rows_behind, section_profiles
from opora.evidence.rules import Cohort, Sign, with_cases
from opora.instruments.models import InstrumentVersion
from opora.packs.actions import publish_practice
from opora.programs.models import Program

from . import world
from .factories import SHELTER, SUPPORT

pytestmark = pytest.mark.django_db


@pytest.fixture
def golden():
    """The ten historical cases in the database."""
    support = world.program("Комплексное сопровождение", "support")
    centre = world.program("Кризисный центр", "shelter")
    made = []
    for parent, children, number, opened, closed, entry, exit_ in SUPPORT:
        made.append(
            world.case(
                number,
                in_program=support,
                in_department=world.department("1 ЕФО МР"),
                parent=parent,
                children=children.split(","),
                opened_on=opened,
                closed_on=closed,
            )
        )
        world.total(made[-1], "entry", entry, on=opened)
        world.total(made[-1], "exit", exit_, on=closed)
    for parent, child, number, opened, left, visited, entry, exit_ in SHELTER:
        made.append(
            world.case(
                number,
                in_program=centre,
                in_department=world.department("1 ЕФО КЦ"),
                parent=parent,
                children=[child],
                opened_on=opened,
                closed_on=left,
                followed_up_on=visited,
            )
        )
        world.total(made[-1], "entry", entry, on=opened)
        world.total(made[-1], "exit", exit_, on=left)
    refresh_facts(case_ids=[case.pk for case in made])
    return made


def ours(found):
    """Programs of the ten cases; the shipped ones may stand beside them without a case."""
    return {program.name: program for program in found.programs if program.closed}


def test_the_ten_cases_from_the_database_give_the_golden_figures(golden):
    found = outcomes(actor=SYSTEM, cohort=Cohort(pooled=True))
    support, centre = ours(found)["Комплексное сопровождение"], ours(found)["Кризисный центр"]
    assert (support.entry.total, support.exit.total, centre.entry.total, centre.exit.total) == (150, 50, 61, 53)
    assert (support.shift.estimate, centre.shift.estimate) == (20.5, 1.0)
    assert support.test.p_two_sided == centre.test.p_two_sided == pytest.approx(0.0625, abs=1e-9)
    assert [row.parent for row in support.rows] == [line[0] for line in SUPPORT]
    assert [",".join(row.children_codes) for row in support.rows] == [line[1] for line in SUPPORT]
    assert [row.followed_up_on for row in centre.rows] == [line[5] for line in SHELTER]
    numbers = {row.case_id: row.number for row in support.rows}
    findings = with_cases(support, support.rows).findings
    named = {found.code: [numbers[case_id] for case_id in found.case_ids] for found in findings}
    assert named[Sign.NUMBERS_OUT_OF_ORDER] == ["29/2021 лд", "18/2021 лд"]
    assert named[Sign.NUMBERS_SPELLED_DIFFERENTLY] == ["17/2021лд"]
    assert len(named[Sign.EXITS_ALIKE]) == len(named[Sign.BASELINES_DIFFER]) == 5
    late = [one for one in centre.findings if one.code is Sign.FOLLOW_UP_LATE]
    assert late[0].figures["worst"] == 10


def test_a_pool_is_made_on_request_only_and_warns_of_different_beginnings(golden):
    assert outcomes(actor=SYSTEM, cohort=Cohort()).pooled is None
    found = outcomes(actor=SYSTEM, cohort=Cohort(pooled=True))
    assert len(ours(found)) == 2
    assert found.pooled is not None
    assert found.pooled.shift.estimate == 8.5
    assert found.pooled.test.p_two_sided == pytest.approx(1 / 512, abs=1e-9)
    pooled = with_cases(found.pooled, *(program.rows for program in found.programs))
    (apart,) = [one for one in pooled.findings if one.code is Sign.BASELINES_DIFFER]
    assert sorted(round(baseline.mean, 1) for baseline in apart.baselines) == [12.2, 30.0]
    assert sorted(apart.case_ids) == sorted(case.pk for case in golden)


def test_the_period_is_of_closing_with_both_days_included(golden):
    year = Cohort(closed_from=date(2022, 3, 8), closed_to=date(2022, 6, 30))
    found = ours(outcomes(actor=SYSTEM, cohort=year))
    assert [row.number for row in found["Комплексное сопровождение"].rows] == ["27/2021 лд", "18/2021 лд"]
    assert [row.number for row in found["Кризисный центр"].rows] == ["2", "4"]


def test_a_program_without_cases_says_why_it_has_no_figures(golden):
    empty = world.program("Новая программа")
    (found,) = outcomes(actor=SYSTEM, cohort=Cohort(program_ids=(empty.pk,))).programs
    assert (found.closed, found.rows, found.undefined["test"]) == (0, (), "no_pairs")


def test_a_page_of_rows_leaves_the_figures_whole(golden):
    support = golden[0].program_id
    found = outcomes(actor=SYSTEM, cohort=Cohort(program_ids=(support,)), limit=2, offset=3)
    (program,) = found.programs
    assert [row.number for row in program.rows] == ["29/2021 лд", "18/2021 лд"]
    assert program.closed == 5
    (alike,) = [one for one in program.findings if one.code is Sign.EXITS_ALIKE]
    assert alike.case_ids == ()
    behind = rows_behind(actor=SYSTEM, cohort=found.cohort, program_id=support, finding=alike)
    assert [row.case_id for row in behind] == [case.pk for case in golden[:5]]


def worker(role, department=None):
    user = User.objects.create(email=f"{role}@example.org", name=role)
    return Actor(user_id=user.pk, name=role, grants=frozenset({(role, department)}))


def test_everybody_counts_the_cases_he_may_see_and_no_others(golden):
    centre = golden[5].department_id
    manager = worker(Role.CASE_MANAGER, centre)
    TeamMember.objects.create(case=golden[1], user_id=manager.user_id, part="case_manager", from_on=date(2021, 1, 1))
    seen = {
        "head": worker(Role.HEAD),
        "analyst": worker(Role.ANALYST),
        "coordinator": worker(Role.COORDINATOR, centre),
        "manager": manager,
    }
    counted = {
        name: sum(program.closed for program in outcomes(actor=actor, cohort=Cohort()).programs)
        for name, actor in seen.items()
    }
    assert counted == {"head": 10, "analyst": 10, "coordinator": 5, "manager": 1}


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.SPECIALIST, Role.PSYCHOLOGIST, Role.VOLUNTEER])
def test_who_has_no_business_with_outcomes_is_refused(role):
    with pytest.raises(Refused):
        outcomes(actor=worker(role), cohort=Cohort())


def test_reading_is_not_exporting():
    manager, analyst = worker(Role.CASE_MANAGER), worker(Role.ANALYST)
    assert policies.can_read_outcomes(manager)
    assert not policies.can_export_outcomes(manager)
    policies.check_can_export_outcomes(analyst)
    with pytest.raises(Refused):
        policies.check_can_export_outcomes(manager)


def test_the_table_asks_the_database_the_same_few_times_however_long_it_is(golden, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        outcomes(actor=SYSTEM, cohort=Cohort(pooled=True))


def test_programs_without_items_have_no_profile(golden):
    profiles = section_profiles(actor=SYSTEM, cohort=Cohort())
    assert all(profile.n == 0 and not profile.sections for profile in profiles.values())


def test_the_profile_shows_the_sections_of_the_form_over_cases_with_items():
    practice = COMMANDS.parent / "packs" / "practices" / "support_and_shelter"
    publish_practice(actor=SYSTEM, folder=practice)
    program = Program.objects.filter(layout="support").first()
    version = InstrumentVersion.objects.get(instrument__code=program.instrument_code)
    by_section = {"entry": [3, 1, 0, 0, 0, 0, 0, 2], "exit": [1, 1, 0, 0, 0, 0, 0, 0]}
    measured = world.case(in_program=program)
    for point, weak in by_section.items():
        world.form(measured, point, [0], in_version=version, weak_by_section=weak, weak=sum(weak))
    bare = world.case(in_program=program)
    world.total(bare, "entry", 9)
    world.total(bare, "exit", 3)
    refresh_facts(case_ids=[measured.pk, bare.pk])
    profile = section_profiles(actor=SYSTEM, cohort=Cohort())[program.pk]
    assert (profile.n, len(profile.sections)) == (1, 8)
    assert [section.entry for section in profile.sections] == by_section["entry"]
    assert profile.sections[0].change == 2
    assert profile.sections[0].title.startswith("Жильё")
