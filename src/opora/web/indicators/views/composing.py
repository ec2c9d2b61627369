"""An indicator of one's own: a measure, narrowed and told apart; tried out on the last year before it is published."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access.rules import Actor, can
from opora.common.dates import today
from opora.indicators import actions, policies, queries, words
from opora.indicators.queries import Indicator
from opora.indicators.rules import MEASURES
from opora.web.indicators.forms import ComposeForm, MeasureForm, SureForm
from opora.web.indicators.trying import cases_tried, counted, offered
from opora.web.indicators.views.setting import home_of
from opora.web.shell.asking import actor_of, asked_again, given
from opora.web.shell.form_page import form_page


def compose(request: HttpRequest) -> HttpResponse:
    """Choose a measure, narrow it, see what it counts, publish it."""
    actor = actor_of(request)
    chosen = request.GET.get("measure", "")
    code = chosen if chosen in MEASURES else next(iter(MEASURES))
    one = queries.find_indicator(actor=actor, code=code)
    offers = offered(actor, one)
    if "try" in request.POST:
        return HttpResponseRedirect(asked_again(request, ["measure", *ComposeForm(one=one, offered=offers).fields]))
    is_tried = request.method == "GET" and "title" in request.GET
    asked = ComposeForm(request.GET if is_tried else None, one=one, offered=offers)
    tried = _tried(actor, one, asked) if is_tried else {}
    # What is tried out stays typed, and only what is sent is published.
    initial = {
        name: request.GET.getlist(name) if name.startswith("only_") else request.GET.get(name) for name in asked.fields
    }
    initial["code"] = initial["code"] or queries.free_code()
    form = ComposeForm(given(request), one=one, offered=offers, initial=initial)
    return form_page(
        request,
        form,
        lambda said: actions.publish_indicator(
            actor=actor,
            code=said["code"],
            title=said["title"],
            about=said["about"],
            measure=code,
            filters=form.filters(),
            split=said["split"],
            period_rule=said["period_rule"],
            is_new=True,
        ),
        template="indicators/compose.html",
        done=_("The indicator is published."),
        back=home_of(request),
        to=lambda made: home_of(request, queries.find_indicator(actor=actor, code=made.code)),
        context={
            "measures": MeasureForm(initial={"measure": code}),
            "measure": code,
            "about_measure": words.definition(one),
            "rules": words.counting_rules(one.measure),
            **tried,
        },
    )


def put_away(request: HttpRequest, code: str) -> HttpResponse:
    """An indicator of one's own is no more in force."""
    actor = actor_of(request)
    one = queries.find_indicator(actor=actor, code=code)
    return form_page(
        request,
        SureForm(given(request)),
        lambda _typed: actions.put_away(actor=actor, code=code, on=today()),
        template="indicators/form.html",
        done=_("The indicator is put away."),
        back=reverse("indicators:list") if can(actor, policies.READ) else reverse("logic:list"),
        context={
            "heading": _("Put the indicator away?"),
            "lead": words.title(one),
            "button": _("Put it away"),
            "is_alarm": True,
        },
    )


def _tried(actor: Actor, one: Indicator, form: ComposeForm) -> dict[str, Any]:
    """What the indicator would count in the last year, before anybody publishes it."""
    form.is_valid()
    found = counted(actor, form.said(one))
    return {} if found is None else {"tried": found, "tried_cases": cases_tried(actor, form.said(one))}
