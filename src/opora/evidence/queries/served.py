"""Whom the house helped in a period, as far as somebody may count it (IND-03, IND-14, PI4060, PI7954)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from opora.access.rules import Actor
from opora.cases.queries.work_spans import families_staying, first_work, work_in, work_on
from opora.cases.rules.work_spans import WorkSpan
from opora.evidence import policies
from opora.evidence.queries.seen import ABILITY
from opora.evidence.rules import served as rules
from opora.evidence.rules.served import Kind, Person, Served
from opora.families.queries.served import members_of
from opora.intake.queries.help_given import HelpGiven, first_help, help_given
from opora.programs.models import Program


def served(
    *,
    actor: Actor,
    start: date | None,
    end: date,
    program_ids: tuple[int, ...] = (),
    department_ids: tuple[int, ...] = (),
) -> Served:
    """Families, adults and children of the period, how they came, by which help they were reached. Raises Refused."""
    policies.check_can_read_outcomes(actor)
    asked = {"actor": actor, "ability": ABILITY, "start": start, "end": end}
    within = {"program_ids": program_ids, "department_ids": department_ids}
    spans = work_in(**asked, **within)  # type: ignore[arg-type]
    given = help_given(**asked, **within)  # type: ignore[arg-type]
    acts = [(one.family_id, one.on) for one in given if one.family_id is not None]
    touched = rules.touches(spans, acts, start, end)
    families = {touch.family_id for touch in touched}
    people = rules.people_of(members_of(families), touched, {span.client_id: span.family_id for span in spans})
    return Served(
        start,
        end,
        rules.count(people, families),
        by_sex=rules.by_sex(people),
        by_band=rules.by_band(people),
        came=_came(families, start) if start else {},
        programs=_programs(spans, given, people),
        kinds=_kinds(spans, given, people, start, end),
    )


def _came(families: set[int], start: date) -> dict[str, int]:
    first = first_work(family_ids=families)
    for family, on in first_help(family_ids=families).items():
        first[family] = min(on, first.get(family, on))
    before = work_on(family_ids=families, day=start - timedelta(days=1))
    return rules.came(families, first, before, start)


def _programs(
    spans: Iterable[WorkSpan], given: Iterable[HelpGiven], people: list[Person]
) -> list[tuple[str, rules.Count]]:
    """Each program by itself: who is helped by two stands in both, so the lines do not add up to the whole."""
    families: dict[int, set[int]] = defaultdict(set)
    for span in spans:
        families[span.program_id].add(span.family_id)
    for one in given:
        if one.family_id is not None:
            families[one.program_id].add(one.family_id)
    names = dict(Program.objects.filter(pk__in=families).order_by("name").values_list("pk", "name"))
    return [(name, rules.count(people, families[program])) for program, name in names.items()]


def _kinds(
    spans: list[WorkSpan], given: Iterable[HelpGiven], people: list[Person], start: date | None, end: date
) -> list[Kind]:
    reached: dict[str, list[int | None]] = defaultdict(list)
    cases = {span.case_id: span.family_id for span in spans}
    reached["case"] = list(cases.values())
    reached["stay"] = list(families_staying(case_ids=cases, start=start, end=end))
    for one in given:
        reached[one.kind].append(one.family_id)
    return [
        Kind(code, len(told), rules.count(people, {one for one in told if one is not None}), told.count(None))
        for code, told in reached.items()
        if told
    ]
