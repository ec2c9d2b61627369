"""The services of one family: planned against held, and what was given."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from opora.access.rules import can
from opora.common.dates import today
from opora.families.actions import name_people
from opora.process.queries import may_record, place_of
from opora.services import actions
from opora.services.queries import FamilyServices
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of
from opora.web.shell.family_place import address_in, called_at_home, home_of, title_of
from opora.web.shell.form_page import asked_back
from opora.web.shell.paging import Pager, with_parameter
from opora.web.shell.searching import SearchForm


def show(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """The whole page, or all that was given as a workbook."""
    actor = actor_of(request)
    place = place_of(actor=actor, route_id=route_id, case_id=case_id)
    is_sheet = sheets.is_asked(request)
    before = None if is_sheet else key_of(request)
    form = SearchForm(request.GET if "q" in request.GET else None, label=_("Service, direction, who gave it"))
    limit = sheets.MOST + 1 if is_sheet else None
    found = actions.read_services(actor=actor, place=place, text=form.text, before=before, limit=limit, on=today())
    family = name_people(actor=actor, family_id=place.family_id, case_id=place.case_id, on=today())
    if is_sheet:
        return sheets.answer(request, name="services", title=_("Services"), columns=_columns(), rows=found.given)
    names = called_at_home(family)
    context = {
        "place": place,
        "title": title_of(place, family),
        "home": home_of(place),
        "found": found,
        "form": form,
        "given": [(one, [names[pk] for pk in one.people_ids if pk in names]) for one in found.given],
        "pager": pager_of(request, found, before),
        "may_record": can(actor, "help.record") and not place.has_ended and may_record(actor=actor, place=place),
        "deliver_url": sheet_url(place, request.path),
        "plan_url": address_in("services", "plan", place),
        "notes_url": address_in("notes", "", place) if can(actor, "notes.read") else "",
        "today": today(),
    }
    return render(request, "services/family.html", context)


def deliver(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """From a page of the family: to the sheet on which a service is recorded, and back to that page."""
    place = place_of(actor=actor_of(request), route_id=route_id, case_id=case_id)
    return HttpResponseRedirect(sheet_url(place, asked_back(request) or address_in("services", "", place)))


def sheet_url(place: Any, back: str) -> str:
    """The sheet «Записать» for a service of this family."""
    return f"{address_in('life', 'record', place, kind='service')}?{urlencode({'back': back})}"


def key_of(request: HttpRequest) -> tuple[date, int] | None:
    """Where the page begins, as the address names it: the day and the number of the line before it."""
    day, _dot, number = request.GET.get("before", "").partition(".")
    try:
        return (date.fromisoformat(day), int(number)) if number.isdecimal() and len(number) < 19 else None
    except ValueError:
        return None


def pager_of(request: HttpRequest, found: FamilyServices, before: tuple[date, int] | None) -> Pager:
    """Links to newer and older lines."""
    last = found.given[-1].made if found.given else None
    older = with_parameter(request, "before", f"{last.on.isoformat()}.{last.pk}") if last and found.has_more else None
    return Pager(newer=with_parameter(request, "before", None) if before else None, older=older)


def _columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("Day"), lambda one: one.made.on, "day"),
        sheets.Column(_("Direction"), lambda one: one.direction),
        sheets.Column(_("Service"), lambda one: one.title),
        sheets.Column(_("What came of it"), lambda one: one.made.get_state_display()),
        sheets.Column(_("Minutes"), lambda one: one.made.minutes, "count"),
        sheets.Column(_("People"), lambda one: len(one.people_ids), "count"),
        sheets.Column(_("Who gave it"), lambda one: one.giver),
    ]
