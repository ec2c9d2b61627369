"""The page of a form: ask, carry out, say so and go on; or show it again with what is wrong and what was typed.

Every front room asks through `form_page`, so that what holds for one form holds for all of them.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from opora.web.shell.forms import SeenForm, carry_out
from opora.web.shell.middleware import say

Act = Callable[[dict[str, Any]], Any]
Context = Mapping[str, Any] | Callable[[], Mapping[str, Any]]


def form_page(
    request: HttpRequest,
    form: forms.Form,
    act: Act,
    *,
    template: str,
    done: object | Callable[[Any], object],
    back: str,
    to: Callable[[Any], str] | None = None,
    context: Context | None = None,
    renew: Callable[[], int] | None = None,
    places: Mapping[str, str] | None = None,
) -> HttpResponse:
    """Show a form; what is sent is carried out by `act`, and the person goes on to `to` or `back` with a word.

    `done` is that word and `to` the next address; either may be told by what `act` has given back. `renew` tells the
    revision of the record as it is now, for the next try after somebody else was quicker. `context` is asked only
    when the page is shown, so that a page refused shows the record as it has become meanwhile. `places` names the
    field for a refusal that speaks of something else.
    """
    made: list[Any] = []
    if form.is_bound and carry_out(form, lambda typed: made.append(act(typed)), **(places or {})):
        say(request, done(made[0]) if callable(done) else done)
        return HttpResponseRedirect(to(made[0]) if to else back)
    if form.is_bound and renew is not None and form.non_field_errors() and isinstance(form, SeenForm):
        form.renew(renew())
    around = context() if callable(context) else context
    shown = {"form": form, "back": back, **(around or {})}
    return render(request, template, shown, status=422 if form.is_bound else 200)
