"""An own indicator counts over the days of its rule, whatever first day is asked for; months and drill-down as well."""

from datetime import date

import pytest

from opora.access.rules import SYSTEM
from opora.common.errors import Invalid
from opora.evidence.tests import world
from opora.indicators import actions, queries, words
from opora.indicators.models import IndicatorVersion
from opora.indicators.rules import Period, PeriodRule, by_rule, period_of
from opora.indicators.tests.houses import path, service
from opora.services.models import Provision

LAST = date(2024, 8, 15)
ASKED = Period(date(2024, 8, 1), LAST, LAST)
# One service on each of these days: of the month, of the quarter, of the year, of twelve months, of long ago.
DAYS = (date(2024, 8, 2), date(2024, 7, 3), date(2024, 2, 4), date(2023, 9, 5), date(2019, 1, 6))


@pytest.mark.parametrize(
    ("rule", "first"),
    [
        ("", date(2024, 8, 1)),
        ("month", date(2024, 8, 1)),
        ("quarter", date(2024, 7, 1)),
        ("year", date(2024, 1, 1)),
        ("twelve_months", date(2023, 8, 16)),
        ("ever", date(1990, 1, 1)),
    ],
)
def test_each_rule_keeps_the_last_day_and_says_the_first(rule: str, first: date) -> None:
    assert by_rule(rule, ASKED) == Period(first, LAST, LAST)
    nothing = Period(LAST, date(2024, 8, 1), LAST)
    assert by_rule(rule, nothing) == nothing


def _given() -> None:
    case = world.case(closed_on=None)
    path(case=case)
    for day in DAYS:
        Provision.objects.create(
            case=case, service=service(), on=day, format="individual", provider="own", state="held"
        )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("rule", "counted"), [("", 1), ("month", 1), ("quarter", 2), ("year", 3), ("twelve_months", 4), ("ever", 5)]
)
def test_figure_months_and_cases_are_of_the_days_of_the_rule(rule: str, counted: int) -> None:
    _given()
    told = {"title": "Услуги", "measure": "IND-02", "filters": {}, "period_rule": rule}
    actions.publish_indicator(actor=SYSTEM, code="own-1", **told)
    period = period_of(ASKED.first, LAST, LAST)
    found = queries.read_indicator(actor=SYSTEM, code="own-1", period=period)
    assert (found.figure.value, found.months[-1][1].value) == (counted, counted)
    (case,) = queries.cases_behind(
        actor=SYSTEM, one=queries.find_indicator(actor=SYSTEM, code="own-1"), period=period, limit=9
    )
    assert case.times == counted
    together, _beside = queries.read_together(actor=SYSTEM, codes=["own-1"], period=period)
    assert together["own-1"].now.value == counted
    said = words.counting_rules(found.measure, (), found.indicator.period_rule)
    assert ("каким бы ни был первый день" in said[0]) is bool(rule)


@pytest.mark.django_db
def test_a_rule_is_one_of_the_list_changes_the_version_and_is_taken_along() -> None:
    told = {"actor": SYSTEM, "code": "own-1", "title": "Услуги", "measure": "IND-02", "filters": {}}
    with pytest.raises(Invalid) as refused:
        actions.publish_indicator(**told, period_rule="decade")
    assert set(refused.value.fields) == {"period_rule"}
    plain = actions.publish_indicator(**told)
    assert actions.publish_indicator(**told) == plain, "said the same, it is the same version"
    assert actions.publish_indicator(**told, period_rule="year").number == 2
    assert 'period_rule = "year"' in queries.own_as_file(actor=SYSTEM)
    actions.begin_draft(actor=SYSTEM, code="own-1")
    actions.put_draft(
        actor=SYSTEM, code="own-1", title="Услуги", about="", filters={}, split="", period_rule="ever", seen=None
    )
    draft = queries.open_draft(actor=SYSTEM, code="own-1")
    assert (draft.base.period_rule, draft.said.period_rule) == (PeriodRule.YEAR, PeriodRule.EVER)
    actions.publish_draft(actor=SYSTEM, code="own-1", seen=draft.revision)
    assert list(IndicatorVersion.objects.order_by("number").values_list("period_rule", flat=True)) == [
        "",
        "year",
        "ever",
    ]
