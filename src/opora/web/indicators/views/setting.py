"""Targets, and figures that somebody else published."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.access.rules import can
from opora.common.dates import today
from opora.indicators import actions, policies, queries, words
from opora.indicators.queries import Indicator
from opora.programs.queries import list_programs
from opora.web.indicators.forms import OutsideForm, SureForm, TargetForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.intentions import once


def home_of(request: HttpRequest, one: Indicator | None = None) -> str:
    """Where one comes from: the indicator, the list, or, for who reads no figures, the logic models."""
    if not can(actor_of(request), policies.READ):
        return reverse("logic:list")
    return reverse("indicators:one", args=[one.code]) if one is not None else reverse("indicators:list")


def set_target(request: HttpRequest, code: str) -> HttpResponse:
    """What an indicator is to reach from a day on."""
    actor = actor_of(request)
    one = queries.find_indicator(actor=actor, code=code)
    form = TargetForm(given(request), one=one, programs=list_programs(actor=actor), initial={"from_on": today()})
    return form_page(
        request,
        form,
        lambda typed: actions.set_target(
            actor=actor,
            indicator=code,
            program_id=typed["program"],
            way=typed["way"],
            value=typed["value"],
            from_on=typed["from_on"],
        ),
        template="indicators/form.html",
        done=_("The target is set."),
        back=home_of(request, one),
        context={"heading": _("Target"), "lead": words.title(one), "button": _("Set the target")},
    )


def _box_of(request: HttpRequest, box: str) -> str:
    """The page of a box with its target; the model itself for who reads no figures."""
    model, node = box.split("/", 1)
    return reverse("chain:box" if can(actor_of(request), policies.READ) else "logic:node", args=[model, node])


@require_POST
def drop_target(request: HttpRequest, target_id: int) -> HttpResponse:
    """A target is taken back; it stays to be read, and another may be set at once."""
    actor = actor_of(request)
    return once(
        request,
        lambda: actions.drop_target(actor=actor, target_id=target_id, on=today()),
        done=_("The target is taken back."),
        to=lambda target: (
            _box_of(request, target.box)
            if target.box
            else home_of(request, queries.find_indicator(actor=actor, code=target.indicator))
        ),
    )


def list_outside(request: HttpRequest) -> HttpResponse:
    """What was entered by hand, with its sources."""
    actor = actor_of(request)
    figures = [(one, words.title_of_code(one.indicator)) for one in queries.outside_figures(actor=actor)]
    return render(request, "indicators/outside.html", {"figures": figures, "may_set": policies.may_set(actor)})


def enter_outside(request: HttpRequest) -> HttpResponse:
    """A figure that somebody else published."""
    actor = actor_of(request)
    back = reverse("indicators:outside") if can(actor, policies.READ) else reverse("logic:list")
    return form_page(
        request,
        OutsideForm(given(request), initial={"on": today()}),
        lambda typed: actions.keep_outside_figure(actor=actor, today=today(), **typed),
        template="indicators/form.html",
        done=_("The figure is kept with its source."),
        back=back,
        context={
            "heading": _("Outside figure"),
            "lead": _("It is shown as entered by hand and never as computed."),
            "button": _("Save"),
        },
    )


def void_outside(request: HttpRequest, figure_id: int) -> HttpResponse:
    """A figure was entered by mistake."""
    actor = actor_of(request)
    figure = queries.outside_in_sight(actor=actor, figure_id=figure_id)
    return form_page(
        request,
        SureForm(given(request)),
        lambda _typed: actions.void_outside_figure(actor=actor, figure_id=figure_id, on=today()),
        template="indicators/form.html",
        done=_("The figure is voided."),
        back=reverse("indicators:outside"),
        context={
            "heading": _("Entered by mistake?"),
            "lead": words.title_of_code(figure.indicator),
            "button": _("Void the figure"),
            "is_alarm": True,
        },
    )
