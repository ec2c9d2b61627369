"""The services of the invented families, planned and given, and a few confidential notes: all in some dozen statements.

Written in bulk, since hundreds of services one by one would keep the demonstration waiting; what a verb would refuse is
refused by a test of this room.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, time, timedelta
from itertools import cycle
from uuid import UUID, uuid5

from opora.access.rules import SYSTEM, Actor
from opora.audit import actions as audit
from opora.catalogue.models import Service
from opora.demo.queries import departments
from opora.demo.rules.services import CHILD, MANAGER, NOTES, OFFERS, PARENT, PARTNER, InventedService, days_given
from opora.notes import actions as notes
from opora.partners.models import Partner
from opora.process.models import Route
from opora.process.policies import is_blocked
from opora.services.models import PlannedService, Provision

_MARK = UUID("4b0f2a54-6c5e-4a40-9d8c-2f8f0a1f7d11")
_TOGETHER = 6
_HOURS = (time(10), time(11, 30), time(14), time(16, 30))


class ServiceWriter:
    """Gives every family with a case what its practice offers, by those who work there."""

    def __init__(self, actors: Mapping[str, Actor], *, today: date) -> None:
        self.actors, self.today = actors, today
        self._planned: list[PlannedService] = []
        self._given: list[tuple[Provision, list[int]]] = []

    def write(self) -> None:
        """All families at once; nothing where services are planned already."""
        if PlannedService.objects.exists():
            return
        self._known = {(one.practice, one.code): one for one in Service.objects.all()}
        self._partners = cycle(Partner.objects.order_by("pk").values_list("pk", flat=True))
        routes = [route for route in routes_with_cases() if not is_blocked(route)]
        by_practice: dict[str, list[Route]] = defaultdict(list)
        for number, route in enumerate(routes):
            by_practice[_practice(route)].append(route)
            self._family(route, number)
        for practice, worked in by_practice.items():
            self._at_once(practice, worked)
        self._save()
        self._confide(routes)

    def _family(self, route: Route, number: int) -> None:
        """What was given in the first days, before there was a case, and one of the sets since then."""
        practice, case = _practice(route), route.case
        if case is None:
            return
        offer = OFFERS[practice]
        for later, one in enumerate(offer.first):
            day = min(route.started_on + timedelta(days=later), route.ended_on or self.today)
            self._give(route, practice, one, day, "held", number)
        until = route.ended_on or self.today
        for turn, one in enumerate(offer.sets[number % len(offer.sets)]):
            days = days_given(one, since=case.opened_on, until=until, turn=number + turn, goes_on=not route.ended_on)
            on = max(case.opened_on, days[0][0] - timedelta(days=7)) if days else case.opened_on
            plan = self._plan(route, practice, one, on, number + turn)
            for day, state in days:
                self._give(route, practice, one, day, state, number + turn, plan)

    def _plan(self, route: Route, practice: str, one: InventedService, on: date, number: int) -> PlannedService:
        worker_id, partner_id = self._giver(route, one)
        ahead = timedelta(days=-4 if number % 7 == 3 else 14 + number % 30)
        plan = PlannedService(
            route=route,
            service=self._known[practice, one.code],
            times=one.times,
            on=on,
            until_on=max(on, self.today + ahead) if route.ended_on is None else route.ended_on,
            worker_id=worker_id,
            partner_id=partner_id,
            ended_on=route.ended_on,
            by_id=route.worker_id,
        )
        self._planned.append(plan)
        return plan

    def _give(
        self,
        route: Route,
        practice: str,
        one: InventedService,
        on: date,
        state: str,
        number: int,
        plan: PlannedService | None = None,
        together: UUID | None = None,
    ) -> None:
        service = self._known[practice, one.code]
        worker_id, partner_id = (plan.worker_id, plan.partner_id) if plan is not None else self._giver(route, one)
        is_held = state == "held"
        made = Provision(
            route=route,
            service=service,
            planned=plan,
            on=on,
            at=_HOURS[number % len(_HOURS)],
            minutes=one.minutes if is_held else None,
            state=state,
            format="group" if together and "group" in service.formats else service.formats[0],
            provider=one.provider or service.providers[0],
            worker_id=worker_id,
            partner_id=partner_id,
            where=one.where,
            # The same words every week would tell nothing.
            note=one.note if is_held and (plan is None or number % 2 == 0) else "",
            together=together,
            by_id=route.worker_id,
        )
        self._given.append((made, people_there(route, one.whom) if is_held else []))

    def _giver(self, route: Route, one: InventedService) -> tuple[int | None, int | None]:
        if one.who == PARTNER:
            return None, next(self._partners) if one.provider == "partner" else None
        return (route.worker_id if one.who == MANAGER else self.actors[one.who].user_id), None

    def _at_once(self, practice: str, routes: Iterable[Route]) -> None:
        """One service for several families of a practice on the same day."""
        day = self.today - timedelta(days=6)
        there = [one for one in routes if one.ended_on is None and one.case and one.case.opened_on <= day][:_TOGETHER]
        mark = uuid5(_MARK, practice) if len(there) > 1 else None
        for route in there:
            self._give(route, practice, OFFERS[practice].together, day, "held", 2, together=mark)

    def _save(self) -> None:
        PlannedService.objects.bulk_create(self._planned)
        Provision.objects.bulk_create(made for made, _people_ids in self._given)
        through = Provision.people.through
        through.objects.bulk_create(
            through(provision_id=made.pk, person_id=person_id) for made, ids in self._given for person_id in ids
        )
        self._journal("services.planned", ((one, {}) for one in self._planned))
        self._journal("services.given", ((one, {"day": one.on.isoformat()}) for one, _ids in self._given))

    def _journal(self, verb: str, records: Iterable[tuple[PlannedService | Provision, dict[str, str]]]) -> None:
        whose = {actor.user_id: actor for actor in self.actors.values()}
        lines: dict[int | None, list[dict[str, object]]] = defaultdict(list)
        for one, more in records:
            about = {"case_id": one.route.case_id, "family_id": one.route.family_id} if one.route is not None else {}
            lines[one.by_id].append({**about, "service": one.service_id, **more})
        for user_id, entries in lines.items():
            audit.record_many(actor=whose.get(user_id, SYSTEM), verb=verb, entries=entries)

    def _confide(self, routes: Iterable[Route]) -> None:
        """What the psychologist keeps for herself about families she works with; one of them she opened."""
        author = self.actors["psychologist"]
        by_practice: dict[str, list[Route]] = defaultdict(list)
        for one in routes:
            if one.ended_on is None and author.user_id in _team(one):
                by_practice[_practice(one)].append(one)
        for mine in by_practice.values():
            self._told_in_trust(author, mine[: len(NOTES)])

    def _told_in_trust(self, author: Actor, mine: Iterable[Route]) -> None:
        for number, (route, (kind, text)) in enumerate(zip(mine, NOTES, strict=False)):
            on = max(route.started_on, self.today - timedelta(days=3 + 5 * number))
            note = notes.write_note(actor=author, route_id=route.pk, kind=kind, text=text, on=on, today=on)
            if number == 1 and route.worker_id is not None:
                notes.name_readers(actor=author, note_id=note.pk, user_ids=[route.worker_id], on=self.today)


def routes_with_cases() -> Iterable[Route]:
    """The paths that led to a case, with all that is asked of them."""
    found = Route.objects.filter(case__is_imported=False, department__in=departments().values())
    found = found.select_related("case", "program__practice").prefetch_related("case__children", "case__team")
    return found.order_by("pk")


def _practice(route: Route) -> str:
    """The practice whose catalogue a family is helped by."""
    return route.program.practice.code if route.program.practice is not None else ""


def people_there(route: Route, whom: str) -> list[int]:
    """Who of the family was there."""
    if route.case is None:
        return []
    children = sorted(one.person_id for one in route.case.children.all())
    if whom == CHILD and children:
        return children[:1]
    return [route.case.client_id, *(children if whom not in {PARENT, CHILD} else ())]


def _team(route: Route) -> set[int]:
    return {one.user_id for one in route.case.team.all() if one.to_on is None} if route.case is not None else set()
