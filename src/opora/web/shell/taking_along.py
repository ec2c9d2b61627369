"""A step of the path is taken along with the record that it waited for, when the person says so by the second button.

The link into a form names the step that waits for nothing else (`?then=12.signed`); the form then offers to save and go
on in one press. The record is kept whatever becomes of the step: one that may not be taken yet is said to wait, and one
that asks more than its day is asked on its own page. Where more is lacking, one may save and go on to the next of it.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.common.errors import NotFound, OporaError
from opora.process import actions, queries
from opora.process.queries import OptionView
from opora.web.shell.asking import actor_of

if TYPE_CHECKING:
    from opora.process.models import Route

FIELD = "then"
DECIDED = "decided"
"""Instead of a step: the one that the minutes being written will decide on."""
NEXT = "next"
"""Instead of a step: what is lacking next, and its form."""
ONTO = "onto"
"""What the page of the family is asked with right after a step: it leads on into the form of it."""
_MOST = 3
_MARK = re.compile(r"(\d{1,12})\.(\w{1,40})")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A step of one path that somebody wants to take along."""

    route_id: int
    action: str

    @property
    def mark(self) -> str:
        """How an address and a button name it."""
        return f"{self.route_id}.{self.action}"


@dataclass(frozen=True, slots=True)
class Offer:
    """The step that a form offers to take along; without a title it is the one to be decided, or what is next."""

    mark: str
    title: str
    is_next: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of it: a word to say, and the page of the family."""

    word: str
    home: str


def may_go_along(option: OptionView, *, has_case: bool) -> bool:
    """Whether the step asks nothing but its day: no reason, no field, no case to open or to close, no danger.

    A path comes to its end along with the paper that says so, never by an answer alone: such an end is not taken back.
    """
    asks = option.needs_reason or bool(option.fields) or option.kind == "danger" or option.is_anywhere
    opens = option.effect == "open_case" and not has_case
    ends = option.is_exit and (has_case or not option.documents)
    return not (asks or opens or ends)


def going_along(address: str, route_id: int, action: str) -> str:
    """The address of a form that offers to take this step along."""
    joint = "&" if "?" in address else "?"
    return f"{address}{joint}{FIELD}={Wanted(route_id, action).mark}"


def carried_on(request: HttpRequest, address: str) -> str:
    """The next form of the same errand offers the step still: a letter is composed here and signed on its own page."""
    wanted = _read(request.GET.get(FIELD, ""))
    return going_along(address, wanted.route_id, wanted.action) if wanted else address


def offered(request: HttpRequest) -> list[Offer]:
    """The steps that the form of this page offers to take along, while the person may take them."""
    wanted = [_read(mark) for mark in request.GET.getlist(FIELD)[:_MOST]]
    return [offer for one in wanted if one is not None and (offer := _offer(request, one)) is not None]


def _offer(request: HttpRequest, wanted: Wanted) -> Offer | None:
    if wanted.action in {DECIDED, NEXT}:
        return Offer(wanted.mark, "", is_next=wanted.action == NEXT)
    option = _option(request, wanted)
    return Offer(wanted.mark, option.title) if option is not None and option.is_yours else None


def is_wanted(request: HttpRequest) -> bool:
    """Whether the form was sent by the button that takes a step along."""
    wanted = _read(request.POST.get(FIELD, "")) if request.method == "POST" else None
    return wanted is not None and wanted.action != NEXT


def take_along(request: HttpRequest) -> Taken | None:
    """Take the step that the form was sent with, now that its record is kept; nothing where none was asked for."""
    wanted = _read(request.POST.get(FIELD, ""))
    if wanted is None:
        return None
    home = reverse("process:route", args=[wanted.route_id])
    if wanted.action == NEXT:
        return Taken("", f"{home}?{ONTO}={NEXT}")
    if (option := _option(request, wanted)) is None:
        return None
    if not option.allowed:
        return Taken(_waits(option, " ".join(option.reasons)), home)
    if not _goes_along(request, option, wanted.route_id):
        return Taken("", reverse("process:step", args=[wanted.route_id, option.action]))
    try:
        actions.take_step(actor=actor_of(request), route_id=wanted.route_id, action=option.action, on=today())
    except OporaError as refusal:
        return Taken(_waits(option, str(refusal)), home)
    return Taken(_("Done: “%(step)s”.") % {"step": option.title}, f"{home}?{ONTO}")


def _waits(option: OptionView, why: str) -> str:
    return _("The step “%(step)s” still waits. %(why)s") % {"step": option.title, "why": why}


def _option(request: HttpRequest, wanted: Wanted) -> OptionView | None:
    try:
        route = queries.get_route(actor=actor_of(request), route_id=wanted.route_id)
    except NotFound:
        return None
    steps = queries.options(actor=actor_of(request), route=route)
    if wanted.action == DECIDED:
        return next((one for one in steps if one.is_decided and one.allowed and _asks_nothing(route, one)), None)
    return next((one for one in steps if one.action == wanted.action), None)


def _goes_along(request: HttpRequest, option: OptionView, route_id: int) -> bool:
    return _asks_nothing(queries.get_route(actor=actor_of(request), route_id=route_id), option)


def _asks_nothing(route: "Route", option: OptionView) -> bool:
    return may_go_along(option, has_case=route.case is not None and route.case.closed_on is None)


def _read(mark: str) -> Wanted | None:
    found = _MARK.fullmatch(mark)
    return Wanted(int(found.group(1)), found.group(2)) if found else None
