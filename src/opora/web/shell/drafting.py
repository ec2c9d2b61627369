"""Begun forms: kept while one types, restored when the page is opened again, ended when the form is sent.

The page's script sends the form to its own address with a header; so whoever may open a form may keep a draft of it,
and nobody else. What was kept fills the form on the next opening, on any device.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict

from opora.common.dates import day_of, local
from opora.common.errors import OporaError
from opora.drafts import actions, queries
from opora.web.shell.asking import actor_of
from opora.web.shell.tokens import token_sent

HEADER = "X-Opora-Draft"
REVISION = "X-Opora-Draft-Revision"
_UNKEPT = {"csrfmiddlewaretoken", "intention", "draft-title", "then", "whose"}
# What may stand in an address and tells one form from another: a number, a code; never words.
_ASKED = re.compile(r"[\w-]{1,40}")
_BESIDE = {"back", "names", "next", "then"}


@dataclass(frozen=True, slots=True)
class Place:
    """Which form of a person's this is, and of which path or case."""

    form: str
    subject: str
    route_id: int | None
    case_id: int | None


def place_of(request: HttpRequest, about: Mapping[str, int | None] | None = None) -> Place:
    """The form of this page; `about` says the path and the case where the address does not."""
    match = request.resolver_match
    keys = {**(match.kwargs if match else {})}
    asked = {
        name: text for name in request.GET if name not in _BESIDE and _ASKED.fullmatch(text := str(request.GET[name]))
    }
    subject = "&".join(f"{name}={value}" for name, value in (*sorted(keys.items()), *sorted(asked.items())))
    known = {**keys, **(about or {})}
    place = Place(match.view_name if match else "", subject[:200], known.get("route_id"), known.get("case_id"))
    if about is not None:
        request.draft_place = place  # type: ignore[attr-defined]
    return place


def is_drafting(request: HttpRequest) -> bool:
    """Whether the page's script speaks of a draft, and the form itself is not sent."""
    return request.method == "POST" and HEADER in request.headers


def answer_draft(request: HttpRequest, place: Place) -> HttpResponse:
    """Keep what is typed, or give it up; answer the page's script in a few words."""
    actor = actor_of(request)
    if request.headers[HEADER] == "discard":
        actions.give_up(actor=actor, form=place.form, subject=place.subject)
        return JsonResponse({})
    known = request.headers.get(REVISION, "")
    try:
        kept = actions.keep_draft(
            actor=actor,
            form=place.form,
            subject=place.subject,
            address=request.get_full_path()[:300],
            title=request.POST.get("draft-title", ""),
            typed=typed_in(request),
            route_id=place.route_id,
            case_id=place.case_id,
            revision=int(known) if known.isdecimal() else None,
            token=token_sent(request),
        )
    except actions.FormSent as found:
        return JsonResponse({"message": str(found)}, status=410)
    except actions.DraftConflict as found:
        return JsonResponse({"message": str(found), "saved_at": clock(found.kept)}, status=409)
    except OporaError as found:
        return JsonResponse({"message": str(found)}, status=422)
    return JsonResponse({"saved_at": clock(kept), "revision": kept.revision})


def end(request: HttpRequest, place: Place) -> None:
    """The form was sent: its draft ends, and what its page still has on the way begins no other."""
    actions.end_draft(actor=actor_of(request), form=place.form, subject=place.subject, token=token_sent(request))


def typed_in(request: HttpRequest) -> dict[str, list[str]]:
    """What was typed, by the fields' names, without the marks of the form; files are not kept."""
    return {name: [str(value) for value in values] for name, values in request.POST.lists() if name not in _UNKEPT}


def kept_at(request: HttpRequest) -> Place:
    """The form of a page that keeps drafts, as its view has named it."""
    place: Place | None = getattr(request, "draft_place", None)
    return place or place_of(request)


def clock(kept: queries.Begun) -> str:
    """The hour and minute something was kept, as the wall clock says it."""
    return local(kept.saved_at).strftime("%H:%M")


def begun_on(request: HttpRequest, place: Place | None = None) -> QueryDict | None:
    """What was begun of the form of this page, as if it had been sent."""
    at = place or place_of(request)
    # The people of a form and the rest of it ask in turn, for one draft.
    asked = request.__dict__.setdefault("begun_forms", {})
    if at not in asked:
        asked[at] = queries.begun(actor=actor_of(request), form=at.form, subject=at.subject)
    kept: queries.Begun | None = asked[at]
    if kept is None:
        return None
    request.begun_form = kept  # type: ignore[attr-defined]
    data = QueryDict(mutable=True)
    for name, values in kept.typed.items():
        data.setlist(name, list(values))
    return data


def day_begun(request: HttpRequest) -> date | None:
    """The day on which what was brought back was typed last."""
    kept: queries.Begun | None = getattr(request, "begun_form", None)
    return day_of(kept.saved_at) if kept else None


def restore(form: forms.BaseForm, data: QueryDict, begun_on: date | None = None) -> None:
    """Fill a form that is only looked at with what was begun; the form may ask on which day. Files are not kept."""
    for name, field in form.fields.items():
        if not isinstance(field, forms.FileField):
            form.initial[name] = field.widget.value_from_datadict(data, {}, form.add_prefix(name))
    came_back = getattr(form, "came_back", None)
    if callable(came_back) and begun_on is not None:
        came_back(begun_on)


def has_words(form: forms.BaseForm) -> bool:
    """Whether there is room for sentences in it, so that something would be lost."""
    return any(isinstance(field.widget, forms.Textarea) for field in form.fields.values())
