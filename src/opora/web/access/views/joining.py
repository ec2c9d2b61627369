"""Links that let people in: set-up, joining, inviting."""

from collections.abc import Callable
from typing import Any

from allauth.account.utils import perform_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from opora.access import actions, queries
from opora.common.errors import Invalid, NotFound, Refused
from opora.web.access.forms import InviteForm, JoinForm, SetupForm, add_errors
from opora.web.access.views.common import attempt
from opora.web.shell.asking import actor_of, given


@sensitive_post_parameters("password1", "password2")
@require_http_methods(["GET", "POST"])
def set_up(request: HttpRequest, token: str) -> HttpResponse:
    """The first visit creates the administrator."""
    try:
        queries.find_invitation(token=token, kind="setup")
    except NotFound:
        return _dead_link(request)
    form = SetupForm(given(request))

    def accept() -> Any:
        given = form.cleaned_data
        return actions.accept_setup(
            token=token,
            name=given["name"],
            email=given["email"],
            password=given["password1"],
            is_head=given["is_head"],
        )

    return _let_in(request, form, accept) or render(request, "access/setup.html", {"form": form})


@sensitive_post_parameters("password1", "password2")
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, token: str) -> HttpResponse:
    """An invited person chooses a password and is in."""
    try:
        invitation = queries.find_invitation(token=token, kind="join")
    except NotFound:
        return _dead_link(request)
    if request.user.is_authenticated:
        return render(request, "access/join_signed_in.html", {"email": invitation.email})
    form = JoinForm(given(request), initial={"name": invitation.name}, email=invitation.email)

    def accept() -> Any:
        return actions.accept_invitation(
            token=token, name=form.cleaned_data["name"], password=form.cleaned_data["password1"]
        )

    roles = queries.roles_in_words([(role, department) for role, department in invitation.roles])
    context = {"form": form, "email": invitation.email, "roles": roles}
    return _let_in(request, form, accept) or render(request, "access/join.html", context)


@require_http_methods(["GET", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    """Make an invitation; its link is shown once, on the page that answers."""
    actor = actor_of(request)
    form = InviteForm(given(request), choices=queries.grant_choices(actor=actor))
    if request.method == "POST" and form.is_valid():
        try:
            invitation, token = actions.invite(
                actor=actor, name=form.cleaned_data["name"], email=form.cleaned_data["email"], grants=form.grants()
            )
        except Invalid as error:
            add_errors(form, error)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            link = request.build_absolute_uri(reverse("access:join", args=[token]))
            return render(request, "access/invited.html", {"invitation": invitation, "link": link})
    return render(request, "access/invite.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
def revoke(request: HttpRequest, invitation_id: int) -> HttpResponse:
    """Make an open invitation void."""
    return attempt(
        request,
        lambda: actions.revoke_invitation(actor=actor_of(request), invitation_id=invitation_id),
        done=_("The invitation is void. Its link no longer works."),
        onward=reverse("access:people"),
    )


def _let_in(request: HttpRequest, form: Any, accept: Callable[[], Any]) -> HttpResponse | None:
    """Create the account and sign in; None when the form has to be shown (again)."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        user = accept()
    except NotFound:
        return _dead_link(request)
    except Invalid as error:
        add_errors(form, error)
        return None
    response: HttpResponse = perform_login(request, user)
    return response


def _dead_link(request: HttpRequest) -> HttpResponse:
    """One answer for links that were used, revoked, have expired or never were."""
    return render(request, "access/dead_link.html", status=404)
