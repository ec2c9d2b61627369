"""Weak sides by section of the form, at entry and exit: where families changed and where they did not."""

from dataclasses import dataclass

from django.db.models import Avg, Count

from opora.access.rules import Actor
from opora.common.errors import NotFound
from opora.evidence.queries.seen import facts
from opora.evidence.rules.rows import Cohort
from opora.instruments.queries import definition_of, newest_version
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


def section_profiles(*, actor: Actor, cohort: Cohort, language: str = "ru") -> dict[int, ProgramProfile]:
    """The profile of each programme in the cohort, by programme id (IND-33); sections in the order of the form."""
    seen = facts(actor=actor, cohort=cohort).filter(
        change__isnull=False, entry_by_section__isnull=False, exit_by_section__isnull=False
    )
    profiles = {}
    for program in list_programs(actor=actor):
        if cohort.program_ids and program.id not in cohort.program_ids:
            continue
        try:
            form = definition_of(newest_version(actor=actor, code=program.instrument_code))
        except NotFound:
            continue
        means = {}
        for place in range(len(form.sections)):
            means[f"entry_{place}"] = Avg(f"entry_by_section__{place}", default=0.0)
            means[f"exit_{place}"] = Avg(f"exit_by_section__{place}", default=0.0)
        found = seen.filter(program_id=program.id).aggregate(n=Count("*"), **means)
        sections = tuple(
            SectionMean(
                section.code,
                section.title.say(language),
                float(found[f"entry_{place}"]),
                float(found[f"exit_{place}"]),
            )
            for place, section in enumerate(form.sections)
        )
        profiles[program.id] = ProgramProfile(program.id, found["n"], sections if found["n"] else ())
    return profiles
