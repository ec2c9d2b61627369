"""Where a goal stands and where it leads: the sections of the program's form, the results of its practice (S0-09)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.access.rules import SYSTEM
from opora.common.bilingual import Text
from opora.common.errors import NotFound
from opora.common.language import said
from opora.instruments.queries import definition_of, newest_version
from opora.process.models import Route
from opora.programs.models import PracticeVersion, Program


@dataclass(frozen=True, slots=True)
class GoalWords:
    """The sections by number from 1, and the results by code, each with its title."""

    sections: Mapping[int, Text] = field(default_factory=dict)
    outcomes: Mapping[str, Text] = field(default_factory=dict)

    def section_title(self, section: int | None) -> str:
        """The words of a section; of none, those for goals beside the sections."""
        if section is None:
            return pgettext("section", "Beside the sections")
        if section in self.sections:
            return said(self.sections[section])
        # The goal was set while the form had more sections.
        return _("Section %(number)s") % {"number": section}

    def outcome_title(self, outcome: str) -> str:
        """The words of a result, also of one that only another practice names; empty without one."""
        if not outcome:
            return ""
        known = self.outcomes.get(outcome) or _outcomes_anywhere().get(outcome)
        return said(known) if known else outcome


def goal_words(route: Route) -> GoalWords:
    """What a goal of this path can belong to, by the program of the path."""
    program = route.program
    return GoalWords(_sections(program), _outcomes(program.practice_id) if program.practice_id else {})


def _sections(program: Program) -> dict[int, Text]:
    try:
        version = newest_version(actor=SYSTEM, code=program.instrument_code)
    except NotFound:
        return {}
    return {number: section.title for number, section in enumerate(definition_of(version).sections, 1)}


@lru_cache(maxsize=64)
def _outcomes(practice_id: int) -> Mapping[str, Text]:
    """The results a published practice names; it never changes."""
    named = PracticeVersion.objects.values_list("content__outcomes", flat=True).get(pk=practice_id)
    return {one["code"]: Text(**one["title"]) for one in named or ()}


def _outcomes_anywhere() -> dict[str, Text]:
    newest = PracticeVersion.objects.order_by("code", "-number").distinct("code").values_list("pk", flat=True)
    return {code: title for practice_id in newest for code, title in _outcomes(practice_id).items()}
