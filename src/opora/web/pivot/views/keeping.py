"""Keeping a table under a name, changing what it is called and counts, putting it away and bringing it back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.common.dates import today
from opora.common.errors import NotFound
from opora.pivot import actions, policies, queries, words
from opora.pivot.rules import definition_from, problems_of
from opora.web.pivot.asking import asked, query_of
from opora.web.pivot.forms import KeepForm, SureForm
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.intentions import once


def keep_new(request: HttpRequest) -> HttpResponse:
    """The table of the address is kept under a name."""
    actor = actor_of(request)
    one = asked(request.GET, queries.fields_of_tables(actor=actor))
    if problems_of(one):
        raise NotFound
    may_share = policies.may_share(actor)
    return form_page(
        request,
        KeepForm(given(request), may_share=may_share, initial={"title": words.what(one)}),
        lambda typed: actions.keep_table(
            actor=actor, title=typed["title"], definition=one, is_shared=bool(typed.get("is_shared"))
        ),
        template="pivot/form.html",
        done=_("The table is kept."),
        back=f"{reverse('pivot:make')}?{query_of(one)}",
        to=lambda made: reverse("pivot:table", args=[made.pk]),
        context={"heading": _("Keep the table"), "lead": words.what(one), "button": _("Keep")},
    )


def keep_changed(request: HttpRequest, table_id: int) -> HttpResponse:
    """A kept table is called otherwise, or counts what the address names."""
    actor = actor_of(request)
    table = queries.find_table(actor=actor, table_id=table_id)
    policies.check_can_change(actor, table)
    own = queries.fields_of_tables(actor=actor)
    one = asked(request.GET, own) if "subject" in request.GET else definition_from(table.data, own)
    if problems_of(one):
        raise NotFound
    may_share = policies.may_share(actor)
    initial = {"title": table.title, "is_shared": table.is_shared, "revision": table.number}

    def change(typed: dict[str, Any]) -> Any:
        return actions.change_table(
            actor=actor,
            table_id=table_id,
            title=typed["title"],
            definition=one,
            is_shared=bool(typed["is_shared"]) if may_share else table.is_shared,
            seen=typed["revision"] or 0,
        )

    return form_page(
        request,
        KeepForm(given(request), may_share=may_share, initial=initial),
        change,
        template="pivot/form.html",
        done=_("The table is changed; its former version stays to be read."),
        back=reverse("pivot:table", args=[table_id]),
        renew=lambda: queries.find_table(actor=actor, table_id=table_id).number,
        context={"heading": _("Keep the changes"), "lead": words.what(one), "button": _("Keep the changes")},
    )


def put_away(request: HttpRequest, table_id: int) -> HttpResponse:
    """A table is wanted no more; it can be brought back."""
    actor = actor_of(request)
    table = queries.find_table(actor=actor, table_id=table_id)
    policies.check_can_change(actor, table)
    return form_page(
        request,
        SureForm(given(request)),
        lambda _typed: actions.put_away(actor=actor, table_id=table_id, on=today()),
        template="pivot/form.html",
        done=_("The table is put away. It can be brought back below."),
        back=reverse("pivot:table", args=[table_id]),
        to=lambda _made: reverse("pivot:list"),
        context={
            "heading": _("Put the table away?"),
            "lead": table.title,
            "button": _("Put it away"),
            "is_alarm": True,
        },
    )


@require_POST
def bring_back(request: HttpRequest, table_id: int) -> HttpResponse:
    """A table put away is there again."""
    actor = actor_of(request)
    return once(
        request,
        lambda: actions.bring_back(actor=actor, table_id=table_id),
        done=_("The table is there again."),
        to=lambda table: reverse("pivot:table", args=[table.pk]),
    )
