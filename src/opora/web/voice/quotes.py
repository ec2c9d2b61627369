"""What a family said that may be quoted: its list, what else stands in its records, marking and taking back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.common.dates import today
from opora.families.actions import name_people
from opora.process.queries import may_record, place_of
from opora.voice import actions, queries
from opora.web.shell.asking import actor_of, given
from opora.web.shell.family_place import address_in, home_of, title_of
from opora.web.shell.form_page import form_page
from opora.web.voice.forms import QuoteForm, SureForm


def show(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """Words that may be quoted, and what the family said besides."""
    actor = actor_of(request)
    place, quotes, candidates = actions.read_quotes(actor=actor, route_id=route_id, case_id=case_id, on=today())
    may_write = may_record(actor=actor, place=place)
    new = address_in("voice", "quote_new", place)
    context = {
        "quotes": quotes,
        "candidates": [(one, f"{new}?from={number}") for number, one in enumerate(candidates)] if may_write else [],
        "new": new if may_write else "",
        "home": home_of(place),
        "title": title_of(place),
        "may_write": may_write,
    }
    return render(request, "voice/quotes.html", context)


def mark(request: HttpRequest, route_id: int | None = None, case_id: int | None = None) -> HttpResponse:
    """Words are marked as quotable; begun with what stands in the records, names are left out by hand."""
    actor = actor_of(request)
    place = place_of(actor=actor, route_id=route_id, case_id=case_id)
    named = name_people(actor=actor, family_id=place.family_id, case_id=place.case_id, on=today())
    people = [(one.person_id, one.label) for one in named.people]
    back = address_in("voice", "quotes", place)
    return form_page(
        request,
        QuoteForm(given(request), people=people, initial=_begun(request, actor, place)),
        lambda typed: actions.keep_quote(
            actor=actor, route_id=place.route_id, case_id=None if place.route_id else place.case_id, on=today(), **typed
        ),
        template="voice/form.html",
        done=_("Marked. It stands beside the figures it speaks of."),
        back=back,
        context={
            "heading": _("What may be quoted"),
            "lead": _(
                "Only what the person would stand behind. Without names, places and whatever the family is known by."
            ),
            "button": _("Mark as quotable"),
        },
    )


def take_back(request: HttpRequest, quote_id: int) -> HttpResponse:
    """Quoted no more."""
    actor = actor_of(request)
    place = queries.place_of_quote(actor=actor, quote_id=quote_id)
    return form_page(
        request,
        SureForm(given(request)),
        lambda _typed: actions.take_back_quote(actor=actor, quote_id=quote_id, on=today()),
        template="voice/form.html",
        done=_("Taken back. Reports lose these words at once."),
        back=address_in("voice", "quotes", place),
        context={
            "heading": _("Quote these words no more?"),
            "lead": _("Drafts of reports lose them; in reports already taken stands that they are gone."),
            "button": pgettext("quote", "Take back"),
            "is_alarm": True,
        },
    )


def _begun(request: HttpRequest, actor: Any, place: Any) -> dict[str, Any]:
    """What the family said, where one came from it."""
    asked = request.GET.get("from", "")
    if not (asked.isdecimal() and len(asked) < 4):
        return {"said_on": today(), "source": "talk"}
    _place, _quotes, found = actions.read_quotes(
        actor=actor, route_id=place.route_id, case_id=None if place.route_id else place.case_id, on=today()
    )
    if int(asked) >= len(found):
        return {"said_on": today(), "source": "talk"}
    one = found[int(asked)]
    return {"text": one.text, "source": one.source, "said_on": one.on}
