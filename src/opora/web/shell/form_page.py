"""The page of a form: ask, carry out, say so and go on; or show it again with what is wrong and what was typed.

Every front room asks through `form_page`, so that what holds for one form holds for all of them.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from opora.common.errors import Conflict, Invalid, Refused
from opora.web.shell import drafting
from opora.web.shell.asking import actor_of, speaks_of
from opora.web.shell.colleagues import looked_up
from opora.web.shell.forms import SeenForm, problems_in, tell_invalid
from opora.web.shell.intentions import once
from opora.web.shell.taking_along import Taken, take_along

Act = Callable[[dict[str, Any]], Any]
Context = Mapping[str, Any] | Callable[[], Mapping[str, Any]]


def asked_back(request: HttpRequest) -> str:
    """The page of ours that the address names as the one to come back to; nothing for any other."""
    asked = request.GET.get("back", "")
    is_ours = url_has_allowed_host_and_scheme(asked, allowed_hosts=None) and asked.startswith("/")
    return asked if is_ours else ""


def form_page(
    request: HttpRequest,
    form: forms.Form,
    act: Act,
    *,
    template: str = "",
    done: object | Callable[[Any], object],
    back: str,
    to: Callable[[Any], str] | None = None,
    context: Context | None = None,
    renew: Callable[[], int] | None = None,
    places: Mapping[str, str] | None = None,
    is_right: Callable[[], bool] | None = None,
    tell: Callable[[Invalid], None] | None = None,
    show: Callable[[dict[str, Any], int], HttpResponse] | None = None,
    about: Mapping[str, int | None] | None = None,
    beside: Sequence[forms.Form] = (),
    is_long: bool = False,
) -> HttpResponse:
    """Show a form; what is sent is carried out by `act`, and the person goes on to `to` or `back` with a word.

    Whoever began at another page of ours, named by `?back=` in the address, comes back to it whatever `to` says; a step
    of the path that was asked for with the record is taken along (see `taking_along`).

    `done` is that word and `to` the next address; either may be told by what `act` has given back. `renew` tells the
    revision of the record as it is now, for the next try after somebody else was quicker. `context` is asked only
    when the page is shown, so that a page refused shows the record as it has become meanwhile. `places` names the
    field for a refusal that speaks of something else; `tell` puts it where more than one form stands on the page, and
    `is_right` judges the others, so that everything that is wrong is said at once. `show` draws the page where that
    is more than a `template`. What is typed into a form with room for sentences is kept as a draft; `about` names the
    path and the case it speaks of where the address does not, and `beside` are the other forms that it fills; one
    that `is_long` is kept even without such room.
    """
    if about is not None:
        speaks_of(request, case_id=about.get("case_id"), route_id=about.get("route_id"))
    if asked := asked_back(request):
        back, to = asked, None
    keeps = actor_of(request).user_id is not None and (
        is_long or any(drafting.has_words(one) for one in (form, *beside))
    )
    # A field that offers too much to draw it all is asked while one types.
    if (found := looked_up(request, form)) is not None:
        return found
    place = drafting.place_of(request, about)
    if keeps and drafting.is_drafting(request):
        return drafting.answer_draft(request, place)
    if keeps and not form.is_bound and (begun := drafting.begun_on(request, place)) is not None:
        for one in (form, *beside):
            drafting.restore(one, begun, drafting.day_begun(request))

    taken: list[Taken] = []

    def carry_out() -> Any:
        made = act(form.cleaned_data)
        if keeps:
            drafting.end(request, place)
        taken.extend(filter(None, [take_along(request)]))
        return made

    def word(made: Any) -> str:
        said = done(made) if callable(done) else done
        return " ".join([str(said), *(one.word for one in taken if one.word)])

    def onward(made: Any) -> str:
        if taken:
            return taken[0].home
        return to(made) if to is not None else back

    if form.is_bound and _is_right(form, is_right):
        try:
            return once(request, carry_out, done=word, to=onward)
        except Invalid as refusal:
            if tell is not None:
                tell(refusal)
            else:
                tell_invalid(form, refusal, places)
        except (Conflict, Refused) as refusal:
            form.add_error(None, str(refusal))
    if form.is_bound and renew is not None and form.non_field_errors() and isinstance(form, SeenForm):
        form.renew(renew())
    around = context() if callable(context) else context
    shown = {"form": form, "back": back, "keeps_draft": keeps, **(around or {})}
    if form.is_bound and beside:
        shown["problems"] = problems_in((form, *beside))
    status = 422 if form.is_bound else 200
    return show(shown, status) if show is not None else render(request, template, shown, status=status)


def _is_right(form: forms.Form, others: Callable[[], bool] | None) -> bool:
    is_valid = form.is_valid()
    return (others is None or others()) and is_valid
