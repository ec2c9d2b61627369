"""The papers of a path that other rooms hold: acts of help, votes, councils, plans, referrals to partners."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import cycle
from typing import Final

from opora.access.rules import Actor
from opora.councils import actions as councils
from opora.demo.actions.plans import PlanWriter
from opora.demo.rules.partners import PARTNERS, InventedPartner
from opora.demo.rules.studies import STUDIES
from opora.demo.rules.tales import REASONS
from opora.demo.rules.walks import Move, Walk
from opora.intake import actions as intake
from opora.partners import actions as partners
from opora.partners.models import Partner

# Every so manieth vote and council is written out: the demonstration shows a part and stays quick.
EVERY: Final = {"vote_minutes": 3, "council_minutes": 3}
_AID: Final = ({"food": 2, "hygiene": 1}, {"diapers": 3, "formula": 4}, {"clothes": 5}, {"certificate": 1})


class RoomWriter:
    """Makes papers where they are made in life; what it leaves out is only filed."""

    def __init__(self, actors: Mapping[str, Actor], *, today: date) -> None:
        self.actors = actors
        self._asked = Counter[str]()
        self._aid = cycle(_AID)
        self._studies = cycle(STUDIES)
        known = dict(Partner.objects.values_list("name", "pk"))
        self._partners = cycle([known.get(one.name) or self._keep(one, today) for one in PARTNERS])
        self.plans = PlanWriter(actors, lambda: next(self._partners), today=today)

    def _keep(self, partner: InventedPartner, today: date) -> int:
        checked_on = today - timedelta(days=partner.checked_before)
        entry = {**partner.entry(), "rating": partner.rating, "checked_on": checked_on}
        return int(partners.keep_partner(actor=self.actors["head"], entry=entry, on=today).pk)

    def make(self, kind: str, *, actor: Actor, coordinator: Actor, route_id: int, move: Move) -> bool:
        """Make the paper in its room; False when it is to be filed as it is."""
        if kind == "plan":
            return self.plans.agree(actor=actor, route_id=route_id, on=move.on)
        self._asked[kind] += 1
        if self._asked[kind] % EVERY.get(kind, 1):
            return False
        if kind == "aid_act":
            items = {name: Decimal(number) for name, number in next(self._aid).items()}
            intake.give_aid(actor=actor, route_id=route_id, items=items, on=move.on)
        elif kind == "vote_minutes":
            self._vote(coordinator, route_id, move)
        elif kind == "council_minutes":
            self._council(coordinator, route_id, move)
        elif kind == "referral_confirmed":
            onward_id = self._refer(actor, route_id, move.on)
            partners.confirm(actor=actor, onward_id=onward_id, outcome="received", on=move.on)
        else:
            return False
        return True

    def leave_open(self, walk: Walk, *, coordinator: Actor, actor: Actor, route_id: int) -> None:
        """What is under way at the stage where the family stands now."""
        since = walk.moves[-1].on if walk.moves else walk.began_on
        if walk.place == "vote":
            self._study(actor, route_id, since)
            ballot_id = self._open_ballot(coordinator, route_id, since, since + timedelta(days=5))
            councils.vote(actor=self.actors["head"], ballot_id=ballot_id, choice="open", on=since)
        elif walk.place == "referral":
            self._refer(actor, route_id, since)
        self.plans.leave_open(actor=actor, route_id=route_id, stage=walk.place, since=since)

    def _study(self, actor: Actor, route_id: int, on: date) -> None:
        """What the panel that votes now decides on: a report given to the vote, risks and resources."""
        study = next(self._studies)
        intake.fill_risk_form(
            actor=actor, route_id=route_id, risks=study.risks, resources=study.resources, needs=study.needs, on=on
        )
        report = intake.write_report(actor=actor, route_id=route_id, sections=study.sections, on=on)
        intake.freeze_report(actor=actor, report_id=report.pk, on=on)

    def _open_ballot(self, coordinator: Actor, route_id: int, on: date, closes_on: date) -> int:
        members = [actor.user_id for actor in self._panel(coordinator) if actor.user_id is not None]
        ballot = councils.open_ballot(
            actor=coordinator, route_id=route_id, member_ids=members, chair_id=members[0], closes_on=closes_on, on=on
        )
        return int(ballot.pk)

    def _panel(self, coordinator: Actor) -> tuple[Actor, ...]:
        return coordinator, self.actors["head"], self.actors["psychologist"]

    def _vote(self, coordinator: Actor, route_id: int, move: Move) -> None:
        ballot_id = self._open_ballot(coordinator, route_id, move.on, move.on)
        choice = str(move.facts["vote"])
        reason = move.reason or (REASONS["danger"][0] if choice == "danger" else "")
        for actor in self._panel(coordinator):
            councils.vote(actor=actor, ballot_id=ballot_id, choice=choice, reason=reason, on=move.on)
        councils.close_ballot(actor=coordinator, ballot_id=ballot_id, on=move.on)

    def _council(self, coordinator: Actor, route_id: int, move: Move) -> None:
        decision = str(move.facts["council"])
        councils.hold_conference(
            actor=coordinator,
            route_id=route_id,
            participant_ids=[actor.user_id for actor in self._panel(coordinator) if actor.user_id is not None],
            decision=decision,
            remarks=move.reason if decision == "return" else "",
            on=move.on,
        )

    def _refer(self, actor: Actor, route_id: int, on: date) -> int:
        onward = partners.refer(actor=actor, route_id=route_id, partner_id=next(self._partners), on=on)
        return int(onward.pk)
