"""Writing an invented path down: the signal, papers, facts and steps, each by whoever would take it."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from opora.access.rules import Actor, Role
from opora.cases.models import Case
from opora.common.dates import moment_of
from opora.demo.actions.rooms import RoomWriter
from opora.demo.queries import departments, programs
from opora.demo.rules.staff import COORDINATORS, SUPPORT
from opora.demo.rules.walks import Move, Walk
from opora.intake import actions as intake
from opora.pathways.queries import definition_of, version_for
from opora.pathways.rules import Definition, carried
from opora.process import actions as process
from opora.process.rules.orders import Ending
from opora.programs.models import Program

SOURCE = "demo"


class PathWriter:
    """Leads families along their walks, verb by verb, as the page of the path does."""

    def __init__(self, actors: Mapping[str, Actor], *, today: date) -> None:
        self.actors = actors
        self.rooms = RoomWriter(actors, today=today)
        self.departments = departments()
        self.programs = programs()
        self._of_places = {place: _definition(program) for place, program in self.programs.items()}
        self.definition = self.of_place(SUPPORT)

    def of_place(self, place: int) -> Definition:
        """The process by which families are worked with at a place."""
        return self._of_places[place]

    def walk(
        self,
        walk: Walk,
        *,
        place: int,
        manager: str,
        opening: Callable[[], Case] | None = None,
        ending: Callable[[], Ending] | None = None,
    ) -> int:
        """The signal and every step; gives the id of the path. ``opening`` and ``ending`` are asked when needed."""
        self.definition = self.of_place(place)
        route_id = self._receive(walk, place, self.actors[manager])
        for move in walk.moves:
            actor = self._who(move, manager, COORDINATORS[place])
            self._prepare(actor, self.actors[COORDINATORS[place]], route_id, move)
            if self._ends(move):
                self.rooms.plans.end(route_id=route_id, on=move.on)
            process.take_step(
                actor=actor,
                route_id=route_id,
                action=move.action,
                reason=move.reason,
                fields=move.fields,
                opening=opening,
                ending=ending() if ending and self._ends(move) else None,
                on=move.on,
            )
        coordinator = self.actors[COORDINATORS[place]]
        self.rooms.leave_open(walk, coordinator=coordinator, actor=self.actors[manager], route_id=route_id)
        return route_id

    def _ends(self, move: Move) -> bool:
        return self.definition.actions[move.action].to in self.definition.exits

    def _receive(self, walk: Walk, place: int, actor: Actor) -> int:
        told = walk.told
        referral = intake.receive(
            actor=actor,
            program_id=self.programs[place].pk,
            department_id=self.departments[place],
            channel=told.channel,
            source=told.source,
            urgency=told.urgency,
            told={"story": told.story},
            is_anonymous=told.is_anonymous,
            children_count=told.children_count,
            child_risk=told.child_risk,
            received_at=_hour(walk.began_on),
            on=walk.began_on,
        )
        return int(referral.route_id)

    def _who(self, move: Move, manager: str, coordinator: str) -> Actor:
        """The case manager takes the steps of case managers, the coordinator those of the panel and the head."""
        roles = self.definition.roles_of(self.definition.actions[move.action], move.stage)
        access = self.definition.access_of(roles)
        return self.actors[manager if Role.CASE_MANAGER in access else coordinator]

    def _prepare(self, actor: Actor, coordinator: Actor, route_id: int, move: Move) -> None:
        for kind in move.papers:
            if not self.rooms.make(kind, actor=actor, coordinator=coordinator, route_id=route_id, move=move):
                brought = self.definition.facts_of_paper(kind)
                says = {name: value for name, value in move.facts.items() if name in brought}
                process.file_paper(actor=actor, route_id=route_id, kind=kind, source=SOURCE, says=says, on=move.on)
        for task in move.tasks:
            process.finish_task(actor=actor, route_id=route_id, task=task, on=move.on)
        if learned := carried(self.definition, move.facts):
            process.record_facts(actor=actor, route_id=route_id, facts=learned, on=move.on)


def _definition(program: Program) -> Definition:
    version = version_for(program)
    if version is None:
        raise LookupError(f"no process is published for {program}")
    return definition_of(version)


def _hour(day: date) -> datetime:
    """A moment of the working day, the same for the same day."""
    return moment_of(day, time(9 + day.toordinal() % 9, day.toordinal() * 7 % 60))
