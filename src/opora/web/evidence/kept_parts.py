"""Parts of the outcome page, drawn once and kept as long as nothing they show has changed.

Drawings, sentences and tables of a program are most of the page's work. A part is named by the mark of its outcome, by
what its reader may do, and by everything else that stands in it; so a change draws the part of one program anew, and a
reader never meets what another one may not see.
"""

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from opora.access.rules import Actor, can
from opora.common.kept import Kept
from opora.evidence import queries
from opora.evidence.rules.outcomes import ProgramOutcome
from opora.evidence.rules.rows import Cohort
from opora.instruments.queries import newest_numbers
from opora.web.evidence.answer import top_answer
from opora.web.evidence.layout import laid_out, wellbeing_of

if TYPE_CHECKING:
    from opora.programs.models import Program

_PARTS = Kept(60)
"""Packed, so that all of them together take about a megabyte."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is the same for every part of one page: who reads which outcomes in which language, from which row on."""

    actor: Actor
    cohort: Cohort
    programs: "Sequence[Program]"
    language: str
    query: str
    first: int
    is_paged: bool

    @property
    def key(self) -> tuple[Any, ...]:
        return self.language, self.query, self.first, self.is_paged, can(self.actor, "case.read")

    def parts(self, outcomes: Sequence[ProgramOutcome]) -> list[SafeString]:
        """The part of each program."""
        forms = {program.pk: program.instrument_code for program in self.programs}
        newest = newest_numbers(actor=self.actor, codes=set(forms.values()))
        return [self._part(one, newest.get(forms.get(one.program_id or 0, ""), 0)) for one in outcomes]

    def answer(self, outcome: ProgramOutcome) -> SafeString:
        """The answer of one program on one screen."""
        return _kept(("answer", outcome.mark, self.cohort, *self.key), lambda: self._draw_answer(outcome))

    def _part(self, outcome: ProgramOutcome, form_number: int) -> SafeString:
        key = ("part", outcome.mark, form_number, *self.key)
        return _kept(key, lambda: self._draw_part(outcome))

    def _draw_part(self, outcome: ProgramOutcome) -> str:
        program_id = outcome.program_id or 0
        mine = [program for program in self.programs if program.pk == program_id]
        of_it = Cohort((program_id,), self.cohort.department_ids, self.cohort.closed_from, self.cohort.closed_to)
        profiles = queries.section_profiles(
            actor=self.actor, cohort=of_it, language=self.language, programs=mine, mark=outcome.mark
        )
        context = {
            "part": laid_out(
                outcome, profiles.get(program_id), first=self.first, may_open=can(self.actor, "case.read")
            ),
            "query": self.query,
            "is_paged": self.is_paged,
        }
        return render_to_string("evidence/_program.html", context)

    def _draw_answer(self, outcome: ProgramOutcome) -> str:
        program_id = outcome.program_id or 0
        usual = queries.usual_days(actor=self.actor, cohort=self.cohort, program_id=program_id, mark=outcome.mark)
        context = {
            "top": top_answer(outcome, usual_days=usual),
            "outcome": outcome,
            "wellbeing": wellbeing_of(outcome),
            "query": self.query,
        }
        return render_to_string("evidence/_answer.html", context)


def _kept(key: tuple[Any, ...], draw: Callable[[], str]) -> SafeString:
    packed = _PARTS.get(key, lambda: zlib.compress(draw().encode(), 1))
    # What a template of ours has drawn and escaped.
    return mark_safe(zlib.decompress(packed).decode())  # noqa: S308
