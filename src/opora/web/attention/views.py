"""Who needs a look and why; a family put aside until a day; the signs the organization sets."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from opora.access.rules import Actor, can
from opora.attention import actions, queries
from opora.attention.rules import Look
from opora.attention.words import reason_in_words
from opora.cases import actions as cases
from opora.cases import queries as cases_seen
from opora.common.dates import today
from opora.families.words import family_name
from opora.web.attention.forms import AsideForm, SignsForm
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.middleware import say

ON_TODAY, ON_PAGE = 5, 100


@dataclass(frozen=True, slots=True)
class Row:
    """A family with what is said of it."""

    case_id: int
    name: str
    code: str
    is_grave: bool
    reasons: tuple[str, ...]


@require_GET
def list_families(request: HttpRequest) -> HttpResponse:
    """All families in sight that need a look, the gravest first, and those put aside."""
    actor, on = actor_of(request), today()
    is_sheet = sheets.is_asked(request)
    looks = queries.who_needs_a_look(actor=actor, on=on, limit=None if is_sheet else ON_PAGE)
    aside = queries.put_aside(actor=actor, on=on)
    if is_sheet:
        numbers = dict(cases_seen.visible_to(actor).values_list("pk", "number"))
        title = _("Who needs a look")
        return sheets.answer(request, name="attention", title=title, columns=_columns(numbers), rows=looks.found)
    called = _called(actor, [*(look.case_id for look in looks.found), *(line.case_id for line in aside)])
    context = {
        "rows": [_row(look, called) for look in looks.found],
        "looks": looks,
        "said": _said(looks),
        "aside": [(line, *called[line.case_id]) for line in aside],
        "may_set": can(actor, "practice.manage"),
        "may_change": can(actor, "case.change"),
    }
    return render(request, "attention/list.html", context)


def _said(looks: queries.Looks) -> str:
    """How many there are, among how many; beyond some number nobody wants to know it exactly."""
    counts = {"count": looks.count, "n": looks.among}
    if looks.is_more:
        return _("More than %(count)s families") % counts
    if looks.among_more:
        return _("%(count)s of more than %(n)s families") % counts
    return ngettext("%(count)s of %(n)s family", "%(count)s of %(n)s families", looks.among) % counts


def _columns(numbers: Mapping[int, str]) -> list[sheets.Column]:
    """By the number of the case; no name leaves the house by it."""
    return [
        sheets.Column(_("Case number"), lambda look: numbers.get(look.case_id, "")),
        sheets.Column(_("A child in danger"), lambda look: _("yes") if look.is_grave else ""),
        sheets.Column(_("Why"), lambda look: "; ".join(reason_in_words(reason) for reason in look.reasons)),
    ]


@require_GET
def show_panel(request: HttpRequest) -> HttpResponse:
    """The five gravest as a part of today; nothing when nobody needs a look."""
    if not request.headers.get("HX-Request"):
        return HttpResponseRedirect(reverse("attention:list"))
    actor = actor_of(request)
    looks = queries.who_needs_a_look(actor=actor, on=today(), limit=ON_TODAY)
    called = _called(actor, [look.case_id for look in looks.found])
    rows = [_row(look, called) for look in looks.found]
    return render(request, "attention/_panel.html", {"rows": rows, "looks": looks, "said": _said(looks)})


def put_aside(request: HttpRequest, case_id: int) -> HttpResponse:
    """A form of two fields: until when, and why."""
    actor = actor_of(request)
    case = cases_seen.get_case(actor=actor, case_id=case_id)
    return form_page(
        request,
        AsideForm(given(request)),
        lambda typed: actions.put_aside(actor=actor, case_id=case_id, **typed, on=today()),
        template="attention/aside.html",
        done=_("The family is put aside and comes back by itself."),
        back=reverse("attention:list"),
        context={"case": case},
    )


@require_POST
def take_back(request: HttpRequest, case_id: int) -> HttpResponse:
    """The family stands in the list again, if it still needs a look."""
    actions.take_back(actor=actor_of(request), case_id=case_id, on=today())
    say(request, _("The family stands in the list again, if it needs a look."))
    return HttpResponseRedirect(reverse("attention:list"))


def set_rules(request: HttpRequest) -> HttpResponse:
    """Each sign with its number, on or off."""
    actor = actor_of(request)
    form = SignsForm(given(request), said=queries.settings())
    return form_page(
        request,
        form,
        lambda _typed: actions.keep_signs(actor=actor, chosen=form.chosen()),
        template="attention/rules.html",
        done=_("The signs are saved."),
        back=reverse("shell:settings"),
        to=lambda _made: reverse("attention:rules"),
    )


def _called(actor: Actor, case_ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """The name and code of each family for those who may know it; the number of the case for others."""
    ids = set(case_ids)
    named = cases.open_clients(actor=actor, case_ids=ids)
    found = {}
    for case_id in ids:
        client = named.get(case_id)
        name = family_name(client.identity) if client else ""
        found[case_id] = (name, client.code if client else "") if name else ("", "")
    if unknown := [case_id for case_id, (name, _code) in found.items() if not name]:
        numbers = cases_seen.visible_to(actor).filter(pk__in=unknown).values_list("pk", "number")
        found |= {case_id: (number, "") for case_id, number in numbers}
    return found


def _row(look: Look, called: dict[int, tuple[str, str]]) -> Row:
    name, code = called[look.case_id]
    return Row(look.case_id, name, code, look.is_grave, tuple(reason_in_words(one) for one in look.reasons))
