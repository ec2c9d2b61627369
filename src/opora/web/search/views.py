"""One search everywhere: what is typed never stands in an address unless it is a number or a code."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from opora.cases.actions import NamedClient, open_clients
from opora.common.planning import planned_once
from opora.families.words import family_name
from opora.finding.queries import OF_A_KIND, Found
from opora.finding.queries import find as find_everywhere
from opora.web.shell import search
from opora.web.shell.asking import actor_of

ON_PAGE = 50
_KINDS: dict[str, tuple[str | Promise, str, str]] = {
    "case": (_("Families and cases"), "folders", "cases:file"),
    "signal": (_("Signals"), "phone", "intake:signal"),
    "letter": (_("Papers by number"), "file-text", "papers:letter"),
    "out": (_("Letters out"), "file-text", "correspondence:letter"),
    "in": (_("Letters in"), "file-text", "correspondence:letter"),
    "partner": (_("Partners"), "building-community", "partners:partner"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing found, with where it leads."""

    path: str
    title: str
    remark: str
    is_ended: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The things of one kind."""

    title: str | Promise
    icon: str
    lines: list[Line]


@planned_once()
def find(request: HttpRequest) -> HttpResponse:
    """The answer as a page; as a part of any page while one types."""
    if request.method == "POST" and not request.headers.get("HX-Request"):
        return search.to_address(request)
    text = str(request.POST.get("q", "") if request.method == "POST" else search.asked(request).get("q", ""))
    is_part = request.method == "POST"
    actor = actor_of(request)
    found = find_everywhere(actor=actor, text=text, limit=OF_A_KIND if is_part else ON_PAGE)
    names = open_clients(actor=actor, case_ids=[one.case_id for one in found if one.case_id is not None])
    context = {"text": text.strip(), "groups": _groups(found, names), "is_part": is_part}
    return render(request, "search/_found.html" if is_part else "search/find.html", context)


def _groups(found: list[Found], names: Mapping[int, NamedClient]) -> list[Group]:
    groups = []
    for kind, (title, icon, page) in _KINDS.items():
        lines = [_line(one, page, names.get(one.case_id or 0)) for one in found if one.kind == kind]
        if lines:
            groups.append(Group(title, icon, lines))
    return groups


def _line(one: Found, page: str, client: NamedClient | None) -> Line:
    """A family by its name for whoever may know it; what else is found by its number."""
    title = _("Signal No. %(n)s") % {"n": one.title} if one.kind == "signal" else one.title
    remark = one.code or ("" if one.kind == "letter" else one.remark)
    name = family_name(client.identity) if client is not None else ""
    if one.kind == "signal":
        remark = " · ".join(part for part in (name, remark) if part)
    if one.kind == "case":
        remark = " · ".join(part for part in (one.title if name else "", one.code, one.remark) if part)
        title = name or title
    return Line(reverse(page, args=[one.key]), str(title), remark, one.is_ended)
