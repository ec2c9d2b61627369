"""Whom the house helped in a period, as far as somebody may count it (IND-03, IND-14, PI4060, PI7954)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date, timedelta
from typing import Final

from opora.access.rules import Actor
from opora.cases.queries.work_spans import families_staying, first_work, work_in, work_on
from opora.cases.rules.work_spans import WorkSpan
from opora.correspondence.queries.helped import first_letters, letters_helped
from opora.evidence import policies
from opora.evidence.queries.seen import ABILITY
from opora.evidence.rules import served as rules
from opora.evidence.rules.served import Kind, Person, Served
from opora.families.queries.served import members_of
from opora.goods.queries.helped import first_goods, goods_helped
from opora.groups.queries.helped import first_meetings, groups_helped
from opora.intake.queries.help_given import HelpGiven, first_help, help_given
from opora.intake.queries.help_sums import HelpAsked, HelpSum
from opora.programs.models import Program
from opora.services.queries.helped import first_services, services_helped

# The rooms of help, in the order in which their kinds are told; and the first day of each.
HELP: Final = (services_helped, groups_helped, goods_helped, letters_helped)
FIRST: Final = (first_services, first_meetings, first_goods, first_letters)


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
    asked = HelpAsked(actor, ABILITY, start, end, program_ids, department_ids)
    about = {field.name: getattr(asked, field.name) for field in fields(asked)}
    spans = work_in(**about)
    rooms = [room(asked) for room in HELP]
    given = [*_at_once(help_given(**about)), *(one for room in rooms for one in room.sums)]
    acts = [(one.family_id, day) for one in given if one.family_id is not None for day in (one.first, one.last)]
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
        kinds=_kinds(spans, given, people, {kind: n for room in rooms for kind, n in room.people.items()}, start, end),
    )


def _at_once(given: Iterable[HelpGiven]) -> list[HelpSum]:
    """What was given one by one, as sums of one."""
    return [HelpSum(one.kind, one.family_id, one.program_id, 1, one.on, one.on) for one in given]


def _came(families: set[int], start: date) -> dict[str, int]:
    first = first_work(family_ids=families)
    for days in (first_help(family_ids=families), *(first_of(families) for first_of in FIRST)):
        for family, on in days.items():
            first[family] = min(on, first.get(family, on))
    before = work_on(family_ids=families, day=start - timedelta(days=1))
    return rules.came(families, first, before, start)


def _programs(
    spans: Iterable[WorkSpan], given: Iterable[HelpSum], people: list[Person]
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
    spans: list[WorkSpan],
    given: Iterable[HelpSum],
    people: list[Person],
    named: Mapping[str, int],
    start: date | None,
    end: date,
) -> list[Kind]:
    times: Counter[str] = Counter()
    unknown: Counter[str] = Counter()
    reached: dict[str, set[int]] = defaultdict(set)
    cases = {span.case_id: span.family_id for span in spans}
    staying = families_staying(case_ids=cases, start=start, end=end)
    for code, families in (("case", list(cases.values())), ("stay", list(staying))):
        times[code] = len(families)
        reached[code].update(families)
    for one in given:
        times[one.kind] += one.times
        if one.family_id is None:
            unknown[one.kind] += one.times
        else:
            reached[one.kind].add(one.family_id)
    return [
        Kind(code, count, rules.count(people, reached[code]), unknown[code], named.get(code))
        for code, count in times.items()
        if count
    ]
