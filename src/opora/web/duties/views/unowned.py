"""Nobody's work, and giving it to somebody with one tap."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from opora.access.hanging import Item
from opora.common.dates import today
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.duties import actions, queries
from opora.duties.policies import leads
from opora.duties.queries import Receiver
from opora.web.duties.forms import said
from opora.web.shell.asking import actor_of, typed_in
from opora.web.shell.colleagues import SHOWN, bear_name
from opora.web.shell.middleware import say


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is nobody's: the colleague with the most room for it, and the others who may take it."""

    item: Item
    first: Receiver | None
    others: list[tuple[int, str]]
    has_more: bool


@require_GET
def show_unowned(request: HttpRequest) -> HttpResponse:
    """All of it, kind by kind."""
    actor = actor_of(request)
    if not leads(actor):
        raise NotFound
    found = queries.unowned(actor=actor, on=today())
    known: dict[tuple[int | None, tuple[str, ...]], list[Receiver]] = {}
    groups = [(one, [_line(item, known) for item in one.items]) for one in found]
    return render(request, "duties/unowned.html", {"groups": groups, "count": sum(len(one.items) for one in found)})


@require_POST
def assign(request: HttpRequest, kind: str, key: int) -> HttpResponse:
    """Give one thing to the colleague named by the button or chosen from the list."""
    actor = actor_of(request)
    try:
        to = _wanted(request, kind, key)
        actions.assign(actor=actor, kind=kind, key=key, to_user_id=to, on=today())
    except (Conflict, Invalid, Refused) as refusal:
        say(request, refusal, good=False)
    else:
        say(request, _("Given to %(name)s.") % {"name": queries.name_of(user_id=to)})
    return HttpResponseRedirect(reverse("duties:unowned"))


def _wanted(request: HttpRequest, kind: str, key: int) -> int:
    """Whom the button, the short list or the name that was typed means."""
    if named := typed_in(request.POST, "named"):
        people = queries.takers_of(actor=actor_of(request), kind=kind, key=key, on=today())
        found = bear_name(named, people, lambda one: one.name)
        if len(found) == 1:
            return found[0].user_id
        raise Invalid(
            {
                "": _("Several colleagues bear this name. Choose one of them.")
                if found
                else _("Nobody of this name may be chosen here. Check how it is written.")
            }
        )
    wanted = request.POST.get("to") or request.POST.get("chosen") or ""
    return int(wanted) if wanted.isascii() and wanted.isdigit() else 0


def _line(item: Item, known: dict[tuple[int | None, tuple[str, ...]], list[Receiver]]) -> Line:
    """Who may take a thing is asked once for all things of one department that want the same roles."""
    place = item.department_id, item.roles
    if place not in known:
        known[place] = queries.receivers_for(items=[item], besides=None, on=today())
    people = known[place]
    return Line(
        item,
        people[0] if people else None,
        [(one.user_id, said(one)) for one in people[1 : 1 + SHOWN]],
        len(people) > SHOWN + 1,
    )
