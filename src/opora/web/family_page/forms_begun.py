"""Forms already under way: where one is begun, the line of what is next leads into it and begins no second one."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.common.dates import local
from opora.plans.queries import WorkingPlan
from opora.web.family_page.due import due_said
from opora.web.family_page.next_step import Need
from opora.web.family_page.subject import Subject
from opora.web.family_page.under_way import UnderWay, wanted
from opora.web.family_page.ways import coming_back


def begun_forms(subject: Subject, plan: WorkingPlan | None, going: UnderWay) -> dict[str, Need]:
    """By the paper it will become: a form begun, a visit planned, a vote that runs."""
    lacking = wanted(subject)
    return {kind: need for kind, need in _under_way(subject, plan, going, lacking) if kind in lacking}


def _under_way(
    subject: Subject, plan: WorkingPlan | None, going: UnderWay, lacking: Collection[str]
) -> Iterator[tuple[str, Need]]:
    if (visit := _visit(subject, going)) is not None:
        yield "visit_report", visit
    if (ballot := going.ballot) is not None:
        detail = _("the vote runs until %(day)s") % {"day": ballot.closes_on.strftime("%d.%m.%Y")}
        url = reverse("councils:ballot", args=[ballot.pk])
        yield "vote_minutes", Need("", detail, pgettext("way", "To the vote"), url, "users-group")
    if (referred := _referral(subject, going)) is not None:
        yield "referral_confirmed", referred
    if "plan" in lacking and plan is not None and plan.may_write:
        yield "plan", _plan(subject, plan)
    if "reassessment" in lacking and (saved := going.drafts.get("review")):
        detail = _("draft of %(day)s") % {"day": date_format(local(saved), "j E")}
        url = reverse("assessments:fill_in", args=[subject.known_case.pk, "review"])
        yield "reassessment", Need("", detail, pgettext("way", "Go on"), url, "clipboard-check")
    for letter, paper in going.letters:
        url = coming_back(reverse("papers:letter", args=[letter.pk]), subject.known_route.pk)
        detail = _("No. %(number)s is written and not signed") % {"number": letter.number}
        yield paper, Need("", detail, pgettext("way", "Signed"), url, "check", is_last=True)


def _visit(subject: Subject, going: UnderWay) -> Need | None:
    visit = going.visit
    if visit is None:
        return None
    if visit.held_on is not None:
        url = reverse("intake:visit", args=[visit.pk])
        return Need("", _("the report waits for approval"), pgettext("way", "Open"), url, "eye", is_last=True)
    is_late = visit.planned_on < subject.on
    detail = due_said(visit.planned_on, subject.on).words
    url = coming_back(reverse("intake:report_visit", args=[visit.pk]), subject.known_route.pk)
    return Need("", detail, pgettext("way", "Record the visit"), url, "home-heart", is_late=is_late)


def _referral(subject: Subject, going: UnderWay) -> Need | None:
    """To ask what became of it; where no help came, to refer elsewhere or to ask once more."""
    onward = going.onward
    if onward is None:
        return None
    home, label = subject.known_route.pk, pgettext("way", "Confirm")
    url = coming_back(reverse("partners:confirm", args=[onward.pk]), home)
    if not onward.brought_nothing:
        return Need("", onward.partner.name, label, url, "check", is_last=True)
    other = coming_back(reverse("partners:refer", args=[home]), home)
    detail = _("%(partner)s: no help received yet") % {"partner": onward.partner.name}
    refer = Need("", detail, pgettext("way", "Refer elsewhere"), other, "building-community")
    return replace(refer, there_url=url, there_label=_("Ask once more"))


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
