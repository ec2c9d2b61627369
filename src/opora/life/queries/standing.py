"""How the help of a family stands now: one line from each room of help, by one question to all of them."""

import json
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from opora.common.questions import Written, write_down
from opora.life.queries.life_lines import Told
from opora.life.queries.scope import Scope
from opora.life.queries.standing_facts import Question, Telling
from opora.life.queries.standing_goods import goods_now, goods_told
from opora.life.queries.standing_groups import groups_now, groups_told
from opora.life.queries.standing_letters import letters_now, letters_told
from opora.life.queries.standing_lives import around_now, around_told, changes_now, changes_told
from opora.life.queries.standing_results import results_now, results_told
from opora.life.queries.standing_services import services_now, services_told
from opora.life.queries.standing_stays import stay_now, stay_told, waiting_now, waiting_told


@dataclass(frozen=True, slots=True)
class Standing:
    """What a room of help says of a family today."""

    room: str
    told: Told


# Each room of help: what it asks (at most one row, made by ``facts_of``), and how it tells the answer on a day.
STANDINGS: dict[str, tuple[Question, Telling]] = {
    "services": (services_now, services_told),
    "groups": (groups_now, groups_told),
    "circumstances": (changes_now, changes_told),
    "network": (around_now, around_told),
    "results": (results_now, results_told),
    "stays": (stay_now, stay_told),
    "waiting": (waiting_now, waiting_told),
    "goods": (goods_now, goods_told),
    "correspondence": (letters_now, letters_told),
}


def standings_of(*, scope: Scope, on: date) -> dict[str, Standing]:
    """What each room says of the work in sight, by room; a room with nothing to say is left out.

    ``scope`` is what this person sees already: who asks has read the path or the case for him.
    """
    shape = (len(scope.route_ids), len(scope.case_ids))
    ids = dict(zip(_ids(*shape), (*scope.route_ids, *scope.case_ids), strict=True))
    found = {}
    for room, facts in _question(tuple(STANDINGS), *shape).ask(ids):
        told = STANDINGS[room][1](json.loads(facts) if isinstance(facts, str) else facts, on)
        if told is not None:
            found[room] = Standing(room, told)
    return found


@lru_cache(maxsize=32)
def _question(rooms: tuple[str, ...], routes: int, cases: int) -> Written:
    """The question with stand-ins for the ids, written down once for every shape."""
    ids = _ids(routes, cases)
    scope = Scope(ids[:routes], ids[routes:], None)
    if not rooms:
        return Written("", ())
    first, *rest = [STANDINGS[room][0](scope) for room in rooms]
    return write_down(first.union(*rest, all=True) if rest else first)


def _ids(routes: int, cases: int) -> tuple[int, ...]:
    """Numbers that no record has, each in the place of an id."""
    return tuple(range(-1, -1 - routes - cases, -1))
