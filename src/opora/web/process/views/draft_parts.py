"""Parts of a draft of a process: added, changed, moved, removed."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from opora.common.errors import NotFound
from opora.common.next_version import PartGone
from opora.common.seen import mark_of
from opora.pathways import actions, queries
from opora.pathways.rules import editing as rules
from opora.web.process.editing.forms import FORMS
from opora.web.process.editing.page import address_of, around, draft_of, faults_of, home, words_of
from opora.web.process.editing.words import NEW
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.intentions import once
from opora.web.shell.next_version import way_asked
from opora.web.shell.once_more import asked_once_more


def add_part(request: HttpRequest, code: str, part: str) -> HttpResponse:
    """A new stage, exit, step, paper or role."""
    draft, actor = draft_of(request, code), actor_of(request)
    if part not in FORMS:
        raise NotFound
    form = FORMS[part](given(request), definition=draft.as_far)
    return form_page(
        request,
        form,
        lambda _typed: actions.put_part(actor=actor, code=code, part=part, name="", said=form.said(None), seen=None),
        template="process/draft_part.html",
        done=_("It stands in the draft."),
        back=home(code),
        # A decision has nothing yet that could be decided by.
        to=(lambda name: reverse("process:draft_table", args=[code, name])) if part == "table" else None,
        context={**around(draft), "heading": NEW[part]},
    )


def change_part(request: HttpRequest, code: str, part: str, which: str) -> HttpResponse:
    """A part of the draft in other words; its place among its kind."""
    draft, actor = draft_of(request, code), actor_of(request)
    found = rules.parts_of(draft.body, part).get(which) if part in FORMS else None
    if found is None:
        raise PartGone
    form = FORMS[part](given(request), definition=draft.as_far)
    form.initial = {"revision": mark_of(found), **form.begins(found)}
    order = list(rules.parts_of(draft.body, part))
    context = {
        **around(draft),
        "heading": words_of(found) or which,
        "now": words_of(found),
        **faults_of(draft, part, which),
        "shift": reverse("process:draft_shift", args=[code, part, which]),
        "remove": reverse("process:draft_remove", args=[code, part, which]),
        "remove_words": pgettext("process", "Remove from the draft"),
        "is_first": order[0] == which,
        "is_last": order[-1] == which,
    }
    return form_page(
        request,
        form,
        lambda typed: actions.put_part(
            actor=actor, code=code, part=part, name=which, said=form.said(found), seen=typed["revision"]
        ),
        template="process/draft_part.html",
        done=_("Saved in the draft."),
        back=address_of(code, "table", which) if part == "table" else home(code),
        context=context,
        renew=lambda: mark_of(rules.parts_of(queries.open_draft(actor=actor, code=code).body, part).get(which)),
    )


def remove_part(request: HttpRequest, code: str, part: str, which: str) -> HttpResponse:
    """Asked once more; what still names the part is told afterwards."""
    draft = draft_of(request, code)
    found = rules.parts_of(draft.body, part).get(which) if part in FORMS else None
    if found is None:
        raise NotFound
    return asked_once_more(
        request,
        lambda: actions.drop_part(actor=actor_of(request), code=code, part=part, name=which),
        title=pgettext("process", "Remove from the draft"),
        text=_("“%(text)s” leaves the draft. Families on their way keep the version they began with.")
        % {"text": words_of(found) or which},
        button=pgettext("process", "Remove"),
        done=_("It is removed from the draft."),
        to=home(code),
        cancel=reverse("process:draft_part", args=[code, part, which]),
        state=mark_of(found),
    )


@require_POST
def shift_part(request: HttpRequest, code: str, part: str, which: str) -> HttpResponse:
    """Earlier or later among its kind."""
    by, actor = way_asked(request), actor_of(request)
    if part not in FORMS:
        raise NotFound
    return once(
        request,
        lambda: actions.shift_part(actor=actor, code=code, part=part, name=which, by=by),
        done="",
        to=reverse("process:draft_part", args=[code, part, which]),
    )
