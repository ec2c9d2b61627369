"""What is due beside the step: a re-assessment, a look at the risks, a stay that ends, work that nobody answers for."""

from collections.abc import Iterator, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.common.dates import add_months
from opora.intake.queries.risk_review import RiskStanding
from opora.plans.queries import WorkingPlan
from opora.web.family_page.due import due_said
from opora.web.family_page.next_step import Need, NextStep
from opora.web.family_page.subject import Subject
from opora.web.family_page.under_way import UnderWay
from opora.web.family_page.ways import coming_back
from opora.web.family_page.wellbeing import Wellbeing
from opora.web.shell.taking_along import going_along


def chores_of(
    subject: Subject,
    going: UnderWay,
    plan: WorkingPlan | None,
    wellbeing: Wellbeing | None,
    step: NextStep | None,
    names: Mapping[int, str],
) -> list[Need]:
    """One line and one button for each; what the likely step asks for anyway is not said twice."""
    if subject.is_over or not subject.may_work:
        return []
    likely = step.likely if step is not None else None
    asked = {lack.id for lack in likely.lacks} if likely is not None else set()
    return [
        *_nobody(subject),
        *_assessments(subject, wellbeing, going, asked),
        *_risks(subject, going.risk, asked),
        *_plan(subject, plan, names),
        *_moving_in(subject, step),
        *_stay(subject),
    ]


def _nobody(subject: Subject) -> Iterator[Need]:
    """Nobody's work is somebody's to give away."""
    if subject.file is not None:
        if subject.file.case_manager is None and subject.file.may_change:
            url = reverse("cases:hand_over", args=[subject.known_case.pk])
            yield Need(_("Nobody answers for the case"), "", pgettext("way", "Choose"), url, "user-check")
    elif subject.known_route.worker is None:
        url = reverse("cases:path_worker", args=[subject.known_route.pk])
        yield Need(_("Nobody answers for the family"), "", pgettext("way", "Choose"), url, "user-check")


def _assessments(subject: Subject, wellbeing: Wellbeing | None, going: UnderWay, asked: set[str]) -> Iterator[Need]:
    review_due_on = going.review_due_on
    if wellbeing is None or not subject.reaches("assessment.write"):
        return
    case_id, on = subject.known_case.pk, subject.on
    if not wellbeing.has_entry:
        label = pgettext("way", "Go on") if "entry" in going.drafts else pgettext("way", "Fill in")
        url = reverse("assessments:fill_in", args=[case_id, "entry"])
        yield Need(_("Assessment at entry"), "", label, url, "clipboard-check")
    if subject.reaches("assessment.approve"):
        for form in wellbeing.waiting[:1]:
            url = reverse("assessments:show", args=[form.pk])
            detail = form.on.strftime("%d.%m.%Y")
            yield Need(_("An assessment waits for approval"), detail, pgettext("way", "Look"), url, "eye")
    if review_due_on is not None and review_due_on <= add_months(on, 1) and "reassessment" not in asked:
        label = pgettext("way", "Fill in")
        url = reverse("assessments:fill_in", args=[case_id, "review"])
        detail, is_late = due_said(review_due_on, on).words, review_due_on < on
        yield Need(_("Assess the family anew"), detail, label, url, "clipboard-check", is_late=is_late)


def _risks(subject: Subject, risk: RiskStanding | None, asked: set[str]) -> Iterator[Need]:
    due = risk.review.due_on if risk is not None else None
    if due is None or "risk_form" in asked or due > add_months(subject.on, 1) or subject.case is None:
        return
    url = coming_back(reverse("intake:new_risks", args=[subject.known_route.pk]), subject.known_route.pk)
    detail, is_late = due_said(due, subject.on).words, due < subject.on
    yield Need(
        _("Look at risks and resources again"), detail, pgettext("way", "Fill in"), url, "adjustments", is_late=is_late
    )


def _plan(subject: Subject, plan: WorkingPlan | None, names: Mapping[int, str]) -> Iterator[Need]:
    if plan is None or not plan.may_write:
        return
    route_id = subject.known_route.pk
    if plan.is_review_due and plan.plan is not None and plan.plan.review_due_on is not None:
        url, detail = (
            coming_back(reverse("plans:review", args=[route_id]), route_id),
            due_said(plan.plan.review_due_on, subject.on).words,
        )
        is_late = plan.plan.review_due_on < subject.on
        yield Need(_("Look at the plan again"), detail, pgettext("way", "Look"), url, "calendar-due", is_late=is_late)
    for line in plan.harm_missing[:1]:
        url = f"{reverse('plans:panel', args=[route_id])}#harm"
        title = _("Plan less harm for the child away from home")
        yield Need(title, names.get(line.child_id, line.code), pgettext("way", "Plan"), url, "seedling", is_late=True)


def _moving_in(subject: Subject, step: NextStep | None) -> Iterator[Need]:
    """Where the step to come says only that the family moved in: the day of it is written down, the step goes along.

    A family that a centre supports at home is never asked to move in.
    """
    file, likely = subject.file, step.likely if step is not None else None
    if file is None or not file.has_stays or file.stays or not file.may_change or likely is None:
        return
    if subject.route is None or likely.documents or not (likely.allowed and likely.is_plain):
        return
    url = coming_back(reverse("stays:case_admit", args=[subject.known_case.pk]), subject.route.pk)
    url = going_along(url, subject.route.pk, likely.action)
    yield Need(_("The family does not live here yet"), "", pgettext("way", "Moves in"), url, "home-heart")


def _stay(subject: Subject) -> Iterator[Need]:
    stay = subject.file.present_stay if subject.file is not None else None
    if stay is None or stay.planned_until is None or stay.planned_until > add_months(subject.on, 1):
        return
    label = url = ""
    if subject.file is not None and subject.file.may_change:
        label, url = pgettext("way", "Extend"), reverse("stays:case_longer", args=[subject.known_case.pk])
    detail, is_late = due_said(stay.planned_until, subject.on).words, stay.planned_until < subject.on
    yield Need(_("The agreed stay ends"), detail, label, url, "calendar-plus", is_late=is_late)
