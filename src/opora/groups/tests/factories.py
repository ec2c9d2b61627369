"""A group with its days and a family on its list, for tests of this room and of the pages."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from opora.access.rules import SYSTEM
from opora.groups import actions
from opora.groups.models import Group, Participant, Session
from opora.plans.tests.factories import Walk
from opora.process.tests.factories import BEGAN
from opora.services.tests.factories import service


def make_group(walk: Walk, *, times: int = 2, **more: Any) -> tuple[Group, list[Session]]:
    """A group of parents that meets so many times, led by the case manager."""
    told: dict[str, Any] = {
        "title": "Зрелое родительство",
        "kind": "program",
        "department_id": walk.department.pk,
        "service_id": service("v24"),
        "from_on": BEGAN,
        "leader_ids": [walk.manager.user_id],
        **more,
    }
    group = actions.keep_group(actor=SYSTEM, **told)
    sessions = actions.plan_sessions(actor=SYSTEM, group_id=group.pk, on=BEGAN, minutes=90, times=times)
    return group, sessions


def join(group: Group, walk: Walk, person_ids: Sequence[int] = ()) -> list[Participant]:
    """The mother and her children on the list, or some of them."""
    everybody = [walk.home.client.pk, *walk.home.child_ids]
    return actions.add_people(
        actor=walk.manager, group_id=group.pk, route_id=walk.route.pk, person_ids=person_ids or everybody, on=BEGAN
    )


LATER = BEGAN + timedelta(days=30)
