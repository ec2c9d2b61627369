"""The page that tells whom the house helped, and its workbook."""

from collections.abc import Mapping
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from opora.access.rules import can
from opora.common.dates import today
from opora.evidence.queries.served import served
from opora.evidence.rules.served import Served
from opora.programs.queries import list_programs
from opora.reports import actions as reports
from opora.reports.model import Table
from opora.reports.served import counting_rules, kinds_said, period, tables
from opora.web.evidence.forms import ServedForm
from opora.web.shell.asking import actor_of
from opora.web.shell.sheets import workbook_response

# The list behind a kind of help, its filter that the kind fills, those of the days, and what else narrows it.
LISTS: Final[dict[str, tuple[str, str, str, str, dict[str, str]]]] = {
    "service": ("services:log", "direction", "from", "to", {"state": "held"}),
    "group": ("groups:list", "kind", "from", "to", {}),
    "goods": ("goods:given", "kind", "from_on", "to_on", {}),
    "letters": ("correspondence:list", "", "from_on", "to_on", {"direction": "out"}),
}


def show_served(request: HttpRequest) -> HttpResponse:
    """Families, adults and children of a period, each once, with the rules by which they are counted."""
    form, found = _asked(request)
    return render(
        request,
        "evidence/served.html",
        {
            "form": form,
            "found": found,
            "period": period(found),
            "tables": [_laid_out(table, _ways(request, found)) for table in tables(found)],
            "rules": counting_rules(found),
            "taken_on": today(),
            "query": request.GET.urlencode(),
            "may_export": can(actor_of(request), "outcomes.export"),
            "is_filtered": bool(request.GET),
        },
    )


def export_served(request: HttpRequest) -> HttpResponse:
    """The same as a workbook; the journal keeps who took it."""
    form, found = _asked(request)
    named = [dict(form.fields[name].choices).get(form.cleaned_data.get(name)) for name in ("program", "department")]  # type: ignore[attr-defined]
    about = " · ".join(str(one) for one in named if one) or _("all programs")
    content = reports.export_served(actor=actor_of(request), found=found, about=about)
    return workbook_response(content, "opora-served")


def _ways(request: HttpRequest, found: Served) -> dict[str, str]:
    """Where the records behind a kind of help stand, by its words: each list narrowed to the period.

    None while one program or department is asked for: the lists of help know neither.
    """
    if request.GET.get("program") or request.GET.get("department") or not can(actor_of(request), "help.read"):
        return {}
    said, ways = kinds_said(), {}
    for kind in found.kinds:
        room, _dot, what = kind.code.partition(".")
        if room not in LISTS:
            continue
        name, field, since, until, more = LISTS[room]
        asked = {since: found.start.isoformat() if found.start else "", until: found.end.isoformat(), **more}
        ways[said[kind.code]] = f"{reverse(name)}?{urlencode(asked | ({field: what} if field else {}))}"
    return ways


def _laid_out(table: Table, ways: Mapping[str, str]) -> dict[str, object]:
    """A table with each cell beside its title, for a narrow page; what has a list behind it leads there."""
    lines = [
        [
            {"title": column.title, "value": cell, "url": ways.get(str(cell), "")}
            for column, cell in zip(table.columns, row, strict=True)
        ]
        for row in table.rows
    ]
    return {
        "name": table.name,
        "columns": table.columns,
        "lines": lines,
        "note": table.note,
        "is_wide": len(table.columns) > 5,
    }


def _asked(request: HttpRequest) -> tuple[ServedForm, Served]:
    actor = actor_of(request)
    form = ServedForm(request.GET, actor=actor, programs=list_programs(actor=actor))
    cohort = form.cohort()
    start, end = form.period()
    found = served(
        actor=actor, start=start, end=end, program_ids=cohort.program_ids, department_ids=cohort.department_ids
    )
    return form, found
