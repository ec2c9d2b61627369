"""A case closed in March, opened again in May and closed in September, counted by hand as of days between."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import transaction

from opora.access.rules import SYSTEM
from opora.assessments.models import Assessment
from opora.cases.models import Case, Closing, ClosingChild, FollowUp, FollowUpChild, FollowUpContact
from opora.common.kept import Kept
from opora.evidence.actions import refresh_facts
from opora.evidence.models import CaseFact, FormerFact
from opora.evidence.tests import world
from opora.indicators import queries
from opora.indicators.queries import kept as keeping
from opora.indicators.rules import Figure, period_of
from opora.indicators.tests.asking import parts
from opora.indicators.tests.houses import small_form, told_of

pytestmark = pytest.mark.django_db
OPENED, MARCH, MAY, SEPTEMBER = date(2024, 1, 10), date(2024, 3, 10), date(2024, 5, 20), date(2024, 9, 15)
APRIL, JUNE, OCTOBER = date(2024, 4, 30), date(2024, 6, 30), date(2024, 10, 31)
YEAR = (date(2024, 1, 1), date(2024, 12, 31))
SPRING = (date(2024, 1, 1), date(2024, 3, 31))


@pytest.fixture
def case() -> Case:
    """Weak sides 3 at entry, 1 in March, 0 in September; a child at home in March, with relatives in September."""
    form = small_form()
    made = world.case(opened_on=OPENED, closed_on=MARCH, homes=("own_family",))
    world.form(made, "entry", [3, 2, 2, 1], in_version=form, on=OPENED)
    world.form(made, "exit", [1, 2, 1, 1], in_version=form, on=MARCH, critical=0)
    told_of([made])
    return made


def _again(case: Case) -> None:
    Closing.objects.filter(case=case).update(reopened_on=MAY)
    FollowUp.objects.filter(case=case).update(cancelled_at=datetime(2024, 5, 20, 12, tzinfo=UTC))
    Case.objects.filter(pk=case.pk).update(closed_on=None)
    refresh_facts(case_ids=[case.pk])


def _closed(case: Case) -> None:
    world.form(case, "exit", [1, 1, 1, 1], in_version=_form_of(case), on=SEPTEMBER, critical=0, episode=2)
    closing = Closing.objects.create(case=case, on=SEPTEMBER, reason=Closing.Reason.NOT_RECORDED)
    child = case.children.get().person
    ClosingChild.objects.create(closing=closing, person=child, placement="relatives")
    FollowUp.objects.create(case=case, due_on=date(2025, 3, 15))
    Case.objects.filter(pk=case.pk).update(closed_on=SEPTEMBER)
    refresh_facts(case_ids=[case.pk])


def _form_of(case: Case) -> Any:
    return Assessment.objects.filter(case=case).latest("pk").version


def test_each_day_is_told_what_stood_on_it(case: Case) -> None:
    _again(case)
    _closed(case)
    # Of one case: by the closing of March as of April, by none as of June, by that of September as of October.
    for code, april, october in (
        ("IND-30", (1, 1, 0), (1, 1, 0)),
        ("IND-31", (2.0, 1, 0), (3.0, 1, 0)),
        ("IND-33x", (1, 1, 0), (0, 1, 0)),
        ("IND-34x", (1, 4, 0), (0, 4, 0)),
        ("IND-20", (1, 1, 0), (0, 1, 0)),
        ("IND-21", (1, 1, 0), (0, 1, 0)),
        ("IND-35", (0, 1, 0), (0, 1, 0)),
    ):
        assert parts(code, days=YEAR, as_of=APRIL) == april, code
        assert parts(code, days=YEAR, as_of=JUNE)[1:] == (0, 0), code
        assert parts(code, days=YEAR, as_of=OCTOBER) == october, code
        assert parts(code, days=SPRING, as_of=APRIL) == april, code
        assert parts(code, days=SPRING, as_of=OCTOBER)[1:] == (0, 0), "opened again since, nothing of spring stands"
    assert parts("IND-30", days=YEAR, as_of=date(2024, 5, 19)) == (1, 1, 0), "the day before it was opened again"
    assert parts("IND-30", days=YEAR, as_of=MAY) == (0, 0, 0)


def test_days_of_work_leave_out_the_time_it_stood_closed(case: Case) -> None:
    _again(case)
    _closed(case)
    former, now = FormerFact.objects.get(case=case), CaseFact.objects.get(case=case)
    assert ((former.closed_on - OPENED).days - former.days_away, former.opened_again_on) == (60, MAY)
    # From 10.01 to 15.09 are 249 days; from 10.03 to 20.05, 71 of them, it stood closed.
    assert (SEPTEMBER - OPENED).days - now.days_away == 249 - 71


def test_what_was_kept_before_is_told_as_of_that_day_after(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a page shows it, with what is kept: each day one looks from keeps its own figure."""
    monkeypatch.setattr(keeping, "_kept", Kept(20_000))

    def told(as_of: date) -> Figure:
        return queries.read_indicator(actor=SYSTEM, code="IND-30", period=period_of(*YEAR, as_of)).figure

    before = told(APRIL)
    assert (before.numerator, before.denominator) == (1, 1)
    _again(case)
    assert (told(APRIL), told(JUNE).denominator) == (before, 0)
    _closed(case)
    assert (told(APRIL), told(JUNE).denominator, told(OCTOBER).denominator) == (before, 0, 1)
    # A form of then that is taken back changes what April is told, and what was kept of it is told no more.
    Assessment.objects.filter(case=case, point="exit", on=MARCH).update(status="voided")
    refresh_facts(case_ids=[case.pk])
    assert (told(APRIL).denominator, told(APRIL).unknown) == (0, 1)


