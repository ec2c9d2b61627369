"""The results of one family, each with the times in which it stood and by what it is seen; nothing here is kept."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from opora.access.rules import Actor
from opora.common.planning import ask_known
from opora.logic.queries import concepts
from opora.logic.rules import Concept
from opora.process.queries import Place, may_record
from opora.results import policies
from opora.results.models import Result
from opora.results.queries.statements import known, values_for
from opora.results.rules import Fact, Spell, Suggestion, spells, suggestion
from opora.results.words import SAID

_KNOWN = """
SELECT concept, person_id, "on", place, source, state = 'yes', is_sure, NULL::date FROM seen WHERE "on" <= %(on)s
UNION ALL
SELECT concept, NULL, since, -1, since_by, NULL, TRUE, until FROM aimed WHERE since <= %(on)s
"""


@dataclass(frozen=True, slots=True)
class Aim:
    """That the plan leads to a result: since when, by which goal, and when it was decided."""

    since: date
    source: str
    until: date | None


@dataclass(frozen=True, slots=True)
class FamilyResult:
    """One result of the family, or of one person of it: aimed at, reached, lost again, or waiting for a word."""

    concept: Concept
    person_id: int | None
    aim: Aim | None
    facts: Sequence[Fact]
    times: Sequence[Spell]
    suggestion: Suggestion | None

    @property
    def last(self) -> Spell | None:
        return self.times[-1] if self.times else None

    @property
    def stands(self) -> bool:
        """Whether it is reached and was not lost again."""
        return self.last is not None and self.last.until is None

    @property
    def state(self) -> str:
        """reached, lost, aimed; empty of what only waits for a word, or was seen not to be so."""
        if self.last is not None:
            return "reached" if self.stands else "lost"
        return "aimed" if self.aim is not None and self.aim.until is None else ""

    @property
    def on(self) -> date | None:
        """The day of what holds now."""
        if self.last is not None:
            return self.last.until or self.last.since
        return self.aim.since if self.aim else None


@dataclass(frozen=True, slots=True)
class FamilyResults:
    """All results of a family, and whether this person may say something of them."""

    place: Place
    results: Sequence[FamilyResult]
    may_record: bool

    @property
    def waiting(self) -> list[FamilyResult]:
        """Those of which somebody has to say whether it is so, the newest first."""
        asked = [one for one in self.results if one.suggestion is not None]
        return sorted(asked, key=lambda one: one.suggestion.on if one.suggestion else date.min, reverse=True)


def results_of(*, actor: Actor, place: Place, on: date) -> FamilyResults:
    """The results of the family at a place just read for this person, as known of a day."""
    # What a closing or the look back suggests is answered after the work is over.
    may = may_record(actor=actor, place=place)
    if place.case_id is None:
        return FamilyResults(place, (), may)
    hidden, named = policies.hidden(actor, place), concepts()
    facts: dict[tuple[str, int | None], list[Fact]] = defaultdict(list)
    aims: dict[str, Aim] = {}
    rows = ask_known(known() + _KNOWN, {**values_for([place.case_id]), "on": on})
    for concept, person_id, day, order, source, is_yes, is_sure, until in rows:
        if concept in hidden or concept not in named:
            continue
        if order < 0:
            aims[concept] = Aim(day, source, until)
        else:
            facts[concept, person_id].append(Fact(day, order, source, is_yes, is_sure))
    # What is aimed at concerns the family; where a person of it has the result already, the aim stands there.
    keys = {*facts, *((code, None) for code in aims if not any(one == code for one, _who in facts))}
    found = [
        FamilyResult(named[code], who, aims.get(code), sorted(told, reverse=True), spells(told), suggestion(told))
        for code, who in keys
        for told in [facts.get((code, who), [])]
    ]
    return FamilyResults(place, tuple(one for one in found if one.state or one.suggestion), may)


def words_of(found: FamilyResults) -> dict[str, Result]:
    """What people said of these results, by the name under which it stands among the facts."""
    ids = [
        int(fact.source.partition(":")[2])
        for one in found.results
        for fact in one.facts
        if fact.source.startswith(SAID)
    ]
    said = Result.objects.filter(pk__in=ids).select_related("by") if ids else ()
    return {f"{SAID}{one.pk}": one for one in said}
