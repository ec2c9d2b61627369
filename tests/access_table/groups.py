"""A group with the family of the case on its list, for the pages of groups."""

from datetime import date

from opora.access.rules import SYSTEM
from opora.groups import actions
from opora.process.models import Route


def group_of(route: Route, *, person_id: int, leader_id: int, words: str, on: date) -> dict[str, int]:
    """A conference with a day, somebody on the list and something agreed; `words` stand in every sealed text."""
    group = actions.keep_group(
        actor=SYSTEM,
        title="Семейная конференция",
        kind="conference",
        department_id=route.department_id,
        from_on=on,
        leader_ids=[leader_id],
    )
    (day,) = actions.plan_sessions(actor=SYSTEM, group_id=group.pk, on=on)
    (one,) = actions.add_people(actor=SYSTEM, group_id=group.pk, route_id=route.pk, person_ids=[person_id], on=on)
    where = {"route_id": route.pk, "case_id": None}
    guest = actions.keep_guest(actor=SYSTEM, session_id=day.pk, words=words, has_come=True, on=on, **where)
    agreed = actions.agree(actor=SYSTEM, session_id=day.pk, text=words, on=on, **where)
    return {
        "group_id": group.pk,
        "session_id": day.pk,
        "participant_id": one.pk,
        "guest_id": guest.pk,
        "commitment_id": agreed.pk,
    }
