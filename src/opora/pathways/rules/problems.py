"""What may be wrong with a process: a kind, where, and what; the words are chosen when it is shown.

The sentences are English message ids; whoever shows them passes a translating function: rules know no Django.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

Say = Callable[[str], str]


def _(sentence: str) -> str:
    """Mark a sentence for translation where it is written; it is translated where it is shown."""
    return sentence


SENTENCES: Final[dict[str, tuple[str, str]]] = {
    # The shape of the file.
    "missing": (_("“%(what)s” is missing."), _("Add it.")),
    "wrong": (_("“%(what)s” is not written as it should be."), _("Compare with a process that comes with Opora.")),
    "unknown_word": (
        _("The word “%(what)s” is not known here and does nothing."),
        _("What it should do can only be said by: %(known)s."),
    ),
    "misspelled_word": (
        _("The word “%(what)s” is not known here and does nothing."),
        _("Perhaps you meant “%(known)s”."),
    ),
    # Names that lead nowhere.
    "unknown_stage": (_("There is no stage “%(what)s”."), _("Check the spelling or describe this stage.")),
    "unknown_exit": (_("There is no exit “%(what)s”."), _("Check the spelling or describe this exit.")),
    "unknown_role": (_("There is no role “%(what)s”."), _("Check the spelling or describe this role.")),
    "unknown_access": (_("Nobody in Opora can hold the role “%(what)s”."), _("Choose one of the roles of Opora.")),
    "unknown_document": (_("There is no paper “%(what)s”."), _("Check the spelling or describe this paper.")),
    "unknown_table": (_("There is no table of criteria “%(what)s”."), _("Check the spelling or describe the table.")),
    "unknown_result": (_("The table of criteria never gives “%(what)s”."), _("Name one of its results.")),
    "unknown_fact": (_("There is no fact “%(what)s” in this table."), _("Check the spelling or add the fact.")),
    "unknown_value": (_("A fact cannot have the value “%(what)s”."), _("Use one of the listed values.")),
    "unknown_field": (_("There is no field “%(what)s”."), _("Check the spelling or describe this field.")),
    "unknown_assumption": (_("There is no assumption “%(what)s”."), _("Check the spelling or describe it.")),
    "unknown_reason": (_("A case cannot be closed for “%(what)s”."), _("Use one of the reasons for closing.")),
    "name_twice": (_("Two places of the map are both called “%(what)s”."), _("Rename one of them.")),
    # Tables of criteria.
    "no_rows": (_("The table has no rows."), _("Add a row for each decision.")),
    "too_wide": (
        _("The table asks so much that its rows cannot be tried out: %(what)s combinations of answers."),
        _("Ask less, or make two tables of it."),
    ),
    "gap": (_("No row of the table fits: %(what)s."), _("Add a row for this combination.")),
    "shadowed": (_("Row %(what)s never applies: the rows above catch everything."), _("Move it up or remove it.")),
    # The ways of a family.
    "unreachable": (_("No family can ever come to “%(what)s”."), _("Add an action that leads there, or remove it.")),
    "dead_end": (_("From “%(what)s” no way leads to an exit but refusal."), _("Add an action that leads on.")),
    "stuck": (
        _("Families for whom the criteria say “%(what)s” cannot leave this stage."),
        _("Add an action for them."),
    ),
    # The case behind the path.
    "close_not_exit": (_("The action closes the case but leads to the stage “%(what)s”."), _("Lead it to an exit.")),
    "left_open": (_("The case would stay open at the exit “%(what)s”."), _('Add effect = "close_case" to the action.')),
    # The map.
    "off_map": (_("The place %(what)s lies outside the map."), _("Columns are 0 to 6, rows 0 to 4.")),
    "same_place": (_("“%(what)s” stands at the same place of the map."), _("Give each its own place.")),
}

PLACES: Final[dict[str, str]] = {
    "process": _("process"),
    "role": _("role “%(name)s”"),
    "document": _("paper “%(name)s”"),
    "field": _("field “%(name)s”"),
    "assumption": _("assumption “%(name)s”"),
    "stage": _("stage “%(name)s”"),
    "exit": _("exit “%(name)s”"),
    "result": _("result “%(name)s”"),
    "table": _("table of criteria “%(name)s”"),
    "action": _("action “%(name)s”"),
}


@dataclass(frozen=True, slots=True)
class Where:
    """A place in the definition: `part` is a key of PLACES, `name` the id written there."""

    part: str = "process"
    name: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend before the process may be published; `kind` is a key of SENTENCES.

    `known` names what could stand there instead, where that helps.
    """

    kind: str
    where: Where
    what: str = ""
    known: str = ""

    @property
    def data(self) -> dict[str, str]:
        """What the sentence and the advice name."""
        return {"what": self.what, "known": self.known}

    def text(self, say: Say = str) -> str:
        """One line for a reader: the place, what is wrong and what to do."""
        problem, advice = SENTENCES[self.kind]
        place = say(PLACES[self.where.part]) % {"name": self.where.name}
        return f"{place}: {say(problem) % self.data} {say(advice) % self.data}"


class Malformed(ValueError):
    """The definition cannot be read at all; `problems` name every slip of its shape."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.text() for problem in self.problems))
