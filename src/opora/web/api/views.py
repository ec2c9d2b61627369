"""The page that connects programs: the address, tokens, an example."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from opora.access import actions, queries
from opora.access.rules import can
from opora.common.dates import today
from opora.common.errors import Invalid
from opora.web.api.forms import SureForm, TokenForm
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.forms import tell_invalid


def connect(request: HttpRequest) -> HttpResponse:
    """Where programs ask, how they show who they are, and one's own tokens."""
    actor = actor_of(request)
    context = {
        "base": request.build_absolute_uri(reverse("api:describe")).removesuffix("openapi.json"),
        "tokens": _lines(queries.tokens_of(actor=actor)),
        "manages": can(actor, "people.manage"),
    }
    return render(request, "api/connect.html", context)


def show_all(request: HttpRequest) -> HttpResponse:
    """Everybody's tokens, for those who keep accounts."""
    found = queries.all_tokens(actor=actor_of(request))
    if sheets.is_asked(request):
        return sheets.answer(
            request, name="tokens", title=_("Tokens of programs"), columns=_columns(), rows=found[: sheets.MOST + 1]
        )
    return render(request, "api/all.html", {"tokens": _lines(found), "with_owner": True})


@sensitive_variables("secret")
def make(request: HttpRequest) -> HttpResponse:
    """Make a token; its secret is shown once, by the page that answers."""
    actor = actor_of(request)
    form = TokenForm(given(request), actor=actor)
    if form.is_bound and form.is_valid():
        try:
            token, secret = actions.make_token(actor=actor, on=today(), **form.cleaned_data)
        except Invalid as refusal:
            tell_invalid(form, refusal)
        else:
            base = request.build_absolute_uri(reverse("api:indicators"))
            return render(request, "api/made.html", {"token": token, "secret": secret, "address": base})
    return render(request, "api/make.html", {"form": form}, status=422 if form.is_bound else 200)


def revoke(request: HttpRequest, token_id: int) -> HttpResponse:
    """From now on it opens nothing."""
    actor = actor_of(request)
    found = queries.token_in_sight(actor=actor, token_id=token_id)
    is_own = found.user_id == actor.own_id and can(actor, "outcomes.read")
    return form_page(
        request,
        SureForm(given(request)),
        lambda _typed: actions.revoke_token(actor=actor, token_id=token_id),
        template="api/revoke.html",
        done=_("Revoked. Programs with this token are answered no more."),
        back=reverse("api:connect" if is_own else "api:all"),
        context={"token": found},
    )


def _lines(tokens: Any) -> list[dict[str, Any]]:
    roles = queries.role_labels()
    return [{"token": one, "role": roles[one.role], "state": _state(one)} for one in tokens]


def _state(one: Any) -> str:
    if one.revoked_at is not None:
        return _("revoked")
    return _("expired") if one.expires_on < today() else ""


def _columns() -> list[sheets.Column]:
    roles = queries.role_labels()
    return [
        sheets.Column(_("Owner"), lambda one: one.user.name),
        sheets.Column(_("What it is for"), lambda one: one.label),
        sheets.Column(_("Role"), lambda one: roles[one.role]),
        sheets.Column(_("Good until"), lambda one: one.expires_on, "day"),
        sheets.Column(_("Last used"), lambda one: one.last_used_on, "day"),
        sheets.Column(_("State"), _state),
    ]
