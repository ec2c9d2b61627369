"""Services of a small catalogue, for tests of this room and of the rooms above."""

from datetime import date
from typing import Any

from opora.access.rules import SYSTEM, Actor
from opora.catalogue.actions import publish_catalogue
from opora.catalogue.models import Service
from opora.catalogue.rules import read_catalogue
from opora.packs.queries import shipped_practices
from opora.plans.tests.factories import Walk, make_walk
from opora.process.tests.factories import BEGAN
from opora.services import actions
from opora.services.models import PlannedService, Provision


def publish_chain(code: str = "family_help") -> None:
    """The catalogue of the shipped practice of thirty services."""
    catalogue, _findings = read_catalogue((shipped_practices()[code] / "services.toml").read_text("utf-8"))
    assert catalogue is not None
    publish_catalogue(actor=SYSTEM, code=code, catalogue=catalogue, programs=["trial"])


def service(code: str) -> int:
    """The key of a service by its code."""
    return Service.objects.get(code=code).pk


def walk_with_services(**details: Any) -> Walk:
    """A family on its path with an open case, and a catalogue of what it may receive."""
    publish_chain()
    return make_walk(**details)


def give(walk: Walk, code: str = "v3", *, actor: Actor | None = None, on: date = BEGAN, **more: Any) -> Provision:
    """A service given to the family by its case manager."""
    return actions.give_service(
        actor=actor or walk.manager, route_id=walk.route.pk, service_id=service(code), on=on, **more
    )


def plan(walk: Walk, code: str = "v3", *, actor: Actor | None = None, on: date = BEGAN, **more: Any) -> PlannedService:
    """A service planned for the family."""
    return actions.plan_service(
        actor=actor or walk.manager, route_id=walk.route.pk, service_id=service(code), on=on, **more
    )
