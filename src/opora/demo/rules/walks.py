"""A family's walk through the process, day by day: roads get dates, papers, facts and words the process asks for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate, cycle
from random import Random
from typing import Protocol

from opora.demo.rules.lives import InventedLife
from opora.demo.rules.roads import Road, Roads, signal_roads
from opora.demo.rules.tales import REASONS, Told, tell_signal
from opora.pathways.rules import Definition, State, Value, carried, find_option, missing_words

# A round of work, from the plan through the work to the re-assessment, takes about so many days.
ROUND_DAYS = 118
NEW_DAYS, YOUNG_DAYS, MOST_ROUNDS = 7, 60, 2
_UNTOLD_DAYS = 7
HELPER = "Центр помощи семье и детям по месту жительства"
# What the panel had before it when it decided so.
_RISKS = {"vote_danger": "critical", "vote_one_off": "low"}


@dataclass(frozen=True, slots=True)
class Move:
    """One step: the day, where from, what was filed, done and learned before it, and what is written with it."""

    on: date
    stage: str
    action: str
    papers: tuple[str, ...] = ()
    facts: Mapping[str, Value] = field(default_factory=dict)
    reason: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    tasks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Walk:
    """A whole path: the signal it begins with, its day, the steps, and where it stands after them."""

    told: Told
    began_on: date
    moves: tuple[Move, ...]
    place: str


class RoadsOf(Protocol):
    """Hands out the ways through one process, each branch in its turn."""

    def arrival(self, *, is_shelter: bool, is_new: bool) -> Road: ...

    def young(self, arrival: Road, days: int) -> Road: ...

    def standing(self, arrival: Road, rounds: int) -> Road: ...

    def ended(self, arrival: Road, rounds: int, reason: str) -> Road: ...


class Walker:
    """Invents walks one after another; the same seed and the same lives give the same walks."""

    def __init__(self, definition: Definition, *, seed: int, today: date, roads: RoadsOf | None = None) -> None:
        self.definition = definition
        self.today = today
        self._rng = Random(seed)  # noqa: S311  (chance for stories, not for secrets)
        self._roads: RoadsOf = roads or Roads()
        self._lateness = cycle((False, False, False, False, True, False, False))

    def of_case(self, life: InventedLife) -> Walk:
        """The walk that leads to a life's opening on its day and, when it is over, to the exit on its day."""
        days = ((life.closed_on or self.today) - life.opened_on).days
        is_new = life.closed_on is None and days < NEW_DAYS
        arrival = self._roads.arrival(is_shelter=life.is_shelter, is_new=is_new)
        rounds = max(0, min(MOST_ROUNDS, round(days / ROUND_DAYS) - 1))
        if life.closed_on is not None:
            road = self._roads.ended(arrival, rounds, life.reason)
        elif days < YOUNG_DAYS:
            road = self._roads.young(arrival, days)
        else:
            road = self._roads.standing(arrival, rounds)
        before = self._places(self.definition.start, arrival)
        after = self._places(before[-1], road)
        # Whoever came lately has spent some of these days on the way here.
        end = life.closed_on or self.today - timedelta(
            days=min(self._stood(after[-1]), days * 2 // 3 if road else days)
        )
        dates = [
            *self._backward(before[:-1], life.opened_on),
            *self._between(after[:-1], life.opened_on, end),
        ]
        side = "fund" if life.reason == "organisation_declined" else "family"
        return self._walk((*arrival, *road), dates, tell_signal(self._rng, children=len(life.children)), side=side)

    def signals(self, count: int) -> Iterator[Walk]:
        """Walks that did not lead to a case, or have not yet."""
        for road in self._signal_roads(count):
            places = self._places(self.definition.start, road)
            if places[-1] in self.definition.exits:
                end = self.today - timedelta(days=self._rng.randrange(3, 240))
            else:
                end = self.today - timedelta(days=self._stood(places[-1]))
            yield self._walk(road, self._backward(places[:-1], end), tell_signal(self._rng))

    def _signal_roads(self, count: int) -> Iterable[Road]:
        return signal_roads(count)

    def _places(self, place: str, road: Road) -> list[str]:
        """Where the family stands before each step and after the last."""
        return [place, *(self.definition.actions[step].to for step in road)]

    def _term(self, stage: str) -> int:
        return self.definition.stages[stage].days or _UNTOLD_DAYS

    def _stood(self, place: str) -> int:
        """For how many days a family has stood where it stands: seldom longer than it should."""
        if place not in self.definition.stages:
            return 0
        term = self._term(place)
        return term + self._rng.randrange(1, 9) if next(self._lateness) else self._rng.randrange(0, term)

    def _backward(self, stages: Sequence[str], end: date) -> list[date]:
        """The day of leaving each stage, when the last is left on ``end``; the day the first was entered leads."""
        days = [end]
        for stage in reversed(stages):
            days.append(days[-1] - timedelta(days=self._wait(stage)))
        return days[::-1]

    def _wait(self, stage: str) -> int:
        share = self._rng.uniform(1.1, 1.8) if self._rng.random() < 0.12 else self._rng.uniform(0.1, 0.95)
        return round(self._term(stage) * share)

    def _between(self, stages: Sequence[str], first: date, last: date) -> list[date]:
        """The day of leaving each stage between two days, long stages taking the more of it."""
        passed = list(accumulate(self._term(stage) * self._rng.uniform(0.5, 1) for stage in stages))
        return [first + timedelta(days=int((last - first).days * (part / passed[-1]))) for part in passed]

    def _walk(self, road: Road, dates: Sequence[date], told: Told, *, side: str = "family") -> Walk:
        """Take every step as a person would: file what it waits for, learn what it asks, and then only go."""
        known: dict[str, Value] = {}
        place, moves = self.definition.start, []
        for step, on in zip(road, dates[1:], strict=True):
            move = self._move(place, step, on, road, side)
            known |= move.facts
            self._check(move, known)
            known = carried(self.definition, known)
            moves.append(move)
            place = self.definition.actions[step].to
        return Walk(told, dates[0], tuple(moves), place)

    def _move(self, place: str, step: str, on: date, road: Road, side: str) -> Move:
        action = self.definition.actions[step]
        said = REASONS.get(step, ())
        return Move(
            on=on,
            stage=place,
            action=step,
            papers=action.documents,
            facts=self._learned(step, road),
            reason=self._rng.choice(said) if said else "",
            fields={name: HELPER if name == "helper" else side for name in action.fields},
            tasks=() if action.kind == "danger" else tuple(self.definition.stages[place].tasks),
        )

    def _learned(self, step: str, road: Road) -> dict[str, Value]:
        """What is known of the criteria by then; before the step of a decision, the decision."""
        if brought := self._decided(step):
            return brought
        if step == "signal_reject":
            is_grown_up = self._rng.random() < 0.5
            return {"child_under_18": False} if is_grown_up else {"child_under_18": True, "in_region": False}
        if step == "visited":
            return {"child_under_18": True, "in_region": True, "adult_agrees": True}
        if step == "assessed":
            told = [level for step, level in _RISKS.items() if step in road]
            return {"risk": told[0] if told else self._rng.choice(("medium", "medium", "high"))}
        return {}

    def _decided(self, step: str) -> dict[str, Value]:
        """What the panel or the council must have decided for this step."""
        decided: dict[str, Value] = {}
        for name, answers in self.definition.actions[step].criteria.items():
            table = self.definition.criteria[name]
            row = next(row for row in table.rows if row.then in answers)
            if table.is_brought_by_papers:
                decided |= {fact: values[0] for fact, values in row.when.items()}
        return decided

    def _check(self, move: Move, known: Mapping[str, Value]) -> None:
        """Raise ValueError when the process would not let the family take this step."""
        state = State(move.stage, known, frozenset(move.papers), frozenset(move.tasks))
        everybody = self.definition.access_of(self.definition.roles)
        option = find_option(self.definition, state, everybody, move.action)
        if option is None or not option.allowed or missing_words(option, reason=move.reason, fields=move.fields):
            raise ValueError(f"the process does not allow {move.action} at {move.stage}")
