"""Writing down what changed in a few lives and who is around them, as their case managers would have."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from opora.access.rules import Actor
from opora.cases.models import Case
from opora.circumstances import actions as circumstances
from opora.circumstances.actions import Changed
from opora.demo.rules.surroundings import (
    BONDS,
    CHILD,
    CIRCLES,
    ELDERS,
    KIN,
    NEEDS,
    PARENT,
    STORIES,
    TALKS,
    Someone,
    Told,
)
from opora.network import actions as network
from opora.network.actions import MemberEntry, NeedEntry
from opora.partners.models import Partner

SHOWN, FEW = 6, 3
"""So many open families have it, so many of every other practice: enough to see every list filled, and quick."""


class SurroundingsWriter:
    """Fills the rooms of changes and of the people around."""

    def __init__(self, actor: Actor, *, today: date) -> None:
        self.actor, self.today = actor, today
        self._partners = dict(Partner.objects.order_by("-pk").values_list("kind", "pk"))

    def write(self, found: Sequence[Case]) -> None:
        """A story and a circle for each of the cases in turn."""
        for number, case in enumerate(found):
            child_id = case.children.order_by("pk").values_list("person_id", flat=True).first()
            for told in STORIES[number % len(STORIES)]:
                self._changed(case, told, child_id)
            self._circle(case, number % len(CIRCLES))

    def _changed(self, case: Case, told: Told, child_id: int | None) -> None:
        whom = {PARENT: case.client_id, CHILD: child_id}.get(told.about)
        if told.about == CHILD and whom is None:
            return
        on = self.today - timedelta(days=told.before)
        expected = self.today + timedelta(days=told.expected_in) if told.expected_in is not None else None
        changed = Changed(
            kind=told.kind,
            item=told.item,
            person_id=whom,
            value=told.value,
            number=Decimal(told.number) if told.number is not None else None,
            rated_by=told.rated_by,
            expected_on=expected,
            note=told.note,
        )
        circumstances.record_change(actor=self.actor, case_id=case.pk, changed=changed, on=on)

    def _circle(self, case: Case, number: int) -> None:
        at: dict[str, Any] = {"actor": self.actor, "case_id": case.pk}
        later = self.today - timedelta(days=12)
        first = max(case.opened_on, self.today - timedelta(days=240))
        members = [
            network.keep_member(**at, entry=MemberEntry(kind=one.kind, name=one.name, sex=one.sex), on=first)
            for one in CIRCLES[number]
        ]
        for one, member in zip(CIRCLES[number], members, strict=True):
            if one.then:
                self._tie(member.pk, one, one.then, first)
        drawn = None
        for one, member in zip(CIRCLES[number], members, strict=True):
            if one.now != one.then and first < later:
                drawn = self._tie(member.pk, one, one.now, later)
        if drawn is not None:
            network.confirm_map(actor=self.actor, record_id=drawn, on=self.today)
        text, coming, days = TALKS[number]
        next_on = self.today + timedelta(days=days) if days is not None else None
        network.record_mediation(
            **at, member_id=members[0].pk, text=text, next_step=coming, next_on=next_on, on=self.today
        )
        for words, outside, kind, contact, result in NEEDS[number % len(NEEDS)]:
            need = NeedEntry(words, outside, self._partners.get(kind) if kind else None, contact, result)
            network.keep_need(**at, entry=need, on=first)
        for relation, name, born_in, died_in in ELDERS:
            place = KIN.get(number, {}).get(relation)
            if place is not None:
                # She stands in the circle already.
                node = f"m{members[place].pk}"
                kind = "siblings" if relation == "sibling" else "parent"
                network.keep_kin(**at, one=node, other=f"p{case.client_id}", kind=kind, on=first)
            else:
                entry = MemberEntry(kind="relative", name=name, born_in=born_in, died_in=died_in, sex="m")
                kin = network.add_relative(**at, of=f"p{case.client_id}", relation=relation, entry=entry, on=first)
                node = f"m{kin.pk}"
            if relation in BONDS:
                state = BONDS[relation][number]
                network.keep_kin(**at, one=f"p{case.client_id}", other=node, kind="bond", state=state, on=first)

    def _tie(self, member_id: int, one: Someone, kind: str, on: date) -> int:
        drawn = network.set_tie(
            actor=self.actor,
            member_id=member_id,
            kind=kind,
            strength=one.strength,
            direction=one.direction,
            agreed=one.agreed,
            on=on,
        )
        return int(drawn.pk)
