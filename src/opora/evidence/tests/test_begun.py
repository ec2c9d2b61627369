"""What is written of a case that began a moment ago is what would be computed of it anew."""

from datetime import date

import pytest

from opora.evidence.actions import begin_facts, refresh_facts
from opora.evidence.models import CaseFact

from . import world

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("number", ["17/2026лд", "2026-004", "без номера 7", "12"])
@pytest.mark.parametrize("children", [(), ("А1",), ("А1", "Б2", "А3")])
def test_the_facts_of_a_begun_case_are_those_computed_anew(number: str, children: tuple[str, ...]) -> None:
    case = world.case(number, opened_on=date(2026, 3, 1), closed_on=None, parent="М5", children=children)

    begin_facts(case_ids=[case.pk])
    begun = CaseFact.objects.values().get()
    refresh_facts(case_ids=[case.pk])

    anew = CaseFact.objects.values().get()
    assert {**begun, "refreshed_at": None} == {**anew, "refreshed_at": None}
    assert begun["child_codes"] == list(children)
