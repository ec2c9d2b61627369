"""Registry totals: assessments without items, written in bulk, the same file twice changing nothing."""

import pytest

from opora.access.rules import SYSTEM
from opora.assessments.actions import import_totals
from opora.assessments.models import Assessment
from opora.assessments.rules import ImportedTotal
from opora.assessments.tests.factories import LAST, OPENED, a_case, an_assessment
from opora.audit.models import JournalEntry
from opora.common.errors import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return a_case()


def totals(world, entry=41, exit_=10):
    return [
        ImportedTotal(world.case.pk, "entry", entry, OPENED),
        ImportedTotal(world.case.pk, "exit", exit_, LAST),
    ]


def standing():
    return dict(Assessment.objects.exclude(status=Assessment.Status.REPLACED).values_list("point", "weak"))


def test_totals_become_approved_assessments_without_items(world):
    assert import_totals(actor=SYSTEM, totals=totals(world)).created == 2
    entry = Assessment.objects.get(point="entry")
    assert (entry.weak, entry.is_total_only, entry.status, entry.answers) == (41, True, "approved", None)
    assert standing() == {"entry": 41, "exit": 10}


def test_the_same_totals_twice_change_nothing(world):
    import_totals(actor=SYSTEM, totals=totals(world))
    entries = JournalEntry.objects.count()
    assert import_totals(actor=SYSTEM, totals=totals(world)).unchanged == 2
    assert JournalEntry.objects.count() == entries
    assert Assessment.objects.count() == 2


def test_a_corrected_total_is_the_next_revision(world):
    import_totals(actor=SYSTEM, totals=totals(world))
    result = import_totals(actor=SYSTEM, totals=totals(world, exit_=11))
    assert (result.updated, result.unchanged, result.created) == (1, 1, 0)
    assert standing() == {"entry": 41, "exit": 11}
    new = Assessment.objects.get(point="exit", weak=11)
    assert (new.revision, new.replaces.weak) == (2, 10)


def test_a_total_that_left_the_registry_is_taken_back(world):
    import_totals(actor=SYSTEM, totals=totals(world))
    assert import_totals(actor=SYSTEM, totals=totals(world, exit_=None)).removed == 1
    assert standing() == {"entry": 41}


def test_a_form_filled_in_item_by_item_is_not_replaced_by_a_total(world):
    an_assessment(world, weak=7)
    result = import_totals(actor=SYSTEM, totals=totals(world))
    assert result.kept == ((world.case.pk, "entry"),)
    assert standing() == {"entry": 7, "exit": 10}


def test_a_case_manager_does_not_import(world):
    with pytest.raises(Refused):
        import_totals(actor=world.manager, totals=totals(world))
    assert not Assessment.objects.exists()
