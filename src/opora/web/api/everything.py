"""Everything a person may see, in one workbook: every list by its own door and its own page."""

import copy
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import resolve, reverse
from django.utils.translation import gettext as _

from opora.common.errors import OporaError
from opora.reports import actions as reports
from opora.web.api.lists import LISTS
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of
from opora.web.shell.doors import all_doors


def take_everything(request: HttpRequest) -> HttpResponse:
    """What the workbook would hold, and the workbook itself."""
    actor = actor_of(request)
    open_to = [name for name in LISTS if all_doors()[name].opens_to(actor)]
    if not sheets.is_asked(request):
        return render(request, "api/everything.html", {"lists": len(open_to)})
    lists = [table for name in open_to for table in _tables(request, name)]
    content = reports.export_lists(actor=actor, lists=lists, title=_("Everything I may see"))
    return sheets.workbook_response(content, "opora-everything")


def _tables(request: HttpRequest, name: str) -> list[Any]:
    """The tables of one list, asked of its own page for the same person; none where that page refuses."""
    address = reverse(name)
    asked: Any = copy.copy(request)
    asked.GET = QueryDict(f"{sheets.ASKED}=xlsx")
    asked.path = asked.path_info = address
    asked.resolver_match = match = resolve(address)
    gathered: list[Any] = []
    setattr(asked, sheets.GATHERED, gathered)
    try:
        match.func(asked, *match.args, **match.kwargs)
    except (OporaError, Http404):
        return []
    return gathered
