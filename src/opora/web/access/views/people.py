"""Who works here: the list, one person, and what can be done with an account."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from opora.access import actions, queries
from opora.audit.sentences import named_in, sentence, who_did
from opora.common.dates import local
from opora.common.errors import Refused
from opora.duties.queries import count_left
from opora.web.access.forms import NameForm, RolesForm, add_errors
from opora.web.access.links import password_path
from opora.web.access.views.common import ask, attempt
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of, given, typed_in
from opora.web.shell.form_page import form_page
from opora.web.shell.middleware import say


@require_GET
def people(request: HttpRequest) -> HttpResponse:
    """Everybody with an account, open invitations, and what is asked at the door."""
    actor = actor_of(request)
    search, former = typed_in(request.GET, "q"), request.GET.get("state") == "former"
    people = queries.list_people(actor=actor, search=search, former=former)
    if sheets.is_asked(request):
        return sheets.answer(request, name="workers", title=str(_("People and roles")), columns=_columns(), rows=people)
    context = {
        "people": people,
        "search": search,
        "former": former,
        "invitations": queries.invitations_in_words(actor=actor),
        "policy": queries.second_factor_policy(),
        "policies": queries.second_factor_choices(),
    }
    return render(request, "access/people.html", context)


def _columns() -> list[sheets.Column]:
    """Who works here and as what; how somebody signs in stays here."""
    return [
        sheets.Column(_("Name"), lambda one: one.name),
        sheets.Column(_("E-mail"), lambda one: one.email),
        sheets.Column(_("Telephone"), lambda one: one.phone),
        sheets.Column(_("Roles"), lambda one: "; ".join(" ".join(_role(held)) for held in one.roles)),
        sheets.Column(_("Here since"), lambda one: local(one.joined_at).date(), "day"),
        sheets.Column(_("Access"), lambda one: _("open") if one.is_active else _("closed")),
    ]


def _role(held: queries.RoleHeld) -> tuple[str, ...]:
    return (str(held.label), f"({held.department})") if held.department else (str(held.label),)


@require_GET
def person(request: HttpRequest, user_id: int) -> HttpResponse:
    """One account: roles, state, history."""
    actor = actor_of(request)
    shown = queries.get_person(actor=actor, user_id=user_id)
    entries = queries.history_of(actor=actor, user_id=user_id)
    named = named_in(entry.data for entry in entries)
    context = {
        "person": shown,
        "is_self": actor.user_id == user_id,
        "history": [
            (entry.at, who_did(entry.actor_id, entry.actor_name), sentence(entry.verb, entry.data, named))
            for entry in entries
        ],
    }
    return render(request, "access/person.html", context)


@require_http_methods(["GET", "POST"])
def change_roles(request: HttpRequest, user_id: int) -> HttpResponse:
    """Give and take roles."""
    actor = actor_of(request)
    shown = queries.get_person(actor=actor, user_id=user_id)
    choices = queries.grant_choices(actor=actor, held=shown.grants)
    form = RolesForm(given(request), choices=choices, held=shown.grants)
    return form_page(
        request,
        form,
        lambda _typed: actions.change_roles(actor=actor, user_id=user_id, grants=form.grants()),
        template="access/change_roles.html",
        done=_("The roles are saved. They hold from the person's next page."),
        back=reverse("access:person", args=[user_id]),
        context={"person": shown},
        tell=lambda refusal: add_errors(form, refusal),
    )


@require_http_methods(["GET", "POST"])
def rename(request: HttpRequest, user_id: int) -> HttpResponse:
    """Correct a worker's name."""
    actor = actor_of(request)
    shown = queries.get_person(actor=actor, user_id=user_id)
    form = NameForm(given(request), initial={"name": shown.name, "phone": shown.phone})
    return form_page(
        request,
        form,
        lambda typed: actions.rename(actor=actor, user_id=user_id, **typed),
        template="access/rename.html",
        done=_("It is saved."),
        back=reverse("access:person", args=[user_id]),
        context={"person": shown},
    )


@require_http_methods(["GET", "POST"])
def deactivate(request: HttpRequest, user_id: int) -> HttpResponse:
    """Close somebody's access, after a question; while work hangs on the person, it is passed on first."""
    shown = queries.get_person(actor=actor_of(request), user_id=user_id)
    back = reverse("access:person", args=[user_id])
    if shown.is_active and (left := count_left(user_id=user_id)):
        sentence = ngettext(
            "Work still hangs on this person: %(count)s thing. Pass it on first, then close access.",
            "Work still hangs on this person: %(count)s things. Pass it on first, then close access.",
            left,
        )
        say(request, sentence % {"count": left}, good=False)
        return HttpResponseRedirect(reverse("duties:work", args=[user_id]))
    if request.method == "GET":
        return ask(
            request,
            title=_("Close access for %(name)s?") % {"name": shown.name},
            text=_("The person is signed out everywhere at once. What was done under this name stays on record."),
            button=_("Close access"),
            back=back,
        )
    return attempt(
        request,
        lambda: actions.deactivate(actor=actor_of(request), user_id=user_id),
        done=_("Access is closed."),
        onward=back,
    )


@require_POST
def reactivate(request: HttpRequest, user_id: int) -> HttpResponse:
    """Open somebody's access again."""
    return attempt(
        request,
        lambda: actions.reactivate(actor=actor_of(request), user_id=user_id),
        done=_("Access is open again, with the password and the roles as they were."),
        onward=reverse("access:person", args=[user_id]),
    )


@require_http_methods(["GET", "POST"])
def reset_second_factor(request: HttpRequest, user_id: int) -> HttpResponse:
    """Switch off a second factor somebody lost, after a question."""
    shown = queries.get_person(actor=actor_of(request), user_id=user_id)
    back = reverse("access:person", args=[user_id])
    if request.method == "GET":
        return ask(
            request,
            title=_("Switch off the second factor of %(name)s?") % {"name": shown.name},
            text=_("Make sure that it is this person who asks. After that the password alone opens the account."),
            button=_("Switch off"),
            back=back,
        )
    return attempt(
        request,
        lambda: actions.reset_second_factor(actor=actor_of(request), user_id=user_id),
        done=_("The second factor is off."),
        onward=back,
    )


@require_POST
def password_link(request: HttpRequest, user_id: int) -> HttpResponse:
    """A link for a new password, shown once, for handing over where mail does not work."""
    try:
        user = actions.record_password_link(actor=actor_of(request), user_id=user_id)
    except Refused as refusal:
        say(request, refusal, good=False)
        return HttpResponseRedirect(reverse("access:person", args=[user_id]))
    context = {"person": user, "link": request.build_absolute_uri(password_path(user))}
    return render(request, "access/password_link.html", context)


@require_POST
def decide_second_factor(request: HttpRequest) -> HttpResponse:
    """Who must have a second factor."""
    policy = request.POST.get("policy", "")
    if policy not in dict(queries.second_factor_choices()):
        say(request, _("Please choose one of the three answers."), good=False)
        return HttpResponseRedirect(reverse("access:people"))
    return attempt(
        request,
        lambda: actions.require_second_factor(actor=actor_of(request), policy=policy),
        done=_("Saved. People without a second factor are asked for it at their next page."),
        onward=reverse("access:people"),
    )
