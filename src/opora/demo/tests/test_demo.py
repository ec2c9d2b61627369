"""The demonstration sets itself up from nothing, and a second time changes nothing."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import authenticate

from opora.access.models import User
from opora.access.rules import ROLES, SYSTEM
from opora.assessments.models import Assessment
from opora.audit.models import JournalEntry
from opora.cases.models import Case
from opora.demo.actions import ensure_demo
from opora.evidence.queries import outcomes
from opora.evidence.rules.rows import Cohort
from opora.packs.actions import publish_practice
from opora.packs.queries import shipped_practices

pytestmark = pytest.mark.django_db


def silent(_sentence: str, _done: int | None = None, _total: int | None = None) -> None:
    pass


@pytest.fixture
def people(settings: Any, tmp_path: Path) -> list[tuple[str, str, str]]:
    settings.OPORA_HOME = tmp_path
    publish_practice(actor=SYSTEM, folder=shipped_practices()["support_and_shelter"])
    return ensure_demo(silent, size=9)


def test_somebody_of_each_role_can_sign_in(people: list[tuple[str, str, str]]) -> None:
    assert {
        role for user in User.objects.all() for role in user.role_assignments.values_list("role", flat=True)
    } == set(ROLES)
    for _role, email, password in people[:2]:
        assert authenticate(None, email=email, username=email, password=password) is not None


def test_history_and_invented_families_stand_side_by_side(people: list[tuple[str, str, str]]) -> None:
    assert Counter(Case.objects.values_list("is_imported", flat=True)) == {True: 10, False: 9}
    assert Assessment.objects.filter(is_total_only=False).exists()
    found = outcomes(actor=SYSTEM, cohort=Cohort(), limit=None)
    assert sum(program.closed for program in found.programs) == Case.objects.filter(closed_on__isnull=False).count()


def test_second_start_changes_nothing(people: list[tuple[str, str, str]]) -> None:
    before = JournalEntry.objects.count(), Case.objects.count()
    assert ensure_demo(silent, size=9) == people
    assert (JournalEntry.objects.count(), Case.objects.count()) == before
