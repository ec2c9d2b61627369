"""Families of the demonstration that wait for a place."""

from collections.abc import Sequence
from datetime import date, timedelta

from opora.access.rules import Actor
from opora.demo.rules.centre import WAITING
from opora.stays import actions
from opora.stays.models import Shelter


def let_wait(actor: Actor, case_ids: Sequence[int], *, today: date) -> None:
    """The first of these families waits for the first centre, the next for any."""
    shelter = Shelter.objects.order_by("pk").first()
    for number, (case_id, told) in enumerate(zip(case_ids, WAITING, strict=False)):
        urgency, days, people, note = told
        asked = actions.Asked(urgency, people, None if number or shelter is None else shelter.pk, note)
        actions.wait_for_place(actor=actor, case_id=case_id, asked=asked, on=today - timedelta(days=days))
