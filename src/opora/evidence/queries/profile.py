"""Weak sides by section of the form, at entry and exit: where families changed and where they did not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Avg, Count, QuerySet

from opora.access.rules import Actor
from opora.common.errors import NotFound
from opora.evidence.models import CaseFact
from opora.evidence.queries.seen import facts
from opora.evidence.rules.rows import Cohort
from opora.instruments.queries import definition_of, newest_version
from opora.instruments.rules import Definition
from opora.programs.models import Program
from opora.programs.queries import list_programs


@dataclass(frozen=True, slots=True)
class SectionMean:
    """Mean number of weak sides in one section over the paired cases that have items; change is positive for better."""

    code: str
    title: str
    entry: float
    exit: float

    @property
    def change(self) -> float:
        return self.entry - self.exit


@dataclass(frozen=True, slots=True)
class ProgramProfile:
    """The sections of a programme's form over `n` paired cases with items; empty when there is none."""

    program_id: int
    n: int
    sections: tuple[SectionMean, ...]


def section_profiles(
    *, actor: Actor, cohort: Cohort, language: str = "ru", programs: Sequence[Program] | None = None
) -> dict[int, ProgramProfile]:
    """The profile of each programme in the cohort, by programme id (IND-33); sections in the order of the form.

    `programs` are those in use, if the caller has read them already.
    """
    seen = facts(actor=actor, cohort=cohort).filter(
        change__isnull=False, entry_by_section__isnull=False, exit_by_section__isnull=False
    )
    by_form: dict[str, list[int]] = {}
    for program in list_programs(actor=actor) if programs is None else programs:
        if not cohort.program_ids or program.id in cohort.program_ids:
            by_form.setdefault(program.instrument_code, []).append(program.id)
    profiles: dict[int, ProgramProfile] = {}
    for code, program_ids in by_form.items():
        try:
            form = definition_of(newest_version(actor=actor, code=code))
        except NotFound:
            continue
        profiles |= _of_form(seen.filter(program_id__in=program_ids), form, program_ids, language)
    return profiles


def _of_form(
    seen: QuerySet[CaseFact], form: Definition, program_ids: list[int], language: str
) -> dict[int, ProgramProfile]:
    """The profiles of the programmes that use one form, in one question to the database."""
    means = {}
    for place in range(len(form.sections)):
        means[f"entry_{place}"] = Avg(f"entry_by_section__{place}", default=0.0)
        means[f"exit_{place}"] = Avg(f"exit_by_section__{place}", default=0.0)
    profiles = {program_id: ProgramProfile(program_id, 0, ()) for program_id in program_ids}
    groups: Iterable[Any] = seen.order_by().values("program_id").annotate(n=Count("*"), **means)
    for found in groups:
        sections = tuple(
            SectionMean(
                section.code,
                section.title.say(language),
                float(found[f"entry_{place}"]),
                float(found[f"exit_{place}"]),
            )
            for place, section in enumerate(form.sections)
        )
        profiles[found["program_id"]] = ProgramProfile(found["program_id"], found["n"], sections)
    return profiles
