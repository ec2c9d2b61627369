"""What is sent after the session has ended is not lost: it waits, sealed, for the one it belongs to.

Without a script nobody notices that a session has ended until the form is sent. Every form that keeps drafts therefore
bears a mark that this house has signed: to whom the page was shown, and what it speaks of. A form that arrives without
a session, or with the token of a former one, is carried out for nobody; with a sound mark its words become the draft
of the person named there, and of nobody else. After signing in the form opens with everything typed.

The mark gives no way in: it opens nothing, reads nothing, and whoever had it could only add to the writer's own draft.
"""

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.csrf import csrf_failure

from opora.access.rules import Actor
from opora.common.errors import OporaError
from opora.drafts import actions, queries
from opora.drafts.rules import DAYS_OF_AN_INTENTION, joined
from opora.web.shell import drafting
from opora.web.shell.asking import actor_of
from opora.web.shell.drafting import Place
from opora.web.shell.forms import LOOK

FIELD = "whose"
_SALT = "opora.returning"
_MAX_AGE = DAYS_OF_AN_INTENTION * 24 * 3600


@dataclass(frozen=True, slots=True)
class Mark:
    """To whom a page was shown, and what its form speaks of."""

    user_id: int
    place: Place


def mark_of_form(request: HttpRequest) -> str:
    """The mark for a form of this page; empty for a page shown to nobody in particular."""
    user_id = actor_of(request).user_id
    if user_id is None:
        return ""
    place = drafting.kept_at(request)
    told = [user_id, place.form, place.subject, place.route_id, place.case_id]
    return signing.dumps(told, salt=_SALT, compress=True)


def read_mark(request: HttpRequest) -> Mark | None:
    """The mark something was sent with, if it is ours, not too old, and of this very page."""
    try:
        user_id, form, subject, route_id, case_id = signing.loads(
            request.POST.get(FIELD, ""), salt=_SALT, max_age=_MAX_AGE
        )
    except signing.BadSignature:
        return None
    here = drafting.place_of(request)
    if (form, subject) != (here.form, here.subject):
        return None
    return Mark(user_id, Place(form, subject, route_id, case_id))


def keep_for_writer(request: HttpRequest) -> bool:
    """Keep what was sent as the draft of the person the page was shown to; say whether it is kept."""
    if request.method != "POST" or drafting.HEADER in request.headers or LOOK in request.headers:
        return False
    mark = read_mark(request)
    if mark is None:
        return False
    writer = Actor(user_id=mark.user_id, name="")
    place = mark.place
    former = queries.begun(actor=writer, form=place.form, subject=place.subject)
    typed = drafting.typed_in(request)
    try:
        actions.keep_draft(
            actor=writer,
            form=place.form,
            subject=place.subject,
            address=request.get_full_path()[:300],
            title=queries.title_of(actor=writer, form=place.form, subject=place.subject),
            typed=joined(typed, former.typed) if former else typed,
            route_id=place.route_id,
            case_id=place.case_id,
        )
    except OporaError:
        return False
    return True


def to_the_door(request: HttpRequest) -> HttpResponse:
    """Lead to the door and from there back to the page that was asked for, with what was typed into it."""
    return _lead(request, is_kept=keep_for_writer(request))


def refuse_foreign(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form with the token of a former session is not carried out; its writer gets it back to look at and send."""
    actor = actor_of(request)
    mark = read_mark(request) if request.method == "POST" else None
    if mark is None or actor.user_id not in (None, mark.user_id) or not keep_for_writer(request):
        return csrf_failure(request, reason)
    if actor.user_id is None:
        return _lead(request, is_kept=True)
    messages.success(request, _("The page was opened before you signed in again. Nothing is lost: look and send it."))
    return HttpResponseRedirect(request.get_full_path())


def _lead(request: HttpRequest, *, is_kept: bool) -> HttpResponse:
    if is_kept:
        messages.success(request, _("What you typed is kept. Sign in, and the form opens with it."))
    door = reverse(settings.LOGIN_URL)
    onward = f"{door}?{urlencode({'next': request.get_full_path()})}"
    if request.headers.get("HX-Request"):
        return HttpResponse(status=401, headers={"HX-Redirect": onward if is_kept else door})
    return HttpResponseRedirect(onward)
