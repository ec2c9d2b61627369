"""Everyday life: the routine of a day with its marks, and the skills that are learned."""

from collections.abc import Mapping, Sequence
from datetime import date, time

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid, Refused
from opora.stays import policies
from opora.stays.actions.mending import overwritten
from opora.stays.models import Admission, RoutineMark, RoutineSlot, SkillLevel, SkillLine
from opora.stays.queries import admission_in_sight, routine_as_typed
from opora.stays.queries.told import told_level, told_mark, told_skill


@transaction.atomic
def write_routine(
    *, actor: Actor, admission_id: int, slots: Sequence[tuple[time, time | None, str]], on: date
) -> list[RoutineSlot]:
    """The day of this family, written whole; what stood there before stays readable."""
    admission = _noting(actor, admission_id)
    kept = [(at, until, what.strip()) for at, until, what in slots if what.strip()]
    if not kept:
        raise Invalid({"": _("Write at least one line.")})
    if any(until is not None and until <= at for at, until, _what in kept):
        raise Invalid({"": _("A part of the day ends after it begins. Check the hours.")})
    former = list(admission.slots.all())
    if former and [(one.at, one.until, one.what_text) for one in former] != kept:
        told = routine_as_typed(former)
        overwritten(actor=actor, record=former[0], admission=admission, what="routine", told=told)
    admission.slots.all().delete()
    made = [
        RoutineSlot.objects.create(admission=admission, at=at, until=until, what=what)
        for at, until, what in sorted(kept, key=lambda slot: slot[0])
    ]
    _journal(actor, "stays.routine_written", admission, on)
    return made


@transaction.atomic
def mark_routine(*, actor: Actor, admission_id: int, mark: str, note: str = "", on: date) -> RoutineMark:
    """How the family kept to its day; a second mark of one day stands instead of the first (S0-40)."""
    admission = _noting(actor, admission_id)
    if mark not in RoutineMark.Mark.values:
        raise Invalid({"mark": _("Choose how the day went.")})
    stay = admission.stay
    if stay is None or on < stay.from_on or (stay.left_on is not None and on > stay.left_on):
        raise Invalid({"on": _("The family did not live here on this day. Check the date.")})
    known = RoutineMark.objects.filter(admission=admission, on=on).first()
    if known is not None:
        overwritten(actor=actor, record=known, admission=admission, what="routine_mark", told=told_mark(known), day=on)
    made, _is_new = RoutineMark.objects.update_or_create(
        admission=admission, on=on, defaults={"mark": mark, "note": note.strip(), "by_id": actor.user_id}
    )
    _journal(actor, "stays.routine_marked", admission, on)
    return made


@transaction.atomic
def plan_skill(
    *,
    actor: Actor,
    admission_id: int,
    person_id: int,
    skill: str,
    planned_on: date | None = None,
    held_on: date | None = None,
    trainer: str = "",
    entry: int | None = None,
    on: date,
) -> SkillLine:
    """A skill somebody learns here: when, by whom, and how far the person is on coming (S0-39)."""
    admission = _noting(actor, admission_id)
    wrong: dict[str, object] = {}
    if skill not in SkillLine.Skill.values:
        wrong["skill"] = _("Choose a skill.")
    if not admission.lodgers.filter(person_id=person_id).exists():
        wrong["person_id"] = _("Choose somebody who lives here.")
    if held_on is not None and held_on > on:
        wrong["held_on"] = _("This day has not come yet. Enter today or an earlier day.")
    if wrong:
        raise Invalid(wrong)
    known = SkillLine.objects.filter(admission=admission, person_id=person_id, skill=skill).first()
    if known is not None:
        overwritten(actor=actor, record=known, admission=admission, what="skill", told=told_skill(known))
    line, _is_new = SkillLine.objects.update_or_create(
        admission=admission,
        person_id=person_id,
        skill=skill,
        defaults={"planned_on": planned_on, "held_on": held_on, "trainer": trainer.strip()},
    )
    if entry is not None:
        _level(actor, line, SkillLevel.Point.ENTRY, entry, on)
    _journal(actor, "stays.skill_planned", admission, on)
    return line


@transaction.atomic
def rate_skills(*, actor: Actor, admission_id: int, point: str, levels: Mapping[int, int], on: date) -> int:
    """The same list on coming, on leaving and half a year later; gives how many skills were rated (S0-41…43)."""
    admission = _noting(actor, admission_id)
    if point not in SkillLevel.Point.values:
        raise Invalid({"point": _("Choose when it was looked at.")})
    lines = {line.pk: line for line in admission.skills.filter(pk__in=levels)}
    if not lines or len(lines) != len(levels):
        raise Invalid({"": _("Rate at least one skill of the list.")})
    for pk, level in levels.items():
        _level(actor, lines[pk], point, level, on)
    _journal(actor, "stays.skills_rated", admission, on)
    return len(lines)


def _level(actor: Actor, line: SkillLine, point: str, level: int, on: date) -> None:
    if level not in SkillLevel.Level.values:
        raise Invalid({"level": _("Choose a level from the list.")})
    known = SkillLevel.objects.filter(line=line, point=point).first()
    if known is not None:
        told, day = told_level(known), known.on
        overwritten(actor=actor, record=known, admission=line.admission, what="skill_level", told=told, day=day)
    SkillLevel.objects.update_or_create(
        line=line, point=point, defaults={"level": level, "on": on, "by_id": actor.user_id}
    )


def _noting(actor: Actor, admission_id: int) -> Admission:
    """A stay of a family that this person works with, held until the change is done; also after it has ended."""
    seen = admission_in_sight(actor=actor, admission_id=admission_id)
    if not policies.may_note(actor, seen.case):
        raise Refused(_("You may read about this family but not record anything. Ask whoever answers for it."))
    return Admission.objects.select_for_update(of=("self",)).select_related("stay", "case").get(pk=admission_id)


def _journal(actor: Actor, verb: str, admission: Admission, on: date) -> None:
    audit.record(actor=actor, verb=verb, case_id=admission.case_id, shelter=admission.shelter_id, day=on.isoformat())
