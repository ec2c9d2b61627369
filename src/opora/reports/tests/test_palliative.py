"""Reports tell of social palliative cases apart, and the public one keeps few of them to itself (S4-39, X-13)."""

from dataclasses import replace
from datetime import date

import pytest

from opora.evidence.rules import Cohort, Outcomes
from opora.evidence.rules.palliative import Palliative
from opora.evidence.tests.factories import row, summarize_rows, support_rows
from opora.reports import donors, flat, outcomes
from opora.reports.model import Points, Table

pytestmark = pytest.mark.django_db
MADE = date(2025, 1, 10)


def _found(cases):
    rows = tuple(row(case_id) for case_id in range(101, 101 + cases))
    whole = summarize_rows(support_rows(), name="Сопровождение")
    apart = Palliative(closed=cases, paired=cases)
    return Outcomes(Cohort(), (replace(whole, program_id=1, palliative=apart, palliative_rows=rows),))


def _said(report):
    return " ".join(item for block in report.blocks if isinstance(block, Points) for item in block.items)


def test_the_report_of_the_house_has_a_table_of_them_and_says_why():
    report = outcomes.build(_found(2), profiles={}, made_on=MADE, made_by="Анна")
    tables = {block.name: block for block in report.blocks if isinstance(block, Table)}
    assert len(tables["Паллиатив: Сопровождение"].rows) == 2
    assert len(tables["Сопровождение"].rows) == 5
    assert "социального паллиатива" in _said(report).casefold()
    lines = flat.render(report).decode("utf-8-sig").splitlines()
    assert sum(line.startswith("Паллиатив: Сопровождение;") for line in lines) == 2
    assert sum(line.startswith("Сопровождение;") for line in lines) == 5


def test_a_report_that_may_leave_the_house_does_not_count_a_few_of_them():
    assert "паллиатива" not in _said(donors.build(_found(4), profiles={}, made_on=MADE)).casefold()
    assert "паллиатива" in _said(donors.build(_found(5), profiles={}, made_on=MADE)).casefold()
