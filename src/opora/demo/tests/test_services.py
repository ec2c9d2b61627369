"""What the demonstration writes of services in bulk is what a verb would have allowed."""

import pytest

from opora.catalogue.rules import read_catalogue
from opora.demo.rules.services import MANAGER, OFFERS, PARTNER, InventedService
from opora.demo.rules.staff import STAFF
from opora.packs.queries import shipped_practices
from opora.services.models import Provision
from opora.services.rules import may_give

ROLES = {worker.key: set(worker.roles) for worker in STAFF} | {MANAGER: {"case_manager"}}


def test_every_shipped_practice_gives_something() -> None:
    assert set(OFFERS) == set(shipped_practices())


@pytest.mark.parametrize("practice", sorted(OFFERS))
def test_services_are_those_of_the_catalogue_given_by_whom_it_names(practice: str) -> None:
    catalogue, _findings = read_catalogue((shipped_practices()[practice] / "services.toml").read_text("utf-8"))
    assert catalogue is not None
    known = {service.code: service for direction in catalogue.directions for service in direction.services}
    offer = OFFERS[practice]
    invented: list[InventedService] = [*offer.first, *(one for told in offer.sets for one in told), offer.together]
    for one in invented:
        service = known[one.code]
        assert not service.is_inner, one
        assert one.who == PARTNER or may_give(list(service.givers), ROLES[one.who]), one
        assert not one.provider or one.provider in service.providers, one
        assert one.where in Provision.Where.values, one
        assert not (one.note and service.confidentiality == "therapy"), one


# What a family gets of these is written down elsewhere, as what it is: a stay, an act with goods or money.
ELSEWHERE = {
    "stays": {"p2_stay", "a1_move_in", "t1_stay"},
    "goods": {"p1_urgent", "v6", "v7", "v8", "v9", "v10", "v11"},
}


@pytest.mark.parametrize("practice", sorted(OFFERS))
def test_every_service_of_a_catalogue_is_lived_through(practice: str) -> None:
    catalogue, _findings = read_catalogue((shipped_practices()[practice] / "services.toml").read_text("utf-8"))
    assert catalogue is not None
    for_families = {
        service.code for direction in catalogue.directions for service in direction.services if not service.is_inner
    }
    offer = OFFERS[practice]
    given = {one.code for one in (*offer.first, *(one for told in offer.sets for one in told), offer.together)}
    assert for_families - given <= set().union(*ELSEWHERE.values())
