"""Cases and assessments in the database, without the rooms that usually write them."""

from datetime import date
from itertools import count
from typing import Any

from opora.access.models import Department
from opora.assessments.models import Assessment
from opora.cases.models import Case, CaseChild, Closing, ClosingChild, FollowUp, Stay, StayExtension
from opora.cases.rules.follow_up_due import follow_up_due
from opora.cases.rules.numbers import number_key
from opora.families.models import Family, Person
from opora.instruments.models import Instrument, InstrumentVersion
from opora.programs.models import Program

_next = count(1)


def program(name="Сопровождение", layout="support"):
    found, _ = Program.objects.get_or_create(
        name=name, defaults={"code": f"program-{next(_next)}", "layout": layout, "instrument_code": "efo"}
    )
    return found


def department(name="Отдел помощи"):
    return Department.objects.get_or_create(name=name, defaults={"number_pattern": "{n}"})[0]


def person(code=None):
    letter, number = (code[0], int(code[1:])) if code else ("Я", 100_000 + next(_next))
    return Person.objects.create(code_letter=letter, code_number=number)


def case(
    number=None,
    *,
    in_program=None,
    in_department=None,
    opened_on=date(2024, 1, 10),
    closed_on=date(2024, 12, 10),
    parent=None,
    children=(None,),
    extended_to=None,
    followed_up_on=None,
    homes=(),
    follow_up=True,
):
    """A case with its children; `homes` are their placements at closing, in the order of the children."""
    number = number or str(next(_next))
    made = Case.objects.create(
        number=number,
        number_key=number_key(number),
        department=in_department or department(),
        program=in_program or program(),
        family=Family.objects.create(),
        client=person(parent),
        opened_on=opened_on,
        closed_on=closed_on,
    )
    people = [person(code) for code in children]
    for position, child in enumerate(people):
        CaseChild.objects.create(case=made, person=child, position=position)
    if extended_to:
        stay = Stay.objects.create(case=made, from_on=opened_on, left_on=closed_on)
        StayExtension.objects.create(stay=stay, new_until=extended_to)
    if closed_on:
        closing = Closing.objects.create(case=made, on=closed_on, reason=Closing.Reason.NOT_RECORDED)
        for child, home in zip(people, homes, strict=False):
            ClosingChild.objects.create(closing=closing, person=child, placement=home)
        if follow_up:
            FollowUp.objects.create(case=made, due_on=follow_up_due(closed_on), done_on=followed_up_on)
    return made


def total(of_case, point, weak, *, on=date(2024, 1, 10), status="approved", instrument="efo", **more: Any):
    """An imported number of weak sides without answers."""
    return Assessment.objects.create(
        case=of_case,
        point=point,
        weak=weak,
        on=on,
        status=status,
        instrument_code=instrument,
        is_total_only=True,
        **more,
    )


def version(weak_from=2, scoring="count_weak", code="efo"):
    form, _ = Instrument.objects.get_or_create(code=code, defaults={"title": "ЕФО"})
    number = InstrumentVersion.objects.filter(instrument=form).count() + 1
    definition = {"scale": {"weak_from": weak_from}, "scoring": scoring}
    return InstrumentVersion.objects.create(
        instrument=form, number=number, definition=definition, sha256=f"{next(_next):064d}"
    )


def form(of_case, point, ratings, *, in_version, on=date(2024, 1, 10), assessor=None, **more: Any):
    """A filled form: ratings by position, None where the item was not rated; every two items are a section."""
    weak_from = in_version.definition["scale"]["weak_from"]
    sections = [ratings[place : place + 2] for place in range(0, len(ratings), 2)]
    by_section = [sum(one is not None and one >= weak_from for one in section) for section in sections]
    usual: dict[str, Any] = {
        "weak": sum(by_section),
        "sections_weak": sum(weak > 0 for weak in by_section),
        "weak_by_section": by_section,
        "rated": sum(one is not None for one in ratings),
        "applicable": len(ratings),
        "status": "approved",
        "instrument_code": "efo",
        "answers": {},
    }
    return Assessment.objects.create(
        case=of_case, point=point, on=on, ratings=ratings, version=in_version, assessor=assessor, **usual | more
    )
