"""Whatever a register says: reading it again changes nothing, and the last correction is what counts."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opora.access.rules import SYSTEM
from opora.assessments.models import Assessment
from opora.cases.models import Case, FollowUp, Stay
from opora.evidence.models import CaseFact
from opora.registry import actions
from opora.registry.rules.plan import Status
from opora.registry.tests.registers import file_of, registers

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
SHORT = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


class UndoneError(Exception):
    """Takes an example back."""


@contextmanager
def undone():
    """Whatever happens inside leaves no trace for the next example."""
    try:
        with transaction.atomic():
            yield
            raise UndoneError
    except UndoneError:
        pass


def bring_in(layout, rows):
    return actions.import_registry(actor=SYSTEM, data=file_of(layout, rows), erases_emptied=True, on=TODAY)


def recorded():
    """Everything recorded about the cases, without ids and moments."""
    cases = Case.objects.order_by("number_key")
    totals = Assessment.objects.exclude(status=Assessment.Status.REPLACED)
    return [
        (
            case.number,
            case.client.code,
            [child.person.code for child in case.children.select_related("person")],
            (case.opened_on, case.closed_on),
            list(Stay.objects.filter(case=case).values_list("from_on", "planned_until", "left_on")),
            list(FollowUp.objects.filter(case=case).values_list("due_on", "done_on")),
            sorted(totals.filter(case=case).values_list("point", "weak", "on")),
            CaseFact.objects.filter(case_id=case.pk).values_list("entry", "exit", "change", "child_codes").get(),
        )
        for case in cases.select_related("client")
    ]


@given(registers())
@SHORT
def test_the_same_register_twice_changes_nothing(house, register):
    layout, rows = register
    with undone():
        first = bring_in(layout, rows)
        before = recorded()
        again = bring_in(layout, rows)
        assert first.count(Status.NEW) == len(rows)
        assert again.count(Status.UNCHANGED) == len(rows)
        assert recorded() == before


@given(registers(), st.data())
@SHORT
def test_a_corrected_register_leaves_what_it_alone_would_have_left(house, register, data):
    layout, rows = register
    corrected = [
        replace(
            row,
            entry=data.draw(st.integers(0, 48)),
            exit=data.draw(st.none() | st.integers(0, 48)) if row.closed_on else None,
            children=tuple(data.draw(st.permutations(row.children))),
        )
        for row in rows
    ]
    with undone():
        bring_in(layout, corrected)
        alone = recorded()
    with undone():
        bring_in(layout, rows)
        bring_in(layout, data.draw(st.permutations(corrected)))
        assert recorded() == alone
