"""A step of the path is taken along with the record that it waited for, when the person says so by the second button.

The link into a form names the step that waits for nothing else (`?then=12.signed`); the form then offers to save and go
on in one press. The record is kept whatever becomes of the step: one that may not be taken yet is said to wait.
"""

import re
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.common.errors import NotFound, OporaError
from opora.process import actions, queries
from opora.process.queries import OptionView
from opora.web.shell.asking import actor_of

FIELD = "then"
DECIDED = "decided"
"""Instead of a step: the one that the minutes being written will decide on."""
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
    """The step that a form offers to take along; without a title it is the one that will be decided."""

    mark: str
    title: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of it: a word to say, and the page of the family."""

    word: str
    home: str


def may_go_along(option: OptionView, *, has_case: bool) -> bool:
    """Whether the step asks nothing but its day: no reason, no field, no case to open or to close, no danger."""
    asks = option.needs_reason or bool(option.fields) or option.kind == "danger" or option.is_anywhere
    opens, closes = option.effect == "open_case" and not has_case, option.is_exit and has_case
    return not (asks or opens or closes)


def going_along(address: str, route_id: int, action: str) -> str:
    """The address of a form that offers to take this step along."""
    joint = "&" if "?" in address else "?"
    return f"{address}{joint}{FIELD}={Wanted(route_id, action).mark}"


def carried_on(request: HttpRequest, address: str) -> str:
    """The next form of the same errand offers the step still: a letter is composed here and signed on its own page."""
    wanted = _read(request.GET.get(FIELD, ""))
    return going_along(address, wanted.route_id, wanted.action) if wanted else address


def offered(request: HttpRequest) -> Offer | None:
    """The step that the form of this page offers to take along, while the person may take it."""
    wanted = _read(request.GET.get(FIELD, ""))
    if wanted is None:
        return None
    if wanted.action == DECIDED:
        return Offer(wanted.mark, "")
    option = _option(request, wanted)
    return Offer(wanted.mark, option.title) if option is not None and option.is_yours else None


def is_wanted(request: HttpRequest) -> bool:
    """Whether the form was sent by the button that takes a step along."""
    return request.method == "POST" and _read(request.POST.get(FIELD, "")) is not None


def take_along(request: HttpRequest) -> Taken | None:
    """Take the step that the form was sent with, now that its record is kept; nothing where none was asked for."""
    wanted = _read(request.POST.get(FIELD, ""))
    if wanted is None or (option := _option(request, wanted)) is None:
        return None
    home = reverse("process:route", args=[wanted.route_id])
    if not option.allowed:
        why = " ".join(option.reasons)
        return Taken(_("The step “%(step)s” still waits. %(why)s") % {"step": option.title, "why": why}, home)
    try:
        actions.take_step(actor=actor_of(request), route_id=wanted.route_id, action=option.action, on=today())
    except OporaError as refusal:
        return Taken(_("The step “%(step)s” still waits. %(why)s") % {"step": option.title, "why": refusal}, home)
    return Taken(_("Done: “%(step)s”.") % {"step": option.title}, home)


def _option(request: HttpRequest, wanted: Wanted) -> OptionView | None:
    try:
        route = queries.get_route(actor=actor_of(request), route_id=wanted.route_id)
    except NotFound:
        return None
    has_case = route.case is not None and route.case.closed_on is None
    steps = [
        one for one in queries.options(actor=actor_of(request), route=route) if may_go_along(one, has_case=has_case)
    ]
    if wanted.action == DECIDED:
        return next((one for one in steps if one.is_decided and one.allowed), None)
    return next((one for one in steps if one.action == wanted.action), None)


def _read(mark: str) -> Wanted | None:
    found = _MARK.fullmatch(mark)
    return Wanted(int(found.group(1)), found.group(2)) if found else None