def test_the_look_back_that_was_made_before_counts_as_of_then(case: Case) -> None:
    visit = FollowUp.objects.get(case=case)
    seen = FollowUpContact.objects.create(follow_up=visit, on=visit.due_on, result="reached", family_state="copes")
    child = case.children.get().person
    FollowUpChild.objects.create(contact=seen, person=child, placement="own_family", safety="safe")
    FollowUp.objects.filter(pk=visit.pk).update(done_on=visit.due_on, result="reached")
    refresh_facts(case_ids=[case.pk])
    looked: dict[str, Any] = {"days": YEAR, "as_of": OCTOBER}
    codes = ("IND-20f", "IND-21f", "IND-24f")
    assert {code: parts(code, **looked) for code in codes} == dict.fromkeys(codes, (1, 1, 0))
    Closing.objects.filter(case=case).update(reopened_on=date(2024, 12, 1))
    Case.objects.filter(pk=case.pk).update(closed_on=None)
    refresh_facts(case_ids=[case.pk])
    assert {code: parts(code, **looked) for code in codes} == dict.fromkeys(codes, (1, 1, 0))
    assert parts("IND-20f", days=YEAR, as_of=date(2024, 12, 31)) == (0, 0, 0)


def test_a_look_back_called_off_was_late_as_of_then(case: Case) -> None:
    Closing.objects.filter(case=case).update(reopened_on=date(2024, 12, 1))
    FollowUp.objects.filter(case=case).update(cancelled_at=datetime(2024, 12, 1, 12, tzinfo=UTC))
    Case.objects.filter(pk=case.pk).update(closed_on=None)
    refresh_facts(case_ids=[case.pk])
    assert parts("IND-35f", days=YEAR, as_of=OCTOBER) == (1, 1, 0)
    assert parts("IND-35f", days=YEAR, as_of=date(2024, 12, 31)) == (0, 0, 0)


def test_what_is_told_of_an_undone_closing_is_what_the_case_told_on_that_day(case: Case) -> None:
    """The same statement pairs the forms of both, so that nothing but the opening anew parts them."""
    before = CaseFact.objects.filter(case=case).values().get()
    _again(case)
    former = FormerFact.objects.filter(case=case).values().get()
    shared = before.keys() & former.keys()
    assert {"entry_id", "exit_id", "change", "solved", "children_kept", "follow_up_due_on"} <= shared
    assert {one: former[one] for one in shared} == {one: before[one] for one in shared}
    with transaction.atomic():
        Case.every.filter(pk=case.pk).update(voided_on=MAY)
        refresh_facts(case_ids=[case.pk])
        assert not FormerFact.objects.filter(case=case).exists(), "a case opened by mistake counts nowhere"
        transaction.set_rollback(True)
