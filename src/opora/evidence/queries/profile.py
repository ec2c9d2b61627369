"""Weak sides by section of the form, at entry and exit: where families changed and where they did not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from opora.access.rules import Actor
from opora.common.errors import NotFound
from opora.evidence.queries.monthly import section_sums
from opora.evidence.queries.seen import facts
from opora.evidence.queries.years import Sums, whole_of
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
    """The sections of a program's form over `n` paired cases with items; empty when there is none."""

    program_id: int
    n: int
    sections: tuple[SectionMean, ...]


def section_profiles(
    *,
    actor: Actor,
    cohort: Cohort,
    language: str = "ru",
    programs: Sequence[Program] | None = None,
    mark: str = "",
) -> dict[int, ProgramProfile]:
    """The profile of each program in the cohort, by program id (IND-33); sections in the order of the form.

    `programs` are those in use, if the caller has read them already, and `mark` is that of the outcome of the one
    program asked for: then nothing is asked that was known when it was counted.
    """
    if (whole := whole_of(mark)) is not None:
        added: Mapping[int, Sums] = dict.fromkeys(cohort.program_ids, whole.sections)
    else:
        added = section_sums(facts(actor=actor, cohort=cohort), actor=actor, cohort=cohort)
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
        profiles |= _of_form(added, form, program_ids, language)
    return profiles


def _of_form(
    added: Mapping[int, Sums], form: Definition, program_ids: list[int], language: str
) -> dict[int, ProgramProfile]:
    """The profiles of the programs that use one form."""
    profiles = {}
    for program_id in program_ids:
        sums = added.get(program_id, [])
        sections = tuple(
            SectionMean(section.code, section.title.say(language), _mean(entries, entry), _mean(exits, exit_))
            for section, (entries, entry, exits, exit_) in zip(form.sections, sums, strict=False)
        )
        profiles[program_id] = ProgramProfile(program_id, sums[0][0] if sums else 0, sections)
    return profiles


def _mean(n: int, total: int) -> float:
    return total / n if n else 0.0
