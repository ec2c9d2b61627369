"""What may happen next on a path, and why something may not: pure functions over a definition (S4, X-17).

Buttons of pages, the command line and the step itself all ask `options`; nothing else decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from opora.common.bilingual import Text
from opora.pathways.rules.definition import Action, Definition, Facts, Row, Value


@dataclass(frozen=True, slots=True)
class State:
    """Where a path stands. `papers` and `done_tasks` are those since the entry into the stage."""

    stage: str
    facts: Mapping[str, Value] = field(default_factory=dict)
    papers: frozenset[str] = frozenset()
    done_tasks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Decision:
    """What a table of criteria says: the result and its row (from 1), or the facts that are not known yet."""

    table: str
    result: str | None
    row: int | None = None
    why: Text = field(default=Text(""))
    unknown: tuple[str, ...] = ()

    def to_data(self) -> dict[str, object]:
        """Plain values to be kept with the step."""
        why = {"ru": self.why.ru, "en": self.why.en}
        return {"result": self.result, "row": self.row, "why": why, "unknown": list(self.unknown)}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an action is not possible now; the words are chosen where it is shown.

    kind "role": `ids` are the roles who may; "task" and "document": what is not there yet; "facts": facts of `table`
    not yet known; "criteria": `decision` of `table` speaks against it; "field" and "text": what was not filled in.
    """

    kind: str
    ids: tuple[str, ...] = ()
    table: str = ""
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """An action at the present stage: allowed, or with every reason why not."""

    action: str
    to: str
    reasons: tuple[Reason, ...]
    effect: str
    kind: str
    needs_reason: bool
    fields: tuple[str, ...]
    decisions: tuple[Decision, ...] = ()

    @property
    def allowed(self) -> bool:
        return not self.reasons

    @property
    def decision(self) -> Decision | None:
        """What the (first) table of criteria of this action says, whether for or against."""
        return self.decisions[0] if self.decisions else None


def decide(definition: Definition, table: str, facts: Facts) -> Decision:
    """What a table says about recorded facts: the first row that fits, read from the top (S4-31).

    A fact that is not known (absent or None) is never taken for "no" (X-06): when a row could fit but for unknown
    facts, nothing is decided, and all facts are named that rows up to the first certain one still ask for.
    """
    unknown: list[str] = []
    for number, row in enumerate(definition.criteria[table].rows, 1):
        asked = _asked(row, facts)
        if asked is None:
            continue
        if not asked and not unknown:
            return Decision(table, row.then, number, row.why)
        unknown += [name for name in asked if name not in unknown]
        if not asked:
            break
    return Decision(table, None, unknown=tuple(unknown))


def _asked(row: Row, facts: Facts) -> tuple[str, ...] | None:
    """The unknown facts a row depends on; None when a known fact speaks against it."""
    if any(facts.get(name) is not None and facts[name] not in values for name, values in row.when.items()):
        return None
    return tuple(name for name in row.when if facts.get(name) is None)


def options(definition: Definition, state: State, access_roles: Iterable[str]) -> tuple[Option, ...]:
    """Every action from the present stage, in the order of the definition, with all reasons against it at once.

    `access_roles` are the roles of Opora the person holds. At an exit, or at a stage this version does not have,
    there is nothing.
    """
    if state.stage not in definition.stages:
        return ()
    held = frozenset(access_roles)
    return tuple(
        _option(definition, state, held, code, one) for code, one in definition.actions_at(state.stage).items()
    )


def find_option(definition: Definition, state: State, access_roles: Iterable[str], action: str) -> Option | None:
    """One action among those of the present stage, or None when it does not start here."""
    return next((one for one in options(definition, state, access_roles) if one.action == action), None)


def _option(definition: Definition, state: State, held: frozenset[str], code: str, action: Action) -> Option:
    tables = tuple(dict.fromkeys([*action.criteria, *([action.facts] if action.facts else [])]))
    decisions = tuple(decide(definition, table, state.facts) for table in tables)
    return Option(
        action=code,
        to=action.to,
        reasons=(
            *_role_reasons(definition, state, held, action),
            *_task_reasons(definition, state, action),
            *(Reason("document", (paper,)) for paper in action.documents if paper not in state.papers),
            *_decision_reasons(definition, state, action, decisions),
        ),
        effect=action.effect,
        kind=action.kind,
        needs_reason=action.reason,
        fields=action.fields,
        decisions=decisions,
    )


def _role_reasons(definition: Definition, state: State, held: frozenset[str], action: Action) -> tuple[Reason, ...]:
    roles = definition.roles_of(action, state.stage)
    return () if definition.access_of(roles) & held else (Reason("role", roles),)


def _task_reasons(definition: Definition, state: State, action: Action) -> tuple[Reason, ...]:
    if not action.waits_for_tasks:
        return ()
    return tuple(
        Reason("task", (task,)) for task in definition.stages[state.stage].tasks if task not in state.done_tasks
    )


def _decision_reasons(
    definition: Definition, state: State, action: Action, decisions: tuple[Decision, ...]
) -> tuple[Reason, ...]:
    reasons = []
    missing = frozenset(action.documents) - state.papers
    for decision in decisions:
        facts = definition.criteria[decision.table].facts
        if decision.result is None and all(facts[name].paper in missing for name in decision.unknown):
            # The paper that would bring the answer is named already.
            continue
        if decision.result is None:
            reasons.append(Reason("facts", decision.unknown, decision.table, decision))
        elif decision.table in action.criteria and decision.result not in action.criteria[decision.table]:
            reasons.append(Reason("criteria", (), decision.table, decision))
    return tuple(reasons)


def carried(definition: Definition, facts: Facts) -> dict[str, Value]:
    """What is still known when the family moves on: all but what was brought by papers of the stage it leaves."""
    brought = {name for table in definition.criteria.values() for name, fact in table.facts.items() if fact.paper}
    return {name: value for name, value in facts.items() if name not in brought}


def missing_words(option: Option, *, reason: str, fields: Mapping[str, object]) -> tuple[Reason, ...]:
    """What must still be written with an action: its fields, and a reason where one is required."""
    empty = tuple(Reason("field", (name,)) for name in option.fields if fields.get(name) in (None, "", [], ()))
    return (*empty, Reason("text")) if option.needs_reason and not reason.strip() else empty


def due_on(definition: Definition, stage: str, on: date) -> date | None:
    """The day by which a path that entered `stage` on the day `on` should leave it; None without a term."""
    found = definition.stages.get(stage)
    return on + timedelta(days=found.days) if found and found.days is not None else None
