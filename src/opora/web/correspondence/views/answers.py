"""Answers to our letters, and letters that come in."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.correspondence import actions, policies, queries
from opora.correspondence.queries.choices import offices
from opora.process.queries import place_of
from opora.web.correspondence.forms.letters import AnswerForm, DayForm, IncomingForm
from opora.web.correspondence.views.family import about, address_of, crumbs, keys_of, place_of_letter
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page


def record_answer(request: HttpRequest, official_id: int) -> HttpResponse:
    """Record what came back, with its paper."""
    actor = actor_of(request)
    letter = queries.letter_in_sight(actor=actor, letter_id=official_id)
    place = place_of_letter(request, letter)
    form = AnswerForm(given(request), request.FILES if request.method == "POST" else None)
    names = ("result", "on", "their_number", "their_on", "text")
    return form_page(
        request,
        form,
        lambda typed: actions.record_answer(
            actor=actor, letter_id=official_id, **{name: typed[name] for name in names}, **form.paper()
        ),
        template="correspondence/form.html",
        done=lambda answer: _("The answer is recorded as letter in %(number)s.") % {"number": answer.number},
        back=reverse("correspondence:letter", args=[official_id]),
        context={
            **crumbs(place),
            "heading": _("The answer came"),
            "lead": _("Letter %(number)s to: %(office)s") % {"number": letter.number, "office": letter.partner.name},
            "button": _("Record the answer"),
        },
        about=about(place),
    )


def give_up(request: HttpRequest, official_id: int) -> HttpResponse:
    """No answer came, and nobody waits any more."""
    actor = actor_of(request)
    letter = queries.letter_in_sight(actor=actor, letter_id=official_id)
    place = place_of_letter(request, letter)
    return form_page(
        request,
        DayForm(given(request)),
        lambda typed: actions.give_up_waiting(actor=actor, letter_id=official_id, on=typed["on"]),
        template="correspondence/form.html",
        done=_("Recorded: no answer came."),
        back=reverse("correspondence:letter", args=[official_id]),
        context={
            **crumbs(place),
            "heading": _("No answer came"),
            "lead": _("Nobody is reminded of this letter any more. Perhaps write once more first?"),
            "button": _("Record"),
        },
        about=about(place),
    )


def reply(request: HttpRequest, official_id: int) -> HttpResponse:
    """We answered what an office asked."""
    actor = actor_of(request)
    letter = queries.letter_in_sight(actor=actor, letter_id=official_id)
    return form_page(
        request,
        DayForm(given(request)),
        lambda typed: actions.note_reply(actor=actor, letter_id=official_id, on=typed["on"]),
        template="correspondence/form.html",
        done=_("Recorded: we answered."),
        back=reverse("correspondence:letter", args=[official_id]),
        context={
            **crumbs(place_of_letter(request, letter)),
            "heading": _("We answered"),
            "lead": letter.partner.name,
            "button": _("Record"),
        },
    )


def record_incoming(request: HttpRequest, case_id: int | None = None, route_id: int | None = None) -> HttpResponse:
    """Record a letter that came in."""
    actor = actor_of(request)
    place = None
    if case_id is not None or route_id is not None:
        place = place_of(actor=actor, route_id=route_id, case_id=case_id)
    else:
        policies.check_may_keep(actor)
    form = IncomingForm(
        given(request), request.FILES if request.method == "POST" else None, offices=offices(actor=actor)
    )
    keys = keys_of(place)
    names = ("kind", "partner_id", "subject", "on", "their_number", "their_on", "text", "answer_due_on")
    return form_page(
        request,
        form,
        lambda typed: actions.record_incoming(
            actor=actor, **keys, **{name: typed[name] for name in names}, **form.paper()
        ),
        template="correspondence/form.html",
        done=lambda letter: _("Recorded as letter in %(number)s.") % {"number": letter.number},
        back=address_of(place),
        to=lambda letter: reverse("correspondence:letter", args=[letter.pk]),
        context={
            **crumbs(place),
            "heading": _("A letter came in"),
            "lead": "",
            "button": _("Record"),
        },
        about=about(place),
    )
