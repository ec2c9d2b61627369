"""Letters: writing one from a template, handing it out, recording the signing."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access.rules import Actor, can
from opora.papers import actions, queries
from opora.papers.queries.choices import LETTERS
from opora.process import queries as process
from opora.web.papers.forms.letters import LetterForm, SignForm
from opora.web.papers.views.recording import called, people_of, record, whose, workable
from opora.web.shell.asking import actor_of, given
from opora.web.shell.taking_along import carried_on

if TYPE_CHECKING:
    from opora.papers.models import Letter
    from opora.process.models import Route

MORE = "more"


def new_letter(request: HttpRequest, route_id: int) -> HttpResponse:
    """Write a letter; it gets the next number of its kind and year."""
    actor = actor_of(request)
    route = workable(request, route_id)
    people = people_of(request, route)
    begun = {
        "kind": _kind_of(request, route),
        "person_id": whose(request, people),
        "purpose": request.GET.get("purpose", ""),
    }
    form = LetterForm(given(request), people=people, initial=begun)

    def context() -> dict[str, Any]:
        return {"people": people, "lacking": _lacking(form), **_settings(actor)}

    return record(
        request,
        form,
        lambda typed: actions.write_letter(actor=actor, route_id=route.pk, **typed),
        route=route,
        template="papers/letter_new.html",
        done=_("The letter is written. Download it, print it and have it signed."),
        to=lambda letter: carried_on(request, reverse("papers:letter", args=[letter.pk])),
        context=context,
    )


def _kind_of(request: HttpRequest, route: "Route") -> str:
    """The letter the address names, or the one that becomes the paper one came for; of the contracts the program's."""
    if (named := request.GET.get("kind", "")) in dict(LETTERS):
        return named
    kinds = [kind for kind, paper in queries.BECOMES.items() if paper == request.GET.get("paper", "")]
    wanted = "stay" if route.program.layout == "shelter" else "support"
    return wanted if wanted in kinds else next(iter(kinds), "")


def show_letter(request: HttpRequest, letter_id: int) -> HttpResponse:
    """A letter: to download, and to record that it was signed."""
    actor = actor_of(request)
    letter = queries.letter_in_sight(actor=actor, letter_id=letter_id)
    shown = {"letter": letter, "route": letter.route, "who": called(request, letter.route, letter.person)}
    if letter.signed_on is not None or not process.may_work(actor=actor, route=letter.route):
        return render(request, "papers/letter.html", shown)
    lacking = queries.missing_details(letter.kind, letter.template, letter.purpose)
    form = SignForm(given(request), is_consent=letter.kind == "consent")
    return record(
        request,
        form,
        lambda typed: actions.sign_letter(actor=actor, letter_id=letter_id, **typed),
        route=letter.route,
        template="papers/letter.html",
        done=_("The signing is recorded, the paper is filed."),
        to=lambda _signed: _onward(request, letter),
        context={**shown, "missing": [("", lacking)] if lacking else [], **_settings(actor)},
    )


def _onward(request: HttpRequest, letter: "Letter") -> str:
    """To the papers, or on to the next letter of the same person: several are often signed at one table."""
    if MORE in request.POST:
        return f"{reverse('papers:new_letter', args=[letter.route_id])}?person={letter.person_id}"
    return reverse("papers:panel", args=[letter.route_id])


def _lacking(form: LetterForm) -> list[tuple[str, list[str]]]:
    """What nobody has told yet of what the chosen letter says about the organization: only its template is filled."""
    titles = dict(LETTERS)
    kind, purpose = str(form["kind"].value() or ""), str(form["purpose"].value() or "")
    missing = queries.missing_details(kind, queries.current_template(kind), purpose) if kind in titles else []
    return [(str(titles[kind]), missing)] if missing else []


def _settings(actor: Actor) -> dict[str, bool]:
    """Whether this person may tell the details himself, or whom else to ask."""
    return {"may_tell": can(actor, "practice.manage")}
