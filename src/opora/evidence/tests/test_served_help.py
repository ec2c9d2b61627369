"""Whom the house helped and what the rooms of help count are one and the same."""

from datetime import date, timedelta
from typing import Any

import pytest

from opora.access.rules import SYSTEM
from opora.evidence.queries.served import served
from opora.evidence.rules.served import Kind
from opora.groups import actions as groups
from opora.groups.tests.factories import LATER, join, make_group
from opora.process.tests.factories import BEGAN
from opora.services.models import Provision
from opora.services.queries import count_services
from opora.services.tests.factories import give, walk_with_services

pytestmark = pytest.mark.django_db


def _kinds(**more: Any) -> dict[str, Kind]:
    asked = {"actor": SYSTEM, "start": BEGAN - timedelta(days=1), "end": LATER, **more}
    return {kind.code: kind for kind in served(**asked).kinds}


def test_services_and_meetings_are_counted_as_their_rooms_count_them() -> None:
    walk = walk_with_services()
    group, (first, _second) = make_group(walk)
    there = join(group, walk)
    groups.mark(actor=SYSTEM, session_id=first.pk, marks={one.pk: "came" for one in there}, on=LATER)
    give(walk, "v3", people_ids=[walk.home.client.pk])
    give(walk, "v3", state="no_show")
    kinds = _kinds()
    services = {code: kind for code, kind in kinds.items() if code.startswith("service.")}
    totals, directions = count_services(actor=SYSTEM, by="direction")
    assert sum(kind.times for kind in services.values()) == totals.count == 2
    assert sorted((kind.times, kind.reached.families, kind.named) for kind in services.values()) == sorted(
        (one.totals.count, one.totals.families, one.totals.people) for one in directions
    )
    meeting = kinds["group.program"]
    assert (meeting.times, meeting.reached.families, meeting.named) == (1, 1, len(there))
    assert "service" not in {code.partition(".")[0] for code in _kinds(start=LATER, end=LATER)}


def test_help_alone_makes_a_family_helped_and_known_from_before() -> None:
    walk = walk_with_services()
    give(walk, "v3", on=BEGAN)
    found = served(actor=SYSTEM, start=BEGAN + timedelta(days=1), end=LATER)
    assert found.came["new"] == 0
    assert served(actor=SYSTEM, start=date(2020, 1, 1), end=LATER).came["new"] == 1


def test_what_was_taken_back_counts_nowhere() -> None:
    walk = walk_with_services()
    made = give(walk, "v3")
    assert any(code.startswith("service.") for code in _kinds())
    Provision.objects.filter(pk=made.pk).update(voided_on=LATER)
    assert not any(code.startswith("service.") for code in _kinds())
