"""The act of help (D-17): to be printed and signed, taken back, returned from, accounted for."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.goods import actions, policies, queries, words
from opora.goods.rules.needs import paid_until
from opora.process.actions import may_mend
from opora.process.queries import may_record
from opora.web.goods.forms.giving import ProofForm, ReasonForm, ReturnForm
from opora.web.goods.views.family_place import about, family_of
from opora.web.shell.asking import actor_of, given, speaks_of
from opora.web.shell.form_page import form_page


def show_act(request: HttpRequest, issue_id: int) -> HttpResponse:
    """The act, for print: codes only."""
    actor = actor_of(request)
    issue, told = actions.read_act(actor=actor, issue_id=issue_id)
    sees_family = queries.is_in_sight(actor=actor, issue=issue)
    family = family_of(request, issue) if sees_family else None
    if family is None:
        speaks_of(request, case_id=issue.case_id, route_id=issue.route_id)
    money = issue.money if issue.kind != "goods" else None
    stands = issue.voided_on is None and issue.reverses is None
    may_mend_it = family is not None and stands and may_mend(actor=actor, record=issue, place=family.place, on=today())
    context = {
        "issue": issue,
        "told": told,
        "family": family,
        "codes": queries.codes_at(family.place) if family is not None else queries.codes_of_act(issue),
        "lines": [
            (words.named(line.good.name, line.size), words.with_unit(line.quantity, line.good.unit), line.kit)
            for line in queries.lines_of(issue)
        ],
        "money": money,
        "rent_until": _rent_until(money),
        "may_take_back": may_mend_it,
        "may_correct": may_mend_it and not queries.has_come_back(issue),
        "files": queries.files_of(issue) if family is not None else [],
        "may_record": (may := family is not None and may_record(actor=actor, place=family.place)),
        "may_attach": may and stands,
        "may_return": issue.voided_on is None and issue.kind == "goods" and _may_return(request, sees_family),
        "may_prove": family is not None and money is not None and money.proven_on is None and issue.voided_on is None,
    }
    return render(request, "goods/act.html", context)


def _may_return(request: HttpRequest, sees_family: bool) -> bool:
    return policies.may_manage(actor_of(request)) or sees_family


def _rent_until(money: Any) -> Any:
    """The last day that the rent covers."""
    if money is None or money.from_on is None or not money.months:
        return None
    return paid_until(money.from_on, money.months)


def take_back(request: HttpRequest, issue_id: int) -> HttpResponse:
    """Taken back by a counter-act with a number of its own, with a reason."""
    actor = actor_of(request)
    issue = queries.get_issue(actor=actor, issue_id=issue_id)
    family = family_of(request, issue)
    context = {
        "family": family,
        "heading": _("Take act %(number)s back") % {"number": issue.act_number},
        "lead": _("A counter-act with its own number says so; the goods lie on the shelf again. Nothing is erased."),
        "button": _("Cancel the act"),
        "is_alarm": True,
    }
    return form_page(
        request,
        ReasonForm(given(request)),
        lambda typed: actions.take_back_issue(actor=actor, issue_id=issue_id, reason=typed["reason"], on=today()),
        template="goods/form.html",
        done=lambda counter: _("Taken back by act %(number)s.") % {"number": counter.act_number},
        back=family.goods,
        about=about(family),
        context=context,
    )


def take_in_return(request: HttpRequest, issue_id: int) -> HttpResponse:
    """What came back lies on the shelf again."""
    actor = actor_of(request)
    issue = queries.get_issue(actor=actor, issue_id=issue_id)
    form = ReturnForm(given(request), outstanding=queries.outstanding_of(issue))
    context = {
        "heading": _("What came back of act %(number)s") % {"number": issue.act_number},
        "lead": _("A kit comes back as its goods. The act stands."),
        "button": _("Take in"),
    }
    return form_page(
        request,
        form,
        lambda typed: actions.take_in_return(actor=actor, issue_id=issue_id, back=form.back(), on=typed["on"]),
        template="goods/form.html",
        done=_("It lies on the shelf again."),
        back=reverse("goods:act", args=[issue_id]),
        about={"route_id": issue.route_id, "case_id": issue.case_id},
        context=context,
    )


def prove(request: HttpRequest, issue_id: int) -> HttpResponse:
    """A receipt or an act was brought."""
    actor = actor_of(request)
    issue = queries.get_issue(actor=actor, issue_id=issue_id)
    family = family_of(request, issue)
    context = {
        "family": family,
        "heading": _("Proof of spending for act %(number)s") % {"number": issue.act_number},
        "button": _("Save"),
    }
    return form_page(
        request,
        ProofForm(given(request), request.FILES if request.method == "POST" else None),
        lambda typed: actions.prove_spending(
            actor=actor, issue_id=issue_id, proof=typed["proof"], files=typed["papers"], on=typed["on"]
        ),
        template="goods/form.html",
        done=_("It is noted how the money was spent."),
        back=reverse("goods:act", args=[issue_id]),
        about=about(family),
        context=context,
    )
