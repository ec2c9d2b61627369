"""Channels of the organization and how many follow them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.voice import actions, policies, queries
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.voice.forms import ChannelForm, CountForm, PeriodForm


def list_channels(request: HttpRequest) -> HttpResponse:
    """Every channel with its last count."""
    actor = actor_of(request)
    form = PeriodForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    lines = queries.channels(actor=actor, from_on=asked.get("from_on"), to_on=asked.get("to_on"))
    if sheets.is_asked(request):
        columns = [
            sheets.Column(_("Channel"), lambda line: line.channel.name),
            sheets.Column(_("Followers"), lambda line: line.followers, "count"),
            sheets.Column(_("Counted on"), lambda line: line.on, "day"),
            sheets.Column(_("Change"), lambda line: line.change, "count"),
            sheets.Column(_("Link"), lambda line: line.channel.link),
        ]
        return sheets.answer(request, name="channels", title=_("Channels"), columns=columns, rows=lines)
    context = {
        "form": form,
        "lines": lines,
        "is_filtered": any(asked.values()),
        "followers": sum(line.followers or 0 for line in lines),
        "change": sum(line.change or 0 for line in lines),
        "may_keep": policies.may_keep(actor),
        "tab": "channels",
    }
    return render(request, "voice/channels.html", context)


def show(request: HttpRequest, channel_id: int) -> HttpResponse:
    """One channel with its counts."""
    actor = actor_of(request)
    channel = queries.channel_in_sight(actor=actor, channel_id=channel_id)
    context = {"channel": channel, "counts": _with_change(channel), "may_keep": policies.may_keep(actor)}
    return render(request, "voice/channel.html", context)


def _with_change(channel: Any) -> list[tuple[Any, int | None]]:
    """Each count with what changed since the one before it."""
    counts = list(queries.counts_of(channel))
    return [
        (one, one.followers - before.followers if before else None)
        for one, before in zip(counts, [*counts[1:], None], strict=False)
    ]


def keep(request: HttpRequest, channel_id: int | None = None) -> HttpResponse:
    """Enter a channel, or change one."""
    actor = actor_of(request)
    policies.check_may_keep(actor)
    initial: dict[str, Any] = {}
    if channel_id is not None:
        channel = queries.channel_in_sight(actor=actor, channel_id=channel_id)
        initial = {name: getattr(channel, name) for name in ("name", "link", "is_active", "revision")}
    return form_page(
        request,
        ChannelForm(given(request), initial=initial),
        lambda typed: actions.keep_channel(actor=actor, channel_id=channel_id, **typed),
        template="voice/form.html",
        done=_("The channel is kept."),
        back=reverse("voice:channels"),
        to=lambda kept: reverse("voice:channel", args=[kept.pk]),
        context={"heading": _("Channel"), "lead": "", "button": _("Save")},
        renew=lambda: queries.channel_in_sight(actor=actor, channel_id=channel_id or 0).revision,
    )


def count(request: HttpRequest, channel_id: int) -> HttpResponse:
    """Note how many follow."""
    actor = actor_of(request)
    channel = queries.channel_in_sight(actor=actor, channel_id=channel_id)
    return form_page(
        request,
        CountForm(given(request)),
        lambda typed: actions.note_followers(actor=actor, channel_id=channel_id, **typed),
        template="voice/form.html",
        done=_("The count is noted."),
        back=reverse("voice:channel", args=[channel_id]),
        context={"heading": _("How many follow"), "lead": channel.name, "button": _("Note the count")},
    )
