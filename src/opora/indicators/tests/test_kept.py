"""Figures are kept until something changes in the rooms they rest on; and what other rooms may ask of them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from opora.access.rules import SYSTEM, Actor, Role
from opora.audit.sentences import verbs
from opora.cases.models import Case
from opora.common.errors import NotFound, Refused
from opora.common.kept import Kept
from opora.evidence.actions import refresh_facts
from opora.evidence.tests import world
from opora.indicators import queries
from opora.indicators.queries import counting, pieces
from opora.indicators.queries import kept as keeping
from opora.indicators.rules import MEASURES, Figure, period_of
from opora.indicators.tests.busy import busy, changed
from opora.indicators.tests.houses import path, signal
from opora.voice import actions as voice

pytestmark = pytest.mark.django_db
ON = date(2024, 5, 10)
YEAR = period_of(date(2024, 1, 1), date(2024, 12, 31), date(2025, 12, 31))


@pytest.fixture(autouse=True)
def _really_kept(_nothing_kept: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(keeping, "_kept", Kept(10_000))
    yield


def test_every_change_named_is_one_the_journal_knows() -> None:
    assert set(verbs()) >= (keeping.WHOSE | keeping.MOVES)


def test_a_case_that_is_closed_counts_its_month_alone_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Eleven months of closings stay as they were counted; the figure is right all the same."""
    refresh_facts(case_ids=[world.case(closed_on=date(2024, month, 9)).pk for month in (2, 5)])
    assert queries.read_indicator(actor=SYSTEM, code="IND-35", period=YEAR).figure.denominator == 2
    spans = []
    ask = counting.ask

    def note(reach: Any, wanted: Any, span: Any, *more: Any) -> Any:
        spans.append((set(wanted), [(one.first, one.last) for one in span]))
        return ask(reach, wanted, span, *more)

    monkeypatch.setattr(counting, "ask", note)
    refresh_facts(case_ids=[world.case("3/2024", closed_on=date(2024, 5, 20)).pk])
    found = queries.read_indicator(actor=SYSTEM, code="IND-35", period=YEAR)
    assert found.figure.denominator == 3
    assert [told.denominator for _month, told in found.months] == [0, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0]
    assert {tuple(days) for _names, days in spans} == {((date(2024, 5, 1), date(2024, 5, 31)),)}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[set[str]]:
    """Which measures the database was asked for, question by question."""
    seen: list[set[str]] = []
    ask = counting.ask

    def note(reach: Any, wanted: Any, span: Any, *more: Any) -> Any:
        seen.append(set(wanted))
        return ask(reach, wanted, span, *more)

    monkeypatch.setattr(counting, "ask", note)
    return seen


def test_only_what_rests_on_a_change_is_counted_anew(asked: list[set[str]]) -> None:
    with CaptureQueriesContext(connection) as first:
        queries.read_indicators(actor=SYSTEM, period=YEAR)
    assert set().union(*asked) == set(MEASURES) and len(first) <= 6, "all measures in one question for facts and states"
    asked.clear()
    queries.read_indicators(actor=SYSTEM, period=YEAR)
    assert asked == []
    voice.keep_piece(actor=SYSTEM, kind="material", title="Памятка", on=ON)
    found = queries.read_indicators(actor=SYSTEM, period=YEAR)
    assert set().union(*asked) == {"IND-10", "IND-11"}, "pieces for the public, not followers"
    assert next(one.figure.value for one in found if one.indicator.code == "IND-11") == 1


def test_looking_changes_nothing() -> None:
    assert "cases.opened" in keeping.changes_of("cases") and "cases.file_opened" not in keeping.changes_of("cases")
    assert "services.read" not in keeping.changes_of("services")


def test_the_months_of_a_year_are_the_year() -> None:
    for month in (1, 1, 5, 12):
        signal(path(), on=date(2024, month, 15))
    found = queries.read_indicator(actor=SYSTEM, code="IND-01", period=YEAR)
    assert [told.value for _month, told in found.months] == [2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1]
    assert found.figure.value == 4


def test_other_rooms_ask_for_a_value() -> None:
    signal(path())
    asked = {"first": YEAR.first, "last": YEAR.last, "as_of": YEAR.as_of}
    assert queries.value_of(actor=SYSTEM, indicator="IND-01", **asked) == Figure(1, families=0)
    other = world.program("Другая")
    assert queries.value_of(actor=SYSTEM, indicator="IND-01", program_id=other.pk, **asked).value == 0
    with pytest.raises(NotFound):
        queries.value_of(actor=SYSTEM, indicator="IND-99", **asked)
    with pytest.raises(Refused):
        queries.value_of(actor=Actor(7, "Кладовщик", frozenset({(Role.WAREHOUSE, None)})), indicator="IND-01", **asked)


def test_who_reaches_one_department_counts_that_one_alone() -> None:
    here, there = world.department("Здесь"), world.department("Там")
    signal(path(department=here))
    signal(path(department=there))
    asked = {"first": YEAR.first, "last": YEAR.last, "as_of": YEAR.as_of, "indicator": "IND-01"}
    coordinator = Actor(7, "Координатор", frozenset({(Role.COORDINATOR, here.pk)}))
    assert queries.value_of(actor=coordinator, **asked).value == 1
    assert queries.value_of(actor=Actor(8, "Аналитик", frozenset({(Role.ANALYST, None)})), **asked).value == 2


def test_a_year_asked_in_two_questions_is_the_same(five: list[Case], monkeypatch: pytest.MonkeyPatch) -> None:
    busy(five[0])
    changed(five[0])
    told = queries.read_indicators(actor=SYSTEM, period=YEAR)
    assert sum(one.figure.families for one in told)
    keeping._kept.forget()
    questions: list[set[str]] = []
    ask = counting.ask

    def note(reach: Any, wanted: Any, *more: Any) -> Any:
        questions.append(set(wanted))
        return ask(reach, wanted, *more)

    monkeypatch.setattr(counting, "ask", note)
    # As if nothing were written here that another connection could not see.
    monkeypatch.setattr(pieces, "is_quicker", lambda: True)
    assert queries.read_indicators(actor=SYSTEM, period=YEAR) == told
    assert sum("IND-36" in one for one in questions) == 1
    assert not any({"IND-36", "IND-30"} <= one for one in questions), "paths in one question, closings in another"
