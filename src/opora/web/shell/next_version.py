"""Pages of the next version of something, while it is worked on: what forms, processes and logic models share.

What is to be mended stands in `shell/_draft_problems.html`, what changed in `shell/_draft_changes.html`; a part that
two people are at, in `shell/_draft_now.html`; its place among the others, in `shell/_draft_moves.html`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from opora.web.shell.forms import SeenForm
from opora.web.shell.intentions import once
from opora.web.shell.once_more import asked_once_more
from opora.web.shell.overtaken import ANEW


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """What is to be mended: where, what, how, the page where it is mended, and whether it holds up publishing."""

    place: str
    sentence: str
    advice: str
    url: str
    must: bool = True


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """What the draft changes: which part, in which way, as it read and as it reads, what else of it."""

    kind: str
    part: str
    before: str
    after: str
    fields: str


class PublishForm(SeenForm):
    """Nothing but the state that was seen."""


def shown(faults: Sequence[ProblemLine]) -> dict[str, Any]:
    """What is to be mended, and how much of it holds up publishing."""
    return {"faults": faults, "must": sum(one.must for one in faults)}


def way_asked(request: HttpRequest) -> int:
    """Which way something is to be moved: one up (-1) or one down (1)."""
    return 1 if request.POST.get("way") == "down" else -1


def go_on_anew(request: HttpRequest, begin: Callable[[], Any]) -> None:
    """What was written on a draft that a colleague ended goes into a new one, when its writer says so.

    One that is begun already is gone on with, so asking again changes nothing.
    """
    if ANEW in request.POST:
        begin()


def begun(request: HttpRequest, act: Callable[[], Any], *, to: str) -> HttpResponse:
    """Begin the next version, or go on with the one that is begun."""
    done = _("This is the draft of the next version. What is in force stays until you publish.")
    return once(request, act, done=done, to=to)


def given_up(request: HttpRequest, act: Callable[[], Any], *, to: str, cancel: str, text: str = "") -> HttpResponse:
    """Asked once more; the draft can be taken back until the next one is begun."""
    kept = _("The published version stays as it is. The draft can be taken back until a new one is begun.")
    return asked_once_more(
        request,
        act,
        title=_("Give the draft up"),
        text=text or kept,
        button=_("Give the draft up"),
        done=_("The draft is given up."),
        to=to,
        cancel=cancel,
    )


def taken_back(request: HttpRequest, act: Callable[[], Any], *, to: str) -> HttpResponse:
    """The draft given up last is worked on again."""
    return once(request, act, done=_("The draft is here again."), to=to)
