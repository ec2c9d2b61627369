"""The page of a group, and its journal of attendance for paper."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from opora.access.rules import can
from opora.common.dates import today
from opora.common.language import said
from opora.groups import actions
from opora.groups.queries import GroupPage
from opora.groups.words import TALKS
from opora.web.groups.views.names import people_called
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of
from opora.web.shell.searching import searched

SIGNS = {"came": "+", "absent": "−", "excused": pgettext_lazy("attendance sign", "e")}


def show(request: HttpRequest, group_id: int) -> HttpResponse:
    """Its days, who is on the list, who has completed it."""
    actor, on = actor_of(request), today()
    found = actions.read_group(actor=actor, group_id=group_id)
    listed = searched(request, found.roster, lambda one: (one.code, one.case_number), label=_("Code, case number"))
    if sheets.is_asked(request):
        return sheets.answer(request, name="group", title=found.group.title, columns=_columns(found), rows=listed.every)
    names = people_called(request, found)
    likely = next((one for one in found.sessions if not one.session.is_held and one.session.on <= on), None)
    context = {
        "found": found,
        "group": found.group,
        "service": said(found.group.service.title) if found.group.service is not None else "",
        "roster": [(one, names.get(one.person_id, one.code)) for one in listed.rows],
        "listed": listed,
        "likely": likely,
        "has_talks": found.group.kind in TALKS,
        "may_record": can(actor, "help.record"),
        "today": on,
    }
    return render(request, "groups/group.html", context)


def show_journal(request: HttpRequest, group_id: int) -> HttpResponse:
    """Who came when, as a table to print and sign."""
    found = actions.read_group(actor=actor_of(request), group_id=group_id)
    names = people_called(request, found)
    rows = [
        (
            names.get(one.person_id, one.code),
            [SIGNS.get(one.marks.get(day.session.pk, ""), "") for day in found.sessions],
            one,
        )
        for one in found.roster
    ]
    context = {"found": found, "group": found.group, "rows": rows}
    return render(request, "groups/journal.html", context)


def _columns(found: GroupPage) -> list[sheets.Column]:
    days = [sheets.Column(f"{day.session.on:%d.%m.%Y}", _sign_on(day.session.pk)) for day in found.sessions]
    return [
        sheets.Column(_("Code"), lambda one: one.code),
        sheets.Column(_("Case"), lambda one: one.case_number),
        *days,
        sheets.Column(_("Came"), lambda one: one.came, "count"),
        sheets.Column("%", lambda one: one.share, "count"),
        sheets.Column(_("Completed"), lambda one: _("yes") if one.is_completed else ""),
    ]


def _sign_on(session_id: int) -> Callable[[Any], Any]:
    return lambda one: SIGNS.get(one.marks.get(session_id, ""), "")
