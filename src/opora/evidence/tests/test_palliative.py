"""Social palliative cases are in sight and in no share of success (S4-39, Q-14); children six months later (X-12)."""

from datetime import date

import pytest

from opora.access.rules import SYSTEM
from opora.cases.models import FollowUpChild, FollowUpContact
from opora.evidence import words
from opora.evidence.actions import refresh_facts
from opora.evidence.models import CaseFact, MonthTally
from opora.evidence.queries import outcomes
from opora.evidence.queries.figures import rows_of_figure
from opora.evidence.rules import Cohort
from opora.evidence.rules.palliative import Palliative
from opora.pathways.models import RouteVersion
from opora.process.models import Route

from . import world

pytestmark = pytest.mark.django_db


def _accompany(case):
    version = RouteVersion.objects.create(code="trial", number=RouteVersion.objects.count() + 1, sha256="0", text="{}")
    return Route.objects.create(
        version=version,
        program=case.program,
        department=case.department,
        case=case,
        stage="work",
        entered_on=case.opened_on,
        started_on=case.opened_on,
        is_palliative=True,
        palliative_reason="Мать тяжело больна",
        palliative_on=case.opened_on,
    )


def _measured(entry, exit_, **more):
    case = world.case(homes=["own_family"], **more)
    world.total(case, "entry", entry)
    world.total(case, "exit", exit_, on=date(2024, 12, 1))
    return case


def _outcome(**cohort):
    return outcomes(actor=SYSTEM, cohort=Cohort(**cohort)).programs[0]


def test_a_palliative_case_stands_apart_from_every_share():
    improved, apart = _measured(12, 8), _measured(30, 33)
    _accompany(apart)
    refresh_facts(case_ids=[improved.pk, apart.pk])
    for cohort in ({}, {"closed_from": date(2024, 12, 5)}):
        found = _outcome(**cohort)
        assert (found.closed, found.improved.n, found.improved.total) == (1, 1, 1)
        assert found.palliative == Palliative(closed=1, paired=1, children=1, children_known=1, children_kept=1)
        assert [row.case_id for row in found.rows] == [improved.pk]
        line = next(line for line in words.lines(found) if line.code == "palliative")
        assert line.value == "1"
        assert any("1" in caveat for caveat in words.caveats(found))
    shown = {"actor": SYSTEM, "cohort": Cohort(), "program_id": apart.program_id}
    assert [row.case_id for row in rows_of_figure(**shown, figure="palliative")] == [apart.pk]
    assert [row.case_id for row in rows_of_figure(**shown, figure="closed")] == [improved.pk]


def test_a_month_of_palliative_cases_alone_is_kept_and_counted_anew_with_the_type():
    case = _measured(12, 8)
    route = _accompany(case)
    refresh_facts(case_ids=[case.pk])
    found = _outcome()
    assert (found.closed, found.palliative.closed, found.palliative.improved) == (0, 1, 1)
    Route.objects.filter(pk=route.pk).update(is_palliative=False)
    refresh_facts(case_ids=[case.pk])
    found = _outcome()
    assert (found.closed, found.palliative.closed) == (1, 0)
    assert "palliative" not in MonthTally.objects.get().data


def test_without_palliative_cases_nothing_is_said_of_them():
    refresh_facts(case_ids=[_measured(12, 8).pk])
    found = _outcome()
    assert "palliative" not in {line.code for line in words.lines(found)}
    assert "children_later" not in {line.code for line in words.lines(found)}


def test_children_are_counted_where_they_live_six_months_later():
    case = _measured(12, 8, children=(None, None, None), followed_up_on=date(2025, 6, 12))
    visit = case.follow_ups.get()
    early = FollowUpContact.objects.create(follow_up=visit, on=date(2025, 6, 1), result="no_answer")
    assert early.children.count() == 0
    contact = FollowUpContact.objects.create(follow_up=visit, on=date(2025, 6, 12), result="reached")
    people = [child.person for child in case.children.all()]
    for child, home in zip(people, ("own_family", "relatives", "unknown"), strict=True):
        FollowUpChild.objects.create(contact=contact, person=child, placement=home, safety="safe")
    refresh_facts(case_ids=[case.pk])
    later = _outcome().children.kept_later
    assert (later.n, later.total) == (1, 2)


@pytest.mark.parametrize(("result", "is_visited"), [("reached", True), ("", True), ("refused", False), ("lost", False)])
def test_only_a_family_that_was_reached_was_visited(result, is_visited):
    case = world.case(followed_up_on=date(2025, 6, 12))
    case.follow_ups.update(result=result)
    refresh_facts(case_ids=[case.pk])
    assert (CaseFact.objects.get(pk=case.pk).followed_up_on is not None) is is_visited


def test_the_next_assessment_of_an_open_case_is_due_after_the_months_of_its_program():
    case = world.case(closed_on=None)
    refresh_facts(case_ids=[case.pk])
    assert CaseFact.objects.get(pk=case.pk).review_due_on is None
    world.total(case, "entry", 12, on=date(2024, 8, 31))
    refresh_facts(case_ids=[case.pk])
    assert CaseFact.objects.get(pk=case.pk).review_due_on == date(2024, 11, 30)


def test_an_export_holds_the_palliative_cases_in_a_table_of_their_own():
    improved, apart = _measured(12, 8, number="1"), _measured(30, 33, number="2")
    _accompany(apart)
    refresh_facts(case_ids=[improved.pk, apart.pk])
    found = outcomes(actor=SYSTEM, cohort=Cohort(), limit=None).programs[0]
    assert [row.case_id for row in found.palliative_rows] == [apart.pk]
    assert [row.case_id for row in found.rows] == [improved.pk]
