"""An indicator of one's own: a measure, narrowed and told apart; tried out on the last year before it is published."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access.rules import Actor, can
from opora.common.dates import today
from opora.indicators import actions, policies, queries, words
from opora.indicators.queries import Indicator
from opora.indicators.rules import MEASURES, period_of
from opora.web.indicators.forms import ComposeForm, MeasureForm, SureForm
from opora.web.indicators.views.setting import home_of
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page


def compose(request: HttpRequest) -> HttpResponse:
    """Choose a measure, narrow it, see what it counts, publish it."""
    actor = actor_of(request)
    chosen = request.GET.get("measure", "")
    code = chosen if chosen in MEASURES else next(iter(MEASURES))
    one = queries.find_indicator(actor=actor, code=code)
    offered = _offered(actor, one)
    is_tried = request.method == "GET" and "title" in request.GET
    asked = ComposeForm(request.GET if is_tried else None, one=one, offered=offered)
    tried = _tried(actor, one, asked) if is_tried else {}
    # What is tried out stays typed, and only what is sent is published.
    initial = {
        name: request.GET.getlist(name) if name.startswith("only_") else request.GET.get(name) for name in asked.fields
    }
    initial["code"] = initial["code"] or queries.free_code()
    form = ComposeForm(given(request), one=one, offered=offered, initial=initial)
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
            is_new=True,
        ),
        template="indicators/compose.html",
        done=_("The indicator is published."),
        back=home_of(request),
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


def _offered(actor: Actor, one: Indicator) -> dict[str, list[tuple[str, str]]]:
    """By what the measure may be narrowed: the groups that the last year has."""
    if not can(actor, policies.READ):
        return {}
    period = period_of(None, None, today())
    found = {}
    for split in one.measure.splits:
        if split.field is not None:
            # All its answers, also those that nobody gave in the last year.
            found[split.code] = list(words.answers_named(split.field).items())
            continue
        groups = queries.read_indicator(
            actor=actor, code=one.code, period=period, split=split.code, with_months=False
        ).groups
        named = words.group_names(one.measure, split.code, [code for code in groups if code])
        found[split.code] = sorted(named.items(), key=lambda pair: pair[1])[:40]
    return found


def _tried(actor: Actor, one: Indicator, form: ComposeForm) -> dict[str, Any]:
    """What the indicator would count in the last year, before anybody publishes it."""
    form.is_valid()
    if not can(actor, policies.READ):
        return {}
    filters = {name: tuple(codes) for name, codes in form.filters().items()}
    found = queries.try_out(actor=actor, measure=one.measure, filters=filters, period=period_of(None, None, today()))
    return {
        "tried": words.show(found, one.measure),
        "tried_on": words.reason(found) or words.rests_on(found, one.measure),
        "tried_families": found.families,
    }
