"""How a family lives in a crisis centre of the demonstration: its day, what the mother learns, how they get ready."""

from datetime import date, time, timedelta

from opora.access.rules import Actor
from opora.demo.rules.centre import ISSUES, MARKS, ROUTINE, SKILLS
from opora.stays import actions
from opora.stays.models import Admission


def live_a_day(admission: Admission, coordinator: Actor, number: int, *, today: date) -> None:
    """The routine of the family's day, and how the last ten days of it went."""
    slots = [(time(hour, minute), None, what) for hour, minute, what in ROUTINE]
    actions.write_routine(actor=coordinator, admission_id=admission.pk, slots=slots, on=today)
    came = admission.stay.from_on if admission.stay is not None else today
    for ago in range(1, 11):
        day = today - timedelta(days=ago)
        if day >= came:
            mark = MARKS[(ago + number) % len(MARKS)]
            actions.mark_routine(actor=coordinator, admission_id=admission.pk, mark=mark, on=day)


def learn_skills(admission: Admission, coordinator: Actor, *, today: date) -> None:
    """What the mother learns to do by herself."""
    mother = admission.lodgers.exclude(part="child").order_by("pk").first()
    if mother is None:
        return
    for skill, entry, ahead in SKILLS:
        actions.plan_skill(
            actor=coordinator,
            admission_id=admission.pk,
            person_id=mother.person_id,
            skill=skill,
            planned_on=today + timedelta(days=ahead),
            trainer="Специалист центра",
            entry=entry,
            on=today,
        )


def prepare_leaving(admission: Admission, coordinator: Actor, *, today: date) -> None:
    """The day agreed for leaving, what is to be solved before, and how the family is prepared."""
    until = admission.stay.planned_until if admission.stay is not None else None
    leaves = max(until or today, today + timedelta(days=12))
    actions.agree_exit(actor=coordinator, admission_id=admission.pk, exit_on=leaves, on=today)
    for title, whose, ahead, is_after in ISSUES:
        actions.add_issue(
            actor=coordinator,
            admission_id=admission.pk,
            title=title,
            whose=whose,
            due_on=today + timedelta(days=ahead),
            is_after=is_after,
            on=today,
        )
    actions.note_readiness(
        actor=coordinator,
        admission_id=admission.pk,
        kind="psychological",
        is_done=True,
        note="Мама говорит о переезде спокойно, дети знают, куда едут.",
        on=today,
    )
