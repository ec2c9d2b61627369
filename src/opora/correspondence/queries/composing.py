"""Documents composed of what is recorded of a family: facts and sections that a template puts in order."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from opora.common.dates import show_day
from opora.correspondence.models import OfficialLetter
from opora.councils.models import Conference
from opora.families.sealing import opened
from opora.intake.models import ContactRecord, RiskForm, UrgentAid, Visit
from opora.papers.models import Notice
from opora.plans.models import Goal, Milestone, Plan, Task
from opora.process.queries import Place

Fact = dict[str, str]


@dataclass(frozen=True, slots=True)
class Composed:
    """What a document tells beside who, where and when."""

    facts: list[Fact] = field(default_factory=list)
    sections: list[dict[str, Any]] = field(default_factory=list)


def compose(place: Place, kind: str) -> Composed:
    """What is recorded for this kind of document; nothing where the records of it stand on pages of their own."""
    return _COMPOSERS[kind](place) if kind in _COMPOSERS else Composed()


def _fact(name: object, value: object) -> Fact:
    return {"name": str(name), "value": str(value)}


def _section(title: object, lines: Iterable[str]) -> dict[str, Any]:
    return {"title": str(title), "lines": [line for line in lines if line]}


def _here(place: Place) -> dict[str, Any]:
    """The records of this place: on its path, or on the case where it has none."""
    return {"route": place.route} if place.route is not None else {"case": place.case}


def _plan(place: Place) -> Composed:
    plan = Plan.objects.filter(route=place.route_id).first()
    if plan is None:
        return Composed()
    facts = [_fact(_("Agreed"), show_day(plan.agreed_on)), _fact(_("To be looked at by"), show_day(plan.review_due_on))]
    sections = [_section(_("In the family’s words"), str(opened(plan, "own_words")).split("\n"))]
    for goal in Goal.objects.filter(plan=plan).exclude(state=Goal.State.CANCELLED).order_by("pk"):
        tasks = Task.objects.filter(plan=plan, goal=goal).select_related("worker", "member", "partner")
        sections.append(_section(opened(goal, "title"), [_task(task) for task in tasks.order_by("due_on", "pk")]))
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
        sections.append(_section(opened(task, "title"), [*partner, *(_stop(stop) for stop in found)]))
    done = sum(stop.done_on is not None for found in by_task.values() for stop in found)
    every = sum(len(found) for found in by_task.values())
    return Composed([_fact(_("Steps done"), f"{done} / {every}")] if every else [], sections)


def _stop(stop: Milestone) -> str:
    state = _("done on %(day)s") % {"day": show_day(stop.done_on)} if stop.done_on else show_day(stop.due_on)
    return f"— {opened(stop, 'title')}, {state}"


def _applications(place: Place) -> Composed:
    found = (
        OfficialLetter.objects.filter(**_here(place), direction="out").select_related("partner").order_by("on", "pk")
    )
    letters = list(found)
    sections = [
        _section(
            letter.partner.name,
            [
                letter.subject_text,
                _line(_("Who asks"), letter.get_asked_by_display() if letter.asked_by else ""),
                _line(_("Sent"), show_day(letter.sent_on)),
                _line(_("What came of it"), letter.get_result_display() if letter.result else ""),
            ],
        )
        for letter in letters
    ]
    granted = sum(letter.result == OfficialLetter.Result.GRANTED for letter in letters)
    return Composed([_fact(_("Granted"), f"{granted} / {len(letters)}")] if letters else [], sections)


def _line(name: object, value: object) -> str:
    return f"{name}: {value}" if value else ""


def _visit(place: Place) -> Composed:
    visit = Visit.objects.filter(**_here(place), held_on__isnull=False).order_by("held_on").first()
    if visit is None:
        return Composed()
    told = opened(visit, "report")
    sections = [_section(_("What was seen"), [str(text) for text in told.values() if isinstance(text, str)])]
    return Composed([_fact(_("Visit on"), show_day(visit.held_on))], sections)


def _risks(place: Place) -> Composed:
    form = RiskForm.objects.filter(route=place.route_id).order_by("-on", "-pk").first()
    if form is None:
        return Composed()
    facts = [_fact(_("Looked at on"), show_day(form.on)), _fact(_("Risk"), form.get_level_display())]
    return Composed(facts, [_section(_("Needs of the family"), str(opened(form, "needs")).split("\n"))])


def _aid_act(place: Place) -> Composed:
    act = UrgentAid.objects.filter(**_here(place), reverses=None).order_by("-given_on", "-pk").first()
    if act is None:
        return Composed()
    lines = [f"— {item.get_kind_display()}: {item.quantity.normalize():f}" for item in act.items.all()]
    facts = [_fact(_("Act"), act.act_number), _fact(_("Given on"), show_day(act.given_on))]
    return Composed(facts, [_section(_("What was given"), lines)])


def _notice(place: Place) -> Composed:
    notice = Notice.objects.filter(route=place.route_id).order_by("-sent_at", "-pk").first()
    if notice is None:
        return Composed()
    facts = [_fact(_("To whom"), notice.get_addressee_display())]
    return Composed(facts, [_section(_("What was reported"), str(opened(notice, "text")).split("\n"))])


def _minutes(place: Place) -> Composed:
    held = Conference.objects.filter(route=place.route_id).order_by("on", "pk")
    return Composed(
        sections=[
            _section(f"{show_day(one.on)}: {one.get_decision_display()}", str(opened(one, "remarks")).split("\n"))
            for one in held
        ]
    )


def _journals(place: Place) -> Composed:
    talks = ContactRecord.objects.filter(**_here(place)).order_by("on", "pk")
    letters = OfficialLetter.objects.filter(**_here(place)).exclude(number="").select_related("partner")
    return Composed(
        sections=[
            _section(
                _("Consultations and talks"),
                [f"{show_day(one.on)}: {one.get_kind_display()}, {one.get_party_display()}" for one in talks],
            ),
            _section(
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
COMPOSED_KINDS = frozenset(_COMPOSERS)
