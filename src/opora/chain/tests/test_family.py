"""A model for one family: services, results reached and lost again; what nobody recorded is not known (S1-100)."""

from datetime import date
from typing import Any

import pytest

from opora.access.rules import SYSTEM
from opora.chain.queries import FamilyChain, read_family_chain
from opora.chain.words import family_box_said
from opora.evidence.tests import world
from opora.families.models import FamilyMember
from opora.indicators.tests.houses import path, service
from opora.logic.queries import Published
from opora.logic.tests.shipped import shipped_models
from opora.process.queries import place_of
from opora.results.models import Result
from opora.results.queries import results_of
from opora.services.models import Provision

pytestmark = pytest.mark.django_db
ON = date(2024, 11, 1)


@pytest.fixture
def case(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A family in work, by the outcome chain alone."""
    chain = Published(1, "outcome_chain", 1, "trial", (), shipped_models()["outcome_chain"])
    monkeypatch.setattr("opora.chain.queries.family.models_in_force", lambda: [chain])
    made = world.case("7/2024", children=(), closed_on=None)
    FamilyMember.objects.create(family=made.family, person=made.client, role="mother")
    path(case=made)
    return made


def read(case: Any, code: str = "") -> FamilyChain | None:
    found = results_of(actor=SYSTEM, place=place_of(actor=SYSTEM, case_id=case.pk), on=ON)
    return read_family_chain(actor=SYSTEM, code=code, found=found, on=ON)


def test_each_box_says_what_is_known_of_it(case: Any) -> None:
    for day in (3, 9):
        Provision.objects.create(
            case=case, service=service("v26"), on=date(2024, 5, day), state="held", format="individual", provider="own"
        )
    Provision.objects.create(
        case=case, service=service("v25"), on=date(2024, 5, 3), state="no_show", format="individual", provider="own"
    )
    for concept, state, day in (
        ("relations_better", "reached", 5),
        ("meets_emotional_needs", "reached", 5),
        ("meets_emotional_needs", "lost", 20),
    ):
        Result.objects.create(case=case, concept=concept, state=state, on=date(2024, 6, day))
    chain = read(case, "outcome_chain")
    assert chain is not None
    boxes = {one.node.code: one for one in chain.boxes}
    assert (boxes["v26"].state, boxes["v26"].times, boxes["v26"].last) == ("given", 2, date(2024, 5, 9))
    assert (boxes["m12"].state, boxes["m12"].on) == ("reached", date(2024, 6, 5))
    assert (boxes["m15"].state, boxes["m15"].on) == ("lost", date(2024, 6, 20))
    assert boxes["v25"].state == "" and "неизвестно" in family_box_said(boxes["v25"]), "nobody came: nothing was given"
    assert len(boxes) == len(chain.model.nodes)


def test_a_model_that_is_not_in_force_is_not_there(case: Any) -> None:
    assert read(case, "other") is None
    assert read(case) is not None, "without a code the first one is shown"
