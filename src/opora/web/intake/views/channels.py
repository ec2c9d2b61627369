"""The list of channels, for those who run the practice."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.intake import actions, queries
from opora.web.intake.forms.signals import ChannelForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page


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
    return form_page(
        request,
        form,
        lambda typed: actions.keep_channel(actor=actor, code=code, **typed),
        template="intake/channels.html",
        done=_("The list of channels is saved."),
        back=reverse("intake:channels"),
        context={
            "editing": words.get(code, ""),
            "channels": [(one, word, one in offered) for one, word in words.items()],
        },
    )
