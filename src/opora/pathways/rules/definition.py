"""What a process is: stages, exits, papers, tables of criteria and the actions between them (S4, X-17).

A definition is data and nothing else: no expressions, no scripts, no timers. A family stands at one stage.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from opora.common.bilingual import Text

ANYWHERE: Final = "*"
EXIT_KINDS: Final = ("success", "transfer", "refused", "declined", "safe", "helped")
EFFECTS: Final = ("", "open_case", "close_case", "high_risk")
ACTION_KINDS: Final = ("", "main", "danger", "loop")
SHAPES: Final = ("", "decision", "link")
FIELD_KINDS: Final = ("choice", "user", "partner", "text", "day")

Value = str | bool
Facts = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class ProcessRole:
    """Who acts, in the words of the process, and which roles of Opora may act so."""

    title: Text
    access: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """Something to fill in with an action: `choices` only for the kind "choice"."""

    title: Text
    kind: str = "text"
    choices: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Assumption:
    """What the method takes for granted at some stages (S4-33…40)."""

    title: Text
    source: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a family stands: who answers, in how many days (None: no term), where on the map (column, row).

    `shape` says how the map draws it (S4-41): as something done, as a decision, or as a link to another scheme;
    `uses` are sources of knowledge at hand here that are no papers of a family, such as the partner directory;
    `short` are words for a strip of stages.
    """

    title: Text
    role: str
    days: int | None
    at: tuple[int, int]
    tasks: Mapping[str, Text] = field(default_factory=dict)
    assumptions: tuple[str, ...] = ()
    source: str = ""
    shape: str = ""
    uses: Mapping[str, Text] = field(default_factory=dict)
    short: Text = field(default=Text(""))


@dataclass(frozen=True, slots=True)
class Exit:
    """Where a path ends; `case_reason` is the reason with which an open case is closed there."""

    title: Text
    kind: str
    at: tuple[int, int]
    case_reason: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What changes in a child's life when paths end at these `exits` (S4-26, S4-27): only drawn."""

    title: Text
    at: tuple[int, int]
    exits: tuple[str, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: it applies when every named fact has one of its values."""

    when: Mapping[str, tuple[Value, ...]]
    then: str
    why: Text


@dataclass(frozen=True, slots=True)
class Fact:
    """A question of a table of criteria with the answers it may have, and their words.

    `paper` is the kind of paper that brings the answer, as minutes bring a decision; such an answer counts only as
    long as its paper does: until the family moves on.
    """

    title: Text
    values: tuple[Value, ...]
    labels: Mapping[Value, Text] = field(default_factory=dict)
    paper: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Criteria read from top to bottom; the first row that fits decides (S4-31)."""

    title: Text
    facts: Mapping[str, Fact]
    rows: tuple[Row, ...]
    results: Mapping[str, Text] = field(default_factory=dict)
    source: str = ""

    @property
    def is_brought_by_papers(self) -> bool:
        """Whether every answer comes with a paper: nobody is asked about what a panel decided."""
        return all(fact.paper for fact in self.facts.values())


@dataclass(frozen=True, slots=True)
class Action:
    """A step from some stages to another, and everything it needs.

    `documents` must have been filed since the family entered the stage; `facts` names a table that must give an
    answer, `criteria` tables that must give one of the listed answers; `roles` empty: whoever answers for the stage.
    """

    title: Text
    sources: tuple[str, ...]
    to: str
    excluded: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    criteria: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facts: str = ""
    reason: bool = False
    fields: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    effect: str = ""
    kind: str = ""
    source: str = ""

    @property
    def is_anywhere(self) -> bool:
        """Possible from every stage but the excluded ones, as a refusal is (S4-40)."""
        return self.sources == (ANYWHERE,)

    @property
    def waits_for_tasks(self) -> bool:
        """Danger and refusal never wait for a checklist."""
        return not self.is_anywhere and self.kind != "danger"


@dataclass(frozen=True, slots=True)
class Definition:
    """A whole process as it is published.

    `programs` are the codes of the programs it serves, `rows` the titles of the map's rows from the top, `start` the
    stage of a signal, `case_start` the stage at which a case opened without a signal begins.
    """

    code: str
    version: int
    title: Text
    start: str
    case_start: str
    roles: Mapping[str, ProcessRole]
    documents: Mapping[str, Text]
    fields: Mapping[str, Field]
    assumptions: Mapping[str, Assumption]
    stages: Mapping[str, Stage]
    exits: Mapping[str, Exit]
    criteria: Mapping[str, Table]
    actions: Mapping[str, Action]
    programs: tuple[str, ...] = ()
    rows: tuple[Text, ...] = ()
    source: str = ""
    results: Mapping[str, Result] = field(default_factory=dict)

    def from_stages(self, action: Action) -> tuple[str, ...]:
        """The stages an action may be taken from, the wildcard spelled out."""
        if action.is_anywhere:
            return tuple(stage for stage in self.stages if stage not in action.excluded)
        return action.sources

    def actions_at(self, stage: str) -> Mapping[str, Action]:
        """The actions that lead away from a stage, in the order of the file."""
        return {code: one for code, one in self.actions.items() if stage in self.from_stages(one)}

    def facts_of_paper(self, kind: str) -> Mapping[str, Fact]:
        """The answers that a kind of paper brings."""
        return {
            name: fact for table in self.criteria.values() for name, fact in table.facts.items() if fact.paper == kind
        }

    def roles_of(self, action: Action, stage: str) -> tuple[str, ...]:
        """Who may take the action at this stage: role ids of the process."""
        return action.roles or (self.stages[stage].role,)

    def access_of(self, roles: Iterable[str]) -> frozenset[str]:
        """The roles of Opora behind role ids of the process."""
        return frozenset(access for role in roles for access in self.roles[role].access)

    def paper_title(self, kind: str) -> Text:
        """The words of a paper, or of a task of a stage that is filed like one; an unknown kind is named by its id."""
        tasks = (stage.tasks[kind] for stage in self.stages.values() if kind in stage.tasks)
        return self.documents.get(kind) or next(tasks, Text(kind))

    def title_of(self, place: str) -> Text:
        """The words of a stage or an exit; a place of an older version is named by its id."""
        found = self.stages.get(place) or self.exits.get(place)
        return found.title if found else Text(place)
