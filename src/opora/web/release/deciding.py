"""The second word, and what is taken or called back."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.release import actions, queries
from opora.web.release.forms import SureForm, WhyForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page

_FORM = "release/form.html"


def let_go(request: HttpRequest, release_id: int) -> HttpResponse:
    """From now on everybody may read it."""
    actor = actor_of(request)
    found = queries.get_release(actor=actor, release_id=release_id)
    return form_page(
        request,
        SureForm(given(request)),
        lambda _typed: actions.let_go(actor=actor, release_id=release_id, on=today()),
        template=_FORM,
        done=_("Released. The files can be downloaded now."),
        back=reverse("release:one", args=[release_id]),
        context={
            "found": found,
            "heading": _("Let this table leave the house?"),
            "lead": _("Whatever was read by others cannot be unread; it can only be called back."),
            "button": _("Release"),
        },
    )


def send_back(request: HttpRequest, release_id: int) -> HttpResponse:
    """It does not leave the house, and why."""
    actor = actor_of(request)
    found = queries.get_release(actor=actor, release_id=release_id)
    return form_page(
        request,
        WhyForm(given(request)),
        lambda typed: actions.send_back(actor=actor, release_id=release_id, why=typed["why"], on=today()),
        template=_FORM,
        done=_("Sent back. Who prepared it reads why."),
        back=reverse("release:one", args=[release_id]),
        context={"found": found, "heading": _("Send it back"), "button": _("Send it back")},
    )


def withdraw(request: HttpRequest, release_id: int) -> HttpResponse:
    """Taken back before anybody decided."""
    actor = actor_of(request)
    found = queries.get_release(actor=actor, release_id=release_id)
    return form_page(
        request,
        SureForm(given(request)),
        lambda _typed: actions.withdraw(actor=actor, release_id=release_id, on=today()),
        template=_FORM,
        done=_("Taken back."),
        back=reverse("release:list"),
        context={
            "found": found,
            "heading": _("Take it back?"),
            "lead": _("It stays in the register as withdrawn. You may prepare it anew."),
            "button": _("Take it back"),
        },
    )


def call_back(request: HttpRequest, release_id: int) -> HttpResponse:
    """What left the house must be used no more."""
    actor = actor_of(request)
    found = queries.get_release(actor=actor, release_id=release_id)
    return form_page(
        request,
        WhyForm(given(request)),
        lambda typed: actions.call_back(actor=actor, release_id=release_id, why=typed["why"], on=today()),
        template=_FORM,
        done=_("Called back. Tell those who were given the files."),
        back=reverse("release:one", args=[release_id]),
        context={
            "found": found,
            "heading": _("Call this release back"),
            "lead": _("The files can be downloaded no more. Later releases are still laid beside it, for it was read."),
            "button": _("Call it back"),
            "is_alarm": True,
        },
    )
