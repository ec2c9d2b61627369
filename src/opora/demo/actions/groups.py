"""The groups and events of the invented families: begun by verbs, their lists and marks written in bulk.

What a verb would make of the marks (the service of every family that came) is made here by the same rules; a test of
this room marks each meeting once more and finds nothing to change.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from typing import Any

from opora.access.rules import SYSTEM, Actor
from opora.audit import actions as audit
from opora.catalogue.models import Service
from opora.demo.actions.services import people_there, routes_with_cases
from opora.demo.queries import departments, programs
from opora.demo.rules.groups import CIRCLES, GROUPS, InventedCircle, InventedGroup, days_of, homework_of, state_of
from opora.families.models import FamilyMember
from opora.groups import actions as groups
from opora.groups.actions.following import giver_of, mark_of, origin_of, way_of
from opora.groups.models import Group, HomeworkResult, Mark, Participant, Session
from opora.plans.models import Plan
from opora.process.models import Route
from opora.process.policies import is_blocked
from opora.services.models import Provision


class GroupWriter:
    """Holds what each practice holds, with its own families."""

    def __init__(self, actors: Mapping[str, Actor], *, today: date) -> None:
        self.actors, self.today = actors, today
        self._marks: list[Mark] = []
        self._results: list[HomeworkResult] = []
        self._given: list[tuple[Provision, list[int]]] = []

    def write(self) -> None:
        """All groups at once; nothing where there is one already."""
        if Group.objects.exists():
            return
        self._departments, self._programs = departments(), programs()
        self._services = {(one.practice, one.code): one for one in Service.objects.all()}
        self._unborn = set(FamilyMember.objects.filter(is_expected=True).values_list("person_id", flat=True))
        self._routes: dict[int, list[Route]] = defaultdict(list)
        for route in routes_with_cases():
            if not is_blocked(route):
                self._routes[route.department_id].append(route)
        for turn, one in enumerate(GROUPS):
            if one.place in self._programs:
                self._group(one, turn)
        self._save()
        for circle in CIRCLES:
            if circle.place in self._programs:
                self._circle(circle)

    def _days(self, one: InventedGroup) -> list[date]:
        """The days of its meetings; where all families have left, so long ago that the last of them still came."""
        days = days_of(one, self.today)
        left = [route.ended_on for route in self._routes[self._departments[one.place]]]
        ended = [day for day in left if day is not None]
        if not ended or len(ended) < len(left):
            return days
        return [day - (days[-1] - max(ended)) for day in days]

    def _begin(
        self, one: InventedGroup | InventedCircle, days: Sequence[date], service_id: int | None, *, is_over: bool = True
    ) -> Group:
        leader = self.actors[one.leader]
        return groups.keep_group(
            actor=leader,
            title=one.title,
            kind=one.kind,
            department_id=self._departments[one.place],
            program_id=self._programs[one.place].pk,
            service_id=service_id,
            place=one.where,
            from_on=days[0],
            until_on=days[-1] if is_over else None,
            leader_ids=[leader.user_id or 0],
        )

    def _group(self, one: InventedGroup, turn: int) -> None:
        practice = self._programs[one.place].practice
        service = self._services[practice.code if practice is not None else "", one.service]
        days = self._days(one)
        is_over = one.ends or days[-1] < self.today
        group = self._begin(one, days, service.pk, is_over=is_over)
        last = max((day for day in days if day < self.today), default=None)
        sessions = [self._session(group, one, number, day, is_last=day == last) for number, day in enumerate(days)]
        Session.objects.bulk_create(sessions)
        listed = self._list(one, group, days, turn)
        for number, session in enumerate(sessions):
            if session.is_held:
                self._meeting(session, number, service, listed)
        self._journal(group, sessions, listed)

    def _session(self, group: Group, one: InventedGroup, number: int, day: date, *, is_last: bool) -> Session:
        is_held = day < self.today and not (one.unmarked and is_last)
        homework = one.homework[number % len(one.homework)] if one.homework and is_held else None
        return Session(
            group=group,
            on=day,
            at=time(one.hour),
            minutes=one.minutes,
            is_held=is_held,
            heads=one.heads if is_held else 0,
            homework=homework,
        )

    def _list(
        self, one: InventedGroup, group: Group, days: Sequence[date], turn: int
    ) -> list[tuple[Route, list[Participant]]]:
        """The families of the practice with whom there was work then, and who of them comes."""
        there = [
            route
            for route in self._routes[self._departments[one.place]]
            if route.case is not None
            and route.case.opened_on <= days[-1]
            and (route.ended_on is None or route.ended_on > days[0])
        ]
        chosen = [there[(turn + number) % len(there)] for number in range(min(one.families, len(there)))]
        listed = [
            (route, [self._line(route, group, pk) for pk in people_there(route, one.whom) if pk not in self._unborn])
            for route in chosen
        ]
        Participant.objects.bulk_create(line for _route, lines in listed for line in lines)
        return listed

    def _line(self, route: Route, group: Group, person_id: int) -> Participant:
        opened = route.case.opened_on if route.case is not None else route.started_on
        return Participant(
            route=route,
            group=group,
            person_id=person_id,
            joined_on=max(group.from_on, opened),
            left_on=route.ended_on,
            by_id=route.worker_id,
        )

    def _meeting(
        self, session: Session, number: int, service: Service, listed: Sequence[tuple[Route, list[Participant]]]
    ) -> None:
        worker_id = giver_of(service, session)
        for family, (route, lines) in enumerate(listed):
            due = [one for one in lines if one.joined_on <= session.on and (one.left_on or session.on) >= session.on]
            if not due:
                continue
            state = state_of(family, number)
            self._marks += [Mark(session=session, participant=one, state=state) for one in due]
            if state != Mark.State.CAME:
                continue
            if session.homework is not None:
                done = homework_of(family, number)
                self._results.append(HomeworkResult(session=session, route=route, state=done, by_id=worker_id))
            made = Provision(
                route=route,
                service=service,
                on=session.on,
                at=session.at,
                minutes=session.minutes,
                format=way_of(service),
                provider=service.providers[0],
                worker_id=worker_id,
                together=mark_of(session),
                origin=origin_of(session),
                by_id=worker_id,
            )
            self._given.append((made, [one.person_id for one in due]))

    def _save(self) -> None:
        Mark.objects.bulk_create(self._marks)
        HomeworkResult.objects.bulk_create(self._results)
        Provision.objects.bulk_create(made for made, _people in self._given)
        through = Provision.people.through
        through.objects.bulk_create(
            through(provision_id=made.pk, person_id=pk) for made, people in self._given for pk in people
        )
        lines: dict[int | None, list[dict[str, Any]]] = defaultdict(list)
        for made, _people in self._given:
            about = {"case_id": made.route.case_id, "family_id": made.route.family_id} if made.route else {}
            lines[made.by_id].append({**about, "service": made.service_id, "day": made.on.isoformat()})
        whose = {actor.user_id: actor for actor in self.actors.values()}
        for user_id, entries in lines.items():
            audit.record_many(actor=whose.get(user_id, SYSTEM), verb="services.given", entries=entries)

    def _journal(
        self, group: Group, sessions: Sequence[Session], listed: Sequence[tuple[Route, list[Participant]]]
    ) -> None:
        leader = next((one for one in self.actors.values() if one.user_id == group.by_id), SYSTEM)
        joined: list[dict[str, Any]] = [
            {"group": group.pk, "people": len(lines), "case_id": route.case_id, "family_id": route.family_id}
            for route, lines in listed
        ]
        marked: list[dict[str, Any]] = [
            {"group": group.pk, "day": one.on.isoformat()} for one in sessions if one.is_held
        ]
        audit.record_many(actor=leader, verb="groups.joined", entries=joined)
        audit.record_many(actor=leader, verb="groups.marked", entries=marked)

    def _circle(self, one: InventedCircle) -> None:
        """A meeting about one family that has a plan, by the verbs as it would be lived."""
        day = self.today - timedelta(days=one.ago)
        planned = {plan.route_id: plan for plan in Plan.objects.filter(route__ended_on=None)}
        there = [
            route
            for route in self._routes[self._departments[one.place]]
            if route.case is not None and route.case.closed_on is None and route.case.opened_on <= day
        ]
        route = next((found for found in there if found.pk in planned), there[0] if there else None)
        if route is None or route.case is None:
            return
        leader = self.actors[one.leader]
        group = self._begin(one, [day], None)
        (session,) = groups.plan_sessions(actor=leader, group_id=group.pk, on=day, at=time(18), minutes=120)
        where: dict[str, Any] = {"actor": SYSTEM, "route_id": route.pk}
        lines = groups.add_people(**where, group_id=group.pk, person_ids=[route.case.client_id], on=day)
        groups.mark(actor=SYSTEM, session_id=session.pk, marks={lines[0].pk: "came"}, on=self.today)
        where |= {"case_id": None, "session_id": session.pk, "on": day}
        for words, has_come in one.guests:
            groups.keep_guest(**where, words=words, has_come=has_come)
        agreed = [groups.agree(**where, text=text) for text in one.agreed]
        if one.task and route.pk in planned:
            groups.make_task(
                actor=SYSTEM,
                commitment_id=agreed[0].pk,
                title=one.task,
                accountable=f"member:{route.case.client_id}",
                due_on=self.today + timedelta(days=21),
                on=max(day, planned[route.pk].begun_on),
            )
