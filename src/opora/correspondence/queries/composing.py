"""Documents composed of what is recorded of a family: facts and sections that a template puts in order."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.common.dates import show_day
from opora.correspondence.models import OfficialLetter
from opora.correspondence.queries.composing_forms import COMPOSERS as FORMS
from opora.councils.models import Conference
from opora.families.sealing import opened
from opora.intake.models import ContactRecord, RiskForm, UrgentAid, Visit
from opora.papers.composing import Composed, Composer, fact, line, parts_of, section
from opora.papers.models import Notice
from opora.papers.queries import BECOMES
from opora.plans.models import Goal, Milestone, Plan, Task
from opora.process.queries import Place


def compose(actor: Actor, place: Place, kind: str, *, on: date) -> Composed:
    """What is recorded for this kind of document, here and in the rooms that handed in their part of it."""
    parts = [_COMPOSERS[kind](place)] if kind in _COMPOSERS else []
    parts += [part(actor, place, on) for part in [*_more(kind), *parts_of(kind)]]
    return Composed([one for part in parts for one in part.facts], [one for part in parts for one in part.sections])


def is_composed(kind: str) -> bool:
    """Whether a document of this kind is composed of what is recorded; others are made on pages of their own."""
    return kind in _COMPOSERS or bool(_more(kind) or parts_of(kind))


def is_produced(kind: str, place: Place) -> bool:
    """Whether a Word file of this kind is filled from the place; papers of a path need the path."""
    return is_composed(kind) or (kind in BECOMES and place.route_id is not None)


def _more(kind: str) -> list[Composer]:
    return [FORMS[kind]] if kind in FORMS else []


def _here(place: Place) -> dict[str, Any]:
    """The records of this place: on its path, or on the case where it has none."""
    return {"route": place.route} if place.route is not None else {"case": place.case}


def _plan(place: Place) -> Composed:
    plan = Plan.objects.filter(route=place.route_id).first()
    if plan is None:
        return Composed()
    facts = [fact(_("Agreed"), show_day(plan.agreed_on)), fact(_("To be looked at by"), show_day(plan.review_due_on))]
    sections = [section(_("In the family’s words"), str(opened(plan, "own_words")).split("\n"))]
    for goal in Goal.objects.filter(plan=plan).exclude(state=Goal.State.CANCELLED).order_by("pk"):
        tasks = Task.objects.filter(plan=plan, goal=goal).select_related("worker", "member", "partner")
        sections.append(section(opened(goal, "title"), [_task(task) for task in tasks.order_by("due_on", "pk")]))
    return Composed(facts, sections)


def _task(task: Task) -> str:
    who = task.worker.name if task.worker else task.member.code if task.member else ""
    who = who or (task.partner.name if task.partner else "")
    state = task.get_state_display() if task.state != Task.State.OPEN else show_day(task.due_on)
    return "— " + ", ".join(part for part in (str(opened(task, "title")), who, str(state)) if part)


def _legal_plan(place: Place) -> Composed:
    stops = Milestone.objects.filter(task__plan__route=place.route_id).select_related("task__partner")
    by_task: dict[int, list[Milestone]] = {}
    for stop in stops.order_by("task_id", "due_on", "pk"):
        by_task.setdefault(stop.task_id, []).append(stop)
    sections = []
    for found in by_task.values():
        task = found[0].task
        partner = [_("With: %(office)s") % {"office": task.partner.name}] if task.partner else []
        sections.append(section(opened(task, "title"), [*partner, *(_stop(stop) for stop in found)]))
    done = sum(stop.done_on is not None for found in by_task.values() for stop in found)
    every = sum(len(found) for found in by_task.values())
    return Composed([fact(_("Steps done"), f"{done} / {every}")] if every else [], sections)


def _stop(stop: Milestone) -> str:
    state = _("done on %(day)s") % {"day": show_day(stop.done_on)} if stop.done_on else show_day(stop.due_on)
    return f"— {opened(stop, 'title')}, {state}"


def _applications(place: Place) -> Composed:
    found = (
        OfficialLetter.objects.filter(**_here(place), direction="out").select_related("partner").order_by("on", "pk")
    )
    letters = list(found)
    sections = [
        section(
            letter.partner.name,
            [
                letter.subject_text,
                line(_("Who asks"), letter.get_asked_by_display() if letter.asked_by else ""),
                line(_("Sent"), show_day(letter.sent_on)),
                line(_("What came of it"), letter.get_result_display() if letter.result else ""),
            ],
        )
        for letter in letters
    ]
    granted = sum(letter.result == OfficialLetter.Result.GRANTED for letter in letters)
    return Composed([fact(_("Granted"), f"{granted} / {len(letters)}")] if letters else [], sections)


def _visit(place: Place) -> Composed:
    visit = Visit.objects.filter(**_here(place), held_on__isnull=False).order_by("held_on").first()
    if visit is None:
        return Composed()
    told = opened(visit, "report")
    sections = [section(_("What was seen"), [str(text) for text in told.values() if isinstance(text, str)])]
    return Composed([fact(_("Visit on"), show_day(visit.held_on))], sections)


def _risks(place: Place) -> Composed:
    form = RiskForm.objects.filter(route=place.route_id).order_by("-on", "-pk").first()
    if form is None:
        return Composed()
    facts = [fact(_("Looked at on"), show_day(form.on)), fact(_("Risk"), form.get_level_display())]
    return Composed(facts, [section(_("Needs of the family"), str(opened(form, "needs")).split("\n"))])


def _aid_act(place: Place) -> Composed:
    act = UrgentAid.objects.filter(**_here(place), reverses=None).order_by("-given_on", "-pk").first()
    if act is None:
        return Composed()
    lines = [f"— {item.get_kind_display()}: {item.quantity.normalize():f}" for item in act.items.all()]
    facts = [fact(_("Act"), act.act_number), fact(_("Given on"), show_day(act.given_on))]
    return Composed(facts, [section(_("What was given"), lines)])


def _notice(place: Place) -> Composed:
    notice = Notice.objects.filter(route=place.route_id).order_by("-sent_at", "-pk").first()
    if notice is None:
        return Composed()
    facts = [fact(_("To whom"), notice.get_addressee_display())]
    return Composed(facts, [section(_("What was reported"), str(opened(notice, "text")).split("\n"))])


def _minutes(place: Place) -> Composed:
    held = Conference.objects.filter(route=place.route_id).order_by("on", "pk")
    return Composed(
        sections=[
            section(f"{show_day(one.on)}: {one.get_decision_display()}", str(opened(one, "remarks")).split("\n"))
            for one in held
        ]
    )


def _journals(place: Place) -> Composed:
    talks = ContactRecord.objects.filter(**_here(place)).order_by("on", "pk")
    letters = OfficialLetter.objects.filter(**_here(place)).exclude(number="").select_related("partner")
    return Composed(
        sections=[
            section(
                _("Consultations and talks"),
                [f"{show_day(one.on)}: {one.get_kind_display()}, {one.get_party_display()}" for one in talks],
            ),
            section(
                _("Letters out and in"),
                [
                    f"{show_day(one.on)} {one.get_direction_display()} {one.number}: {one.partner.name}"
                    for one in letters
                ],
            ),
        ]
    )


_COMPOSERS: dict[str, Callable[[Place], Composed]] = {
    "plan": _plan,
    "legal_plan": _legal_plan,
    "applications": _applications,
    "visit": _visit,
    "risks": _risks,
    "aid_act": _aid_act,
    "notice": _notice,
    "minutes": _minutes,
    "journals": _journals,
}
