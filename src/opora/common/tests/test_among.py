"""Many values asked for at once go over as one array and find what ``__in`` finds."""

import pytest
from django.db import connection
from django.db.models import TextField
from django.test.utils import CaptureQueriesContext

from opora.access.models import Department
from opora.common.among import among

pytestmark = pytest.mark.django_db


def test_among_finds_what_in_finds_and_sends_no_word_for_each() -> None:
    made = [Department.objects.create(name=f"Отдел {place}") for place in range(5)]
    wanted = [one.pk for one in made[:3]] + list(range(10_000_000, 10_003_000))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        found = set(Department.objects.filter(among("pk", wanted)).values_list("pk", flat=True))
    assert found == set(Department.objects.filter(pk__in=wanted).values_list("pk", flat=True)) == set(wanted[:3])
    assert "= ANY" in asked[0]["sql"]


def test_among_takes_texts_and_nothing() -> None:
    made = Department.objects.create(name="Отдел сопровождения")
    named = among("name", ["Отдел сопровождения", "Её нет"], of=TextField())
    assert list(Department.objects.filter(named)) == [made]
    assert not Department.objects.filter(among("pk", [])).exists()
    assert Department.objects.exclude(among("pk", [])).filter(pk=made.pk).exists()
