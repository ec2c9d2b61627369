"""What the demonstration writes of groups in bulk is what a verb would have made of it."""

import pytest

from opora.catalogue.rules import read_catalogue
from opora.demo.rules.groups import CIRCLES, GROUPS, InventedGroup
from opora.demo.rules.staff import FAMILY_HELP, NEARBY, RESIDENCE, SHELTER, STAFF, SUPPORT
from opora.groups.models import Group
from opora.packs.queries import shipped_practices
from opora.services.rules import may_give

PRACTICES = {
    SUPPORT: "support_and_shelter",
    SHELTER: "support_and_shelter",
    RESIDENCE: "crisis_department",
    FAMILY_HELP: "family_help",
    NEARBY: "mama_ryadom",
}
ROLES = {worker.key: set(worker.roles) for worker in STAFF}


def test_every_kind_of_group_is_seen_and_every_practice_holds_one() -> None:
    assert {one.kind for one in (*GROUPS, *CIRCLES)} == set(Group.Kind.values) - {"other"}
    assert {PRACTICES[one.place] for one in GROUPS} == set(shipped_practices())


@pytest.mark.parametrize("one", GROUPS, ids=lambda one: one.title)
def test_a_group_counts_as_a_service_that_its_leader_may_give(one: InventedGroup) -> None:
    catalogue, _findings = read_catalogue(
        (shipped_practices()[PRACTICES[one.place]] / "services.toml").read_text("utf-8")
    )
    assert catalogue is not None
    known = {service.code: service for direction in catalogue.directions for service in direction.services}
    service = known[one.service]
    assert not service.is_inner and set(service.formats) & {"group", "event"}
    assert may_give(list(service.givers), ROLES[one.leader])
