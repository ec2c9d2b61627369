"""Assumptions of a draft: added, changed, removed."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.common.errors import NotFound
from opora.common.language import said
from opora.common.next_version import PartGone
from opora.common.seen import mark_of
from opora.logic import actions, queries
from opora.logic.rules import Assumption
from opora.web.logic.draft_page import around, draft_of, faults_of, find_assumption, home, stages_of
from opora.web.logic.forms.boxes import AssumptionForm, assumption_initial
from opora.web.logic.naming import names_of
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.once_more import asked_once_more


def add_assumption(request: HttpRequest, code: str) -> HttpResponse:
    """A new assumption."""
    return _assumption(request, code, None)


def change_assumption(request: HttpRequest, code: str, assumption: str) -> HttpResponse:
    """An assumption of the draft."""
    found = find_assumption(draft_of(request, code).model, assumption)
    if found is None:
        raise PartGone
    return _assumption(request, code, found)


def _assumption(request: HttpRequest, code: str, found: Assumption | None) -> HttpResponse:
    draft, actor = draft_of(request, code), actor_of(request)
    form = AssumptionForm(
        given(request),
        initial=assumption_initial(found) if found is not None else {},
        model=draft.model,
        named=names_of(actor, draft),
        stages=stages_of(draft),
    )

    def mark() -> int:
        model = queries.open_draft(actor=actor, code=code).model
        return mark_of(find_assumption(model, found.code if found is not None else ""))

    return form_page(
        request,
        form,
        lambda typed: actions.put_assumption(
            actor=actor, code=code, assumption=form.typed(found), seen=typed["revision"]
        ),
        template="logic/assumption.html",
        done=_("Saved in the draft."),
        back=home(code),
        context={
            **around(draft),
            "found": found,
            **(faults_of(draft, "assumption", found.code) if found is not None else {}),
        },
        renew=mark,
    )


def remove_assumption(request: HttpRequest, code: str, assumption: str) -> HttpResponse:
    """Asked once more."""
    found = find_assumption(draft_of(request, code).model, assumption)
    if found is None:
        raise NotFound
    return asked_once_more(
        request,
        lambda: actions.drop_assumption(actor=actor_of(request), code=code, assumption=assumption),
        title=_("Remove the assumption"),
        text=_("“%(text)s” leaves the draft. What is published keeps it.") % {"text": said(found.text)},
        button=pgettext("logic", "Remove"),
        done=_("The assumption is removed from the draft."),
        to=home(code),
        cancel=reverse("logic:assumption", args=[code, assumption]),
    )
