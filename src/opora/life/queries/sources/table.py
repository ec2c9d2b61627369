"""Every source by its name."""

from collections.abc import Callable

from opora.life.queries.scope import Scope
from opora.life.queries.sources.correspondence import official_letters
from opora.life.queries.sources.family import assessed, closings, follow_ups, openings, placements
from opora.life.queries.sources.goods import issues
from opora.life.queries.sources.groups import meetings
from opora.life.queries.sources.help import (
    around,
    assumptions,
    changes,
    lost_again,
    reached,
    results,
    services,
    shifts,
    stays,
    waits,
)
from opora.life.queries.sources.path import ballots, conferences, files_taken_back, letters, moves, notices, onward
from opora.life.queries.sources.plan import events, family_steps, goals, plan_versions, tasks
from opora.life.queries.sources.rows import Rows
from opora.life.queries.sources.work import aid, contacts, mail, observations, risks, signals, told_by_sources, visits

SOURCES: dict[str, Callable[[Scope], Rows]] = {
    "visit": visits,
    "contact": contacts,
    "mail": mail,
    "observation": observations,
    "aid": aid,
    "issue": issues,
    "source": told_by_sources,
    "risk": risks,
    "signal": signals,
    "step": family_steps,
    "event": events,
    "change": changes,
    "result": results,
    "assumption": assumptions,
    "reached": reached,
    "lost_again": lost_again,
    "service": services,
    "group": meetings,
    "network": around,
    "task": tasks,
    "goal": goals,
    "plan": plan_versions,
    "placement": placements,
    "assessment": assessed,
    "move": moves,
    "ballot": ballots,
    "conference": conferences,
    "letter": letters,
    "file": files_taken_back,
    "official": official_letters,
    "notice": notices,
    "onward": onward,
    "waiting": waits,
    "stay": stays,
    "shift": shifts,
    "opened": openings,
    "closed": closings,
    "follow_up": follow_ups,
}
