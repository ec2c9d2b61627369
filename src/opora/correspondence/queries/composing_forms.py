"""Documents composed of forms and of what they say: assessments, the report before the vote, criteria, progress."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.assessments.models import Assessment
from opora.assessments.queries import comparison, forms_of, get
from opora.common.dates import show_day
from opora.common.language import said
from opora.families.models import Person
from opora.families.queries import children_of_family
from opora.families.sealing import opened
from opora.instruments.queries import definition_of
from opora.instruments.rules import Definition, Item
from opora.intake.models import AnalyticReport
from opora.intake.queries import criteria_of
from opora.intake.rules.reports import SECTIONS
from opora.intake.words import REPORT
from opora.papers.composing import Composed, Composer, fact, line, section
from opora.papers.queries.histories import told_of_child
from opora.pathways.queries import definition_of as process_of
from opora.plans.models import Goal, Task
from opora.process.queries import Place


def _assessment(actor: Actor, place: Place, on: date) -> Composed:
    """The last form with answers, as it was filled in."""
    filled = Assessment.objects.filter(case=place.case_id, answers__isnull=False, on__lte=on)
    last = filled.exclude(status=Assessment.Status.REPLACED).order_by("-on", "-pk").values("pk").first()
    if last is None:
        return Composed()
    form = get(actor=actor, assessment_id=last["pk"])
    if form.version is None:
        return Composed()
    definition = definition_of(form.version)
    answers: dict[str, dict[str, Any]] = form.answers or {}
    keys = {int(key) for given in answers.values() for key in given if key.isdigit()}
    people = Person.objects.select_related("merged_into").filter(pk__in=keys)
    codes = {str(one.pk): one.known_code for one in people}
    facts = [
        fact(_("Form"), said(definition.title)),
        fact(_("Point"), form.get_point_display()),
        fact(_("Looked at on"), show_day(form.on)),
        fact(_("Filled in by"), form.assessor.name if form.assessor is not None else ""),
        fact(_("Weak sides"), f"{form.weak} / {form.rated}" if form.rated else form.weak),
    ]
    remarks = form.comments_told or {}
    sections = [
        section(
            said(part.title),
            [_answered(definition, item, answers.get(item.code, {}), codes, remarks) for item in part.items],
        )
        for part in definition.sections
    ]
    return Composed(facts, sections)


def _answered(
    definition: Definition, item: Item, given: dict[str, Any], codes: dict[str, str], remarks: dict[str, str]
) -> str:
    """A question with what was answered of each, and the remark; nothing where it was not asked."""
    if not given:
        return ""
    words = {level.value: said(level.label) for level in definition.scale.levels}
    texts = [
        ": ".join(part for part in (codes.get(key, ""), words.get(value, _("not rated"))) if part)
        for key, value in given.items()
    ]
    remark = remarks.get(item.code, "")
    return f"— {said(item.text)}: {'; '.join(texts)}" + (f" ({remark})" if remark else "")


def _analytic(actor: Actor, place: Place, on: date) -> Composed:
    """The newest report of the path, given to the vote or still a draft."""
    report = AnalyticReport.objects.filter(route=place.route_id).order_by("-written_on", "-pk").first()
    if report is None:
        return Composed()
    told: dict[str, str] = opened(report, "text") or {}
    facts = [
        fact(_("Written"), show_day(report.written_on)),
        fact(_("Given to the vote"), show_day(report.frozen_on) if report.frozen_on else _("not yet, a draft")),
    ]
    return Composed(facts, [section(REPORT[name], told.get(name, "").split("\n")) for name in SECTIONS])


def _criteria(actor: Actor, place: Place, on: date) -> Composed:
    """The tables of the program's process, row by row, and what they say of this family now."""
    if place.route is None:
        return Composed()
    sections = []
    tables = process_of(place.route.version).criteria
    for one in criteria_of(place.route):
        table = tables[one.code]
        rows = [
            f"{number}. {said(row.why)}: {said(table.results[row.then]) if row.then in table.results else row.then}"
            for number, row in enumerate(table.rows, 1)
        ]
        sections.append(section(one.title, rows))
        answers = [
            line(question.title, dict(question.answers).get(question.given, ""))
            for question in one.questions
            if question.given
        ]
        said_now = [line(_("Result"), one.result), one.why] if one.result else []
        sections.append(section(_("This family: %(table)s") % {"table": one.title}, [*answers, *said_now]))
    return Composed(sections=sections)


def _tables(actor: Actor, place: Place, on: date) -> Composed:
    """The row of this case in the tables of outcomes: each form with its number of weak sides."""
    forms = [one for one in _forms(place, on) if one.is_approved]
    lines = [
        f"— {show_day(one.on)}, {one.get_point_display()}: "
        + (_("%(weak)s of %(rated)s weak") % {"weak": one.weak, "rated": one.rated} if one.rated else str(one.weak))
        for one in forms
    ]
    return Composed(sections=[section(_("Weak sides from entry on"), lines)])


def _forms(place: Place, on: date) -> Iterable[Assessment]:
    return [one for one in forms_of(place.case_id) if one.on <= on] if place.case_id is not None else []


def _progress(actor: Actor, place: Place, on: date) -> Composed:
    """For the family, in its own words: what is reached, what got better, what comes next."""
    goals = list(Goal.objects.filter(plan__route=place.route_id).order_by("pk"))
    agreed = Task.objects.filter(plan__route=place.route_id).exclude(state=Task.State.CANCELLED)
    tasks = list(agreed.order_by("due_on", "pk"))
    done = sum(one.state == Task.State.DONE for one in tasks)
    compared = comparison(actor=actor, case_id=place.case_id) if place.case_id is not None else None
    better = [f"— {said(one.text)}" for one in compared.solved] if compared is not None else []
    return Composed(
        [fact(_("Done of what was agreed"), f"{done} / {len(tasks)}" if tasks else "")],
        [
            section(_("What is reached"), _titles(one for one in goals if one.state == Goal.State.ACHIEVED)),
            section(_("What got better since the beginning"), better),
            section(_("What we are working on"), _titles(one for one in goals if one.state == Goal.State.ACTIVE)),
            section(
                _("What comes next"),
                [f"— {opened(one, 'title')}, {show_day(one.due_on)}" for one in tasks if one.state == Task.State.OPEN],
            ),
        ],
    )


def _titles(goals: Iterable[Goal]) -> list[str]:
    return [f"— {opened(one, 'title')}" for one in goals]


def _history(actor: Actor, place: Place, on: date) -> Composed:
    """What records tell of each child; the rest is written on its own page when the history is passed on."""
    if place.route is None:
        return Composed()
    titles = {"family": _("Family"), "placements": _("Where the child lived"), "path": _("The work with the family")}
    return Composed(
        sections=[
            section(f"{child.code}: {titles[name]}", text.split("\n"))
            for child in children_of_family(place.family_id, on=on)
            for name, text in told_of_child(place.route, child).items()
        ]
    )


COMPOSERS: dict[str, Composer] = {
    "assessment": _assessment,
    "analytic": _analytic,
    "criteria": _criteria,
    "tables": _tables,
    "progress": _progress,
    "history": _history,
}
