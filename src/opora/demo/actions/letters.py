"""Writing the letters of the invented families down, the agreements and the joint meetings, day by day."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from itertools import cycle
from typing import Any

from opora.access.rules import Actor
from opora.correspondence import actions as letters
from opora.correspondence.actions import Named
from opora.correspondence.models import OfficialLetter
from opora.demo.queries import departments
from opora.demo.rules.letters import (
    ADDRESSEES,
    AGREEMENTS,
    GENERAL,
    LETTERS,
    MEETINGS,
    OFFICES,
    InventedAnswer,
    InventedLetter,
)
from opora.papers.queries import may_share
from opora.partners import actions as partners
from opora.partners.models import Partner
from opora.process.models import Route
from opora.process.policies import is_blocked


class LetterWriter:
    """Writes to offices for some families of each practice, so that every list of letters is seen filled."""

    def __init__(self, actors: Mapping[str, Actor], *, today: date) -> None:
        self.head, self.today = actors["head"], today
        self._workers = {actor.user_id: actor for actor in actors.values()}
        # Numbers run through the year, so what is written later is of a later day.
        self._days: dict[date, list[Callable[[], None]]] = defaultdict(list)

    def write(self) -> None:
        """All of it once; nothing where letters are kept already."""
        if OfficialLetter.every.exists():
            return
        known = dict(Partner.objects.values_list("name", "pk"))
        self._offices = known | {one.name: self._keep(one.entry()) for one in OFFICES if one.name not in known}
        for practice, told in LETTERS.items():
            # Where few families are open, one family has several letters.
            for one, route in zip(told, cycle(_open_routes(practice)), strict=False):
                self._plan(one, route)
        for one in GENERAL:
            self._plan(one, None)
        while self._days:
            for write in self._days.pop(min(self._days)):
                write()
        self._agree()
        self._meet()

    def _keep(self, entry: Mapping[str, str]) -> int:
        return int(partners.keep_partner(actor=self.head, entry=entry, on=self.today).pk)

    def _plan(self, one: InventedLetter, route: Route | None) -> None:
        on = self._day(one.before)
        if route is not None:
            on = max(on, route.started_on)
        self._days[on].append(lambda: self._letter(one, route, on))

    def _letter(self, one: InventedLetter, route: Route | None, on: date) -> None:
        actor = self._workers.get(route.worker_id, self.head) if route is not None else self.head
        at: dict[str, Any] = {"route_id": route.pk} if route is not None else {}
        due_on = on + timedelta(days=one.due) if one.due is not None else None
        at |= {"kind": one.kind, "partner_id": self._offices[one.office], "subject": one.subject, "text": one.text}
        if one.direction == "in":
            letters.record_incoming(actor=actor, **at, their_number="1-04", answer_due_on=due_on, on=on)
            return
        post, name = ADDRESSEES.get(one.office, ("", ""))
        people = _people(route, names_child=one.names_child)
        letter = letters.prepare_letter(
            actor=actor,
            **at,
            addressee_post=post,
            addressee_name=name,
            asked_by=one.asked_by,
            people=people,
            basis=("consent" if route is not None and may_share(route, on=on) else "law") if people else "",
            answer_due_on=due_on,
            on=on,
        )
        if one.is_draft:
            return
        letters.register_letter(actor=actor, letter_id=letter.pk)
        letters.approve_letter(actor=self.head, letter_id=letter.pk, on=on)
        letters.send_letter(actor=actor, letter_id=letter.pk, on=on)
        if (answer := one.answer) is not None:
            came_on = min(on + timedelta(days=answer.after), self.today)
            self._days[came_on].append(lambda: self._answer(actor, letter.pk, answer, came_on))

    def _answer(self, actor: Actor, letter_id: int, answer: InventedAnswer, on: date) -> None:
        letters.record_answer(
            actor=actor,
            letter_id=letter_id,
            result=answer.result,
            their_number=answer.number,
            their_on=on,
            text=answer.text,
            on=on,
        )

    def _agree(self) -> None:
        for one in AGREEMENTS:
            letters.keep_agreement(
                actor=self.head,
                partner_id=self._offices[one.partner],
                number=one.number,
                signed_on=self._day(one.signed_before),
                until_on=self._day(-one.left) if one.left is not None else None,
                scope=one.scope,
                on=self.today,
            )

    def _meet(self) -> None:
        for one in MEETINGS:
            letters.keep_meeting(
                actor=self.head,
                partner_ids=[self._offices[name] for name in one.partners],
                topic=one.topic,
                present=one.present,
                results=one.results,
                on=self._day(one.before),
            )

    def _day(self, before: int) -> date:
        return self.today - timedelta(days=before)


def _open_routes(practice: str) -> Iterable[Route]:
    """The open paths of a practice, those with a case and those that began first before the others."""
    found = Route.objects.filter(
        ended_on=None,
        department__in=departments().values(),
        program__practice__code=practice,
    )
    found = found.select_related("case").prefetch_related("case__children").order_by("started_on", "pk")
    return sorted((route for route in found if not is_blocked(route)), key=lambda route: route.case is None)


def _people(route: Route | None, *, names_child: bool) -> list[Named]:
    if route is None or route.case is None:
        return []
    children = sorted(one.person_id for one in route.case.children.all())[: int(names_child)]
    return [Named(route.case.client_id, "about"), *(Named(child, "child") for child in children)]
