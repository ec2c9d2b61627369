"""The family's day with its marks, and the skills its adults learn."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from opora.common.dates import today
from opora.stays import actions, queries
from opora.web.shell.asking import actor_of, given
from opora.web.stays.forms.everyday import MarkForm, RateForm, RoutineForm, SkillForm
from opora.web.stays.views.opening import Opened, open_noting, open_stay, stay_form


@require_GET
def show_routine(request: HttpRequest, admission_id: int) -> HttpResponse:
    """The day of the family, to be printed, with how far it was kept."""
    opened = open_stay(request, admission_id)
    found = queries.routine_of(opened.file.admission, actor=actor_of(request), on=today())
    return render(request, "stays/routine.html", {**opened.around, "routine": found, "may_note": opened.file.may_note})


def write_routine(request: HttpRequest, admission_id: int) -> HttpResponse:
    """Write the day; a new one begins with what fits the ages of the children."""
    opened = open_noting(request, admission_id)
    known = queries.routine_of(opened.file.admission, on=today()).slots
    text = queries.routine_as_typed(known) if known else queries.proposed_routine(_ages(opened))
    return stay_form(
        request,
        opened,
        RoutineForm(given(request), initial={"day": text}),
        lambda typed: actions.write_routine(
            actor=actor_of(request), admission_id=admission_id, slots=typed["day"], on=today()
        ),
        question=_("The day of the family"),
        button=_("Save"),
        done=_("The day is written down. Print it for the family."),
        back="stays:routine",
        help_text="" if known else _("Proposed by the ages of the children: change whatever is different here."),
    )


def _ages(opened: Opened) -> list[int]:
    """The ages of the children who live there, in months, as far as they are known."""
    known = opened.named.by_id()
    children = [known.get(line.lodger.person_id) for line in opened.file.lodgers if line.lodger.part == "child"]
    spans = [one.age.youngest for one in children if one is not None and one.age is not None]
    return [12 * age.years + age.months for age in spans]


def mark_routine(request: HttpRequest, admission_id: int) -> HttpResponse:
    """How the day went."""
    opened = open_noting(request, admission_id)
    return stay_form(
        request,
        opened,
        MarkForm(given(request), marks=queries.marks_offered(), initial={"on": _asked(request)}),
        lambda typed: actions.mark_routine(actor=actor_of(request), admission_id=admission_id, **typed),
        question=_("How the day went"),
        button=_("Save"),
        done=_("Marked."),
        back="stays:routine",
    )


def _asked(request: HttpRequest) -> date:
    try:
        return min(date.fromisoformat(request.GET.get("day", "")), today())
    except ValueError:
        return today()


@require_GET
def show_skills(request: HttpRequest, admission_id: int) -> HttpResponse:
    """The training plan, to be printed, with the levels on coming, on leaving and after six months."""
    opened = open_stay(request, admission_id)
    found = queries.skills_of(opened.file.admission, actor=actor_of(request), on=today())
    return render(request, "stays/skills.html", {**opened.around, "skills": found, "may_note": opened.file.may_note})


def plan_skill(request: HttpRequest, admission_id: int) -> HttpResponse:
    """Plan a skill to learn, or a lesson in it."""
    opened = open_noting(request, admission_id)
    people = opened.lodgers(adults_only=True) or opened.lodgers()
    return stay_form(
        request,
        opened,
        SkillForm(given(request), people=people, skills=queries.skills_offered(), levels=queries.levels_offered()),
        lambda typed: actions.plan_skill(actor=actor_of(request), admission_id=admission_id, on=today(), **typed),
        question=_("A skill to learn"),
        button=_("Save"),
        done=_("The skill is in the plan."),
        back="stays:skills",
    )


def rate_skills(request: HttpRequest, admission_id: int) -> HttpResponse:
    """Rate the whole list at one point."""
    opened = open_noting(request, admission_id)
    found = queries.skills_of(opened.file.admission)
    called = opened.named.called()
    rows = [
        (row, f"{row.line.get_skill_display()}: {called.get(row.person.pk, row.person.known_code)}")
        for row in found.rows
    ]
    stay = opened.file.stay
    point = "entry" if opened.file.lives_here else "follow_up" if stay is not None else "exit"
    form = RateForm(
        given(request),
        rows=rows,
        points=found.points,
        levels=queries.levels_offered(),
        today=today(),
        initial={"point": request.GET.get("point", point)},
    )
    return stay_form(
        request,
        opened,
        form,
        lambda typed: actions.rate_skills(
            actor=actor_of(request),
            admission_id=admission_id,
            point=typed["point"],
            levels=form.levels(),
            on=typed["on"],
        ),
        question=_("How the skills are mastered"),
        button=_("Save"),
        done=_("The skills are rated."),
        back="stays:skills",
    )
