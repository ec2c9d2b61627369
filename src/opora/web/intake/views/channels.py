"""The list of channels, for those who run the practice."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.intake import actions, queries
from opora.web.intake.forms.signals import ChannelForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.forms import carry_out
from opora.web.shell.middleware import say


def list_channels(request: HttpRequest) -> HttpResponse:
    """All channels; a form adds one, renames one or puts one away."""
    actor = actor_of(request)
    offered, words = dict(queries.channels()), queries.channel_words()
    code = request.GET.get("channel", "")
    code = code if code in words else ""
    form = ChannelForm(
        given(request),
        initial={"name": words.get(code, ""), "is_active": not code or code in offered},
    )
    if form.is_bound and carry_out(form, lambda typed: actions.keep_channel(actor=actor, code=code, **typed)):
        say(request, _("The list of channels is saved."))
        return HttpResponseRedirect(reverse("intake:channels"))
    context = {
        "form": form,
        "editing": words.get(code, ""),
        "channels": [(one, word, one in offered) for one, word in words.items()],
    }
    return render(request, "intake/channels.html", context, status=422 if form.is_bound else 200)
