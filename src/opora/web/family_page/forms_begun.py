"""Forms already under way: where one is begun, the line of what is next leads into it and begins no second one."""

from collections.abc import Iterator
from dataclasses import replace

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.common.dates import local
from opora.councils.queries import open_ballot_of
from opora.intake.queries import visits_of
from opora.papers.queries import unsigned_letters
from opora.partners.queries import failed_of, waiting_of
from opora.plans.queries import WorkingPlan
from opora.web.family_page.due import due_said
from opora.web.family_page.next_step import Need
from opora.web.family_page.subject import Subject
from opora.web.family_page.ways import coming_back
from opora.web.family_page.wellbeing import Wellbeing


def begun_forms(subject: Subject, plan: WorkingPlan | None, wellbeing: Wellbeing | None) -> dict[str, Need]:
    """By the paper it will become: a form begun, a visit planned, a vote that runs. Only what is asked for is read."""
    if subject.path is None or not subject.may_work:
        return {}
    wanted = {lack.id for one in subject.path.options for lack in one.lacks if lack.kind == "document"}
    return {kind: need for kind, need in _under_way(subject, plan, wellbeing, wanted) if kind in wanted}


def _under_way(
    subject: Subject, plan: WorkingPlan | None, wellbeing: Wellbeing | None, wanted: set[str]
) -> Iterator[tuple[str, Need]]:
    if "visit_report" in wanted and (visit := _visit(subject)):
        yield "visit_report", visit
    if "vote_minutes" in wanted and (ballot := open_ballot_of(subject.known_route)) is not None:
        detail = _("the vote runs until %(day)s") % {"day": ballot.closes_on.strftime("%d.%m.%Y")}
        url = reverse("councils:ballot", args=[ballot.pk])
        yield "vote_minutes", Need("", detail, pgettext("way", "To the vote"), url, "users-group")
    if "referral_confirmed" in wanted and (referred := _referral(subject)):
        yield "referral_confirmed", referred
    if "plan" in wanted and plan is not None and plan.may_write:
        yield "plan", _plan(subject, plan)
    if "reassessment" in wanted and wellbeing is not None and (saved := wellbeing.drafts.get("review")):
        detail = _("draft of %(day)s") % {"day": date_format(local(saved), "j E")}
        url = reverse("assessments:fill_in", args=[subject.known_case.pk, "review"])
        yield "reassessment", Need("", detail, pgettext("way", "Go on"), url, "clipboard-check")
    if wanted & {"contract", "application"}:
        for letter, paper in unsigned_letters(subject.known_route):
            url = coming_back(reverse("papers:letter", args=[letter.pk]), subject.known_route.pk)
            detail = _("No. %(number)s is written and not signed") % {"number": letter.number}
            yield paper, Need("", detail, pgettext("way", "Signed"), url, "check", is_last=True)


def _visit(subject: Subject) -> Need | None:
    visit = next((one for one in visits_of(subject.known_route) if one.approved_on is None), None)
    if visit is None:
        return None
    if visit.held_on is not None:
        url = reverse("intake:visit", args=[visit.pk])
        return Need("", _("the report waits for approval"), pgettext("way", "Open"), url, "eye", is_last=True)
    is_late = visit.planned_on < subject.on
    detail = due_said(visit.planned_on, subject.on).words
    url = coming_back(reverse("intake:report_visit", args=[visit.pk]), subject.known_route.pk)
    return Need("", detail, pgettext("way", "Record the visit"), url, "home-heart", is_late=is_late)


def _referral(subject: Subject) -> Need | None:
    """To ask what became of it; where no help came, to refer elsewhere or to ask once more."""
    home, label = subject.known_route.pk, pgettext("way", "Confirm")
    if (onward := waiting_of(subject.known_route)) is not None:
        url = coming_back(reverse("partners:confirm", args=[onward.pk]), home)
        return Need("", onward.partner.name, label, url, "check", is_last=True)
    if (onward := failed_of(subject.known_route)) is not None:
        url = coming_back(reverse("partners:confirm", args=[onward.pk]), home)
        other = coming_back(reverse("partners:refer", args=[home]), home)
        detail = _("%(partner)s: no help received yet") % {"partner": onward.partner.name}
        refer = Need("", detail, pgettext("way", "Refer elsewhere"), other, "building-community")
        return replace(refer, there_url=url, there_label=_("Ask once more"))
    return None


def _plan(subject: Subject, plan: WorkingPlan) -> Need:
    """The one thing to do about the plan: begin it, agree on it, keep its correction, or look at it."""
    if plan.plan is None:
        return Need(
            "", "", pgettext("way", "Begin the plan"), reverse("plans:begin", args=[subject.known_route.pk]), "seedling"
        )
    if plan.plan.state == "preliminary":
        name, label = "plans:agree", pgettext("way", "Agree")
    elif plan.plan.is_changed:
        name, label = "plans:correct", pgettext("way", "Keep the correction")
    else:
        name, label = "plans:panel", pgettext("way", "Correct")
    url = coming_back(reverse(name, args=[subject.known_route.pk]), subject.known_route.pk)
    return Need("", "", label, url, "checks", is_last=name != "plans:panel")
