"""Own fields as the organization keeps them: added, called otherwise, moved, ended, asked again."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from opora.common.dates import today
from opora.common.language import said
from opora.fields import actions, queries
from opora.fields.rules import OwnField
from opora.programs.role_words import role_word
from opora.web.fields.forms import FieldForm, field_initial
from opora.web.fields.words import ABOUTS, KINDS
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.intentions import once
from opora.web.shell.next_version import way_asked
from opora.web.shell.once_more import asked_once_more


@dataclass(frozen=True, slots=True)
class Row:
    """A field as a line of the list."""

    field: OwnField
    title: str
    kind: str
    choices: str
    roles: str


def list_fields(request: HttpRequest) -> HttpResponse:
    """All fields by whom they ask about, those asked no more apart."""
    found = queries.all_fields(actor=actor_of(request))
    groups = [
        (str(words), [_row(one) for one in found if one.about == about and one.ended_on is None])
        for about, words in ABOUTS.items()
    ]
    context = {
        "groups": [(title, rows) for title, rows in groups if rows],
        "ended": [_row(one) for one in found if one.ended_on is not None],
    }
    return render(request, "fields/list.html", context)


def _row(field: OwnField) -> Row:
    return Row(
        field,
        said(field.title),
        str(KINDS[field.kind]),
        ", ".join(said(one.title) for one in field.offered),
        ", ".join(str(role_word(None, role)) for role in sorted(field.roles)),
    )


def add(request: HttpRequest) -> HttpResponse:
    """A new field."""
    form = FieldForm(given(request), is_new=True, initial={"about": "family", "kind": "text"})
    actor = actor_of(request)
    return form_page(
        request,
        form,
        lambda typed: actions.add_field(
            actor=actor, about=typed["about"], kind=typed["kind"], on=today(), **form.words()
        ),
        template="fields/field.html",
        done=_("The field is asked from today on: on the page of the family, under «More»."),
        back=reverse("fields:list"),
        context={"heading": _("New field")},
    )


def change(request: HttpRequest, field_id: int) -> HttpResponse:
    """A field called otherwise; of whom and of what kind stays."""
    actor = actor_of(request)
    field = queries.get_field(actor=actor, field_id=field_id)
    initial = {"revision": actions.mark_of_field(field), **field_initial(field)}
    form = FieldForm(given(request), is_new=False, initial=initial)
    return form_page(
        request,
        form,
        lambda typed: actions.change_field(actor=actor, field_id=field_id, seen=typed["revision"], **form.words()),
        template="fields/field.html",
        done=_("Saved."),
        back=reverse("fields:list"),
        context={
            "heading": said(field.title),
            "field": field,
            "about": ABOUTS[field.about],
            "kind": KINDS[field.kind],
        },
        renew=lambda: actions.mark_of_field(queries.get_field(actor=actor, field_id=field_id)),
    )


def end(request: HttpRequest, field_id: int) -> HttpResponse:
    """Asked once more: the field is asked no more, what was answered stays."""
    actor = actor_of(request)
    field = queries.get_field(actor=actor, field_id=field_id)
    return asked_once_more(
        request,
        lambda: actions.end_field(actor=actor, field_id=field_id, on=today()),
        title=_("Ask it no more?"),
        text=_("“%(title)s” is not asked any more. What was answered stays readable, and you can ask it again.")
        % {"title": said(field.title)},
        button=pgettext("own field", "Ask no more"),
        done=_("The field is asked no more."),
        to=reverse("fields:list"),
        cancel=reverse("fields:field", args=[field_id]),
    )


@require_POST
def ask_again(request: HttpRequest, field_id: int) -> HttpResponse:
    """A field that was ended is asked again."""
    actor = actor_of(request)
    return once(
        request,
        lambda: actions.ask_again(actor=actor, field_id=field_id),
        done=_("The field is asked again."),
        to=reverse("fields:list"),
    )


@require_POST
def shift(request: HttpRequest, field_id: int) -> HttpResponse:
    """Earlier or later among those about the same."""
    by, actor = way_asked(request), actor_of(request)
    return once(
        request,
        lambda: actions.shift_field(actor=actor, field_id=field_id, by=by),
        done="",
        to=reverse("fields:list"),
    )
