"""A report says on its paper how each figure is counted, and a box of a model has its figure there as on the page."""

from datetime import date
from typing import Any

import pytest
from django.utils import translation

from opora.access.rules import SYSTEM
from opora.cases.models import Case
from opora.chain.queries.tallies import Tally
from opora.evidence.tests import world
from opora.indicators.tests.busy import busy
from opora.packs.actions import publish_practice
from opora.packs.queries import shipped_practices
from opora.reports import actions, queries
from opora.reports.actions.blocks import Content
from opora.reports.actions.composing import About
from opora.reports.blocks.chain import _tally_row
from opora.reports.model import Heading, Picture, Points, Table
from opora.results.models import FailedAssumption

ON, FIRST, LAST = date(2025, 2, 3), date(2024, 1, 1), date(2024, 12, 31)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_russian() -> Any:
    with translation.override("ru"):
        yield


@pytest.fixture
def family() -> Case:
    """A family with a record of each kind in the year, by the shipped model of the practice."""
    publish_practice(actor=SYSTEM, folder=shipped_practices()["support_and_shelter"])
    publish_practice(actor=SYSTEM, folder=shipped_practices()["family_help"])
    made: Case = world.case(closed_on=None)
    busy(made)
    return made


def composed(*blocks: tuple[str, dict[str, Any]]) -> queries.Whole:
    report = actions.begin(actor=SYSTEM, about=About("Отчёт", FIRST, LAST, None), preset="", on=ON)
    for kind, options in blocks:
        actions.add_block(actor=SYSTEM, report_id=report.pk, kind=kind, content=Content(options=options))
    return queries.compose(actor=SYSTEM, report=report, on=ON)


def test_rules_stand_at_the_end_once_with_whose_they_are(family: Case) -> None:
    whole = composed(("indicators", {"codes": ["IND-02", "IND-14"]}), ("indicators", {"codes": ["IND-02"]}))
    heading, points = whole.report.blocks[-2:]
    assert isinstance(heading, Heading) and heading.text == "Как это посчитано"
    assert isinstance(points, Points) and list(points.items) == list(whole.how_counted)
    said = list(whole.how_counted)
    assert said[0].startswith("IND-02 Услуги, которые получили семьи:") and said[1].startswith("IND-14 ")
    assert said.count("Период определяет день, когда помощь оказана.") == 1
    assert len(said) == len(set(said)), "what several say is said once"
    assert any(one.endswith("(IND-14)") for one in said) and not any(one.endswith("(IND-02, IND-14)") for one in said)


def test_a_report_without_figures_has_no_rules() -> None:
    whole = composed(("text", {}))
    assert whole.how_counted == [] and "Как это посчитано" not in repr(whole.report.blocks)


def test_boxes_of_services_outcomes_and_records_have_their_figures_on_paper_too(family: Case) -> None:
    whole = composed(("model", {"model": "support_and_shelter"}), ("picture", {"model": "support_and_shelter"}))
    rows = {row[0]: row for one in whole.report.blocks if isinstance(one, Table) for row in one.rows}
    curator = rows["Назначен куратор случая (S3-27)"]
    assert curator[1:4] == ["1 (записи)", "семьи: 1", 1]
    assert not [row for row in rows.values() if row[1] == "–" and not row[-1]], "no dash without a reason"
    (picture, *_more) = [one for one in whole.report.blocks if isinstance(one, Picture)]
    assert "1 (записи)" in picture.svg
    assert "box:S3-27@all" in {one.key for one in whole.figures}, "and the next report says what changed of it"


def test_what_was_reached_stands_beside_those_in_work() -> None:
    row = _tally_row("Ячейка", Tally("reached", 5, 4, 9, 3), "")
    assert row[1:8] == ["4 (семьи)", "из 9 в работе", 4, 9, None, "3", ""]
    row = _tally_row("Ячейка", Tally("given", 5, 4, 9), "")
    assert row[1:7] == ["5 (раз)", "семьи: 4", 5, None, None, ""]
    row = _tally_row("Ячейка", Tally("recorded", 5, 0, 9, 5), "не меньше 4")
    assert row[1:8] == ["5 (записи)", "", 5, None, None, "5", "не меньше 4"]


def test_for_whom_an_assumption_failed_is_said_in_the_report(family: Case) -> None:
    FailedAssumption.objects.create(
        case=family, model="outcome_chain", assumption="a1", title_ru="Суд", on=date(2024, 5, 1), text="Не сбылось"
    )
    whole = composed(("assumptions", {"model": "outcome_chain"}))
    (table,) = [one for one in whole.report.blocks if isinstance(one, Table)]
    court = next(row for row in table.rows if row[0] == "S1-96")
    assert "не сбыл" in str(court[-1]).lower() and "1" in str(court[-1])
