"""What stands around the boxes of a draft: its head, columns, bands, rows, marks, shared outcomes."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.decorators.http import require_POST

from opora.common.errors import NotFound
from opora.common.language import said
from opora.common.next_version import PartGone
from opora.common.seen import mark_of
from opora.logic import actions, queries
from opora.logic.queries import Draft, shared_concepts
from opora.logic.rules import find_part, head_of, is_in_use, parts_of
from opora.pathways.queries import definition_of, latest_versions
from opora.programs.queries import list_programs
from opora.web.logic.draft_page import around, called, draft_of, faults_of, home
from opora.web.logic.forms.parts import FORMS, HeadForm, PartForm
from opora.web.logic.naming import names_of
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.intentions import once
from opora.web.shell.next_version import way_asked
from opora.web.shell.once_more import asked_once_more

GROUPS = {
    "level": gettext_lazy("Columns"),
    "row": gettext_lazy("Rows"),
    "band": gettext_lazy("Bands beside rows"),
    "legend": gettext_lazy("Marks of the legend"),
    "concept": gettext_lazy("Shared outcomes of our own"),
}
NEW = {
    "level": gettext_lazy("New column"),
    "row": gettext_lazy("New row"),
    "band": gettext_lazy("New band"),
    "legend": gettext_lazy("New mark"),
    "concept": gettext_lazy("New shared outcome"),
}
LEADS = {
    "level": gettext_lazy("What stands in it says what the editor asks of its boxes."),
    "row": gettext_lazy("Boxes of one line of work stand in one row."),
    "band": gettext_lazy("Words that stand beside several rows at once. Which rows, each of them says."),
    "legend": gettext_lazy("A mark with its meaning. Which boxes bear it, each of them says."),
    "concept": gettext_lazy(
        "The same outcome may stand in several models in words of their own; it is counted as one. Other models keep "
        "the words with which they were published until their next version."
    ),
}


def groups_of(draft: Draft) -> list[tuple[str, Any, Any, list[tuple[str, str]]]]:
    """The parts of a draft kind by kind, with where each is changed; of outcomes those that are our own."""
    return [
        (
            part,
            title,
            NEW[part],
            [
                (called(one) or one.code, reverse("logic:part", args=[draft.code, part, one.code]))
                for one in parts_of(draft.model, part)
                if part != "concept" or one.code not in shared_concepts()
            ],
        )
        for part, title in GROUPS.items()
    ]


def change_head(request: HttpRequest, code: str) -> HttpResponse:
    """How the model is called, what it is about, which programs work by it."""
    draft, actor = draft_of(request, code), actor_of(request)
    model = draft.model
    form = HeadForm(
        given(request),
        programs=[(one.code, one.name) for one in list_programs(actor=actor)],
        processes=[(one.code, said(definition_of(one).title)) for one in latest_versions()],
        initial={
            "revision": mark_of(head_of(model, draft.programs)),
            **{f"title_{language}": getattr(model.title, language) for language in ("ru", "en")},
            **{f"about_{language}": getattr(model.about, language) for language in ("ru", "en")},
            "programs": list(draft.programs),
            "process": model.process,
        },
    )

    def mark() -> int:
        now = queries.open_draft(actor=actor, code=code)
        return mark_of(head_of(now.model, now.programs))

    return form_page(
        request,
        form,
        lambda typed: actions.put_head(
            actor=actor,
            code=code,
            title=form.title(),
            about=form.about(),
            process=typed["process"],
            programs=typed["programs"],
            seen=typed["revision"],
        ),
        template="logic/part.html",
        done=_("Saved in the draft."),
        back=home(code),
        context={**around(draft), "heading": _("The model as a whole"), **faults_of(draft, "model", code)},
        renew=mark,
    )


def add_part(request: HttpRequest, code: str, part: str) -> HttpResponse:
    """A new column, row, band, mark or outcome."""
    draft, actor = draft_of(request, code), actor_of(request)
    if part not in FORMS:
        raise NotFound
    form = _form(request, draft, part, None)
    return form_page(
        request,
        form,
        lambda _typed: actions.put_part(actor=actor, code=code, part=part, thing=form.typed(None), seen=None),
        template="logic/part.html",
        done=_("It stands in the draft."),
        back=home(code),
        context={**around(draft), "heading": NEW[part], "lead": LEADS[part]},
    )


def change_part(request: HttpRequest, code: str, part: str, which: str) -> HttpResponse:
    """A part of the draft in other words; its place among its kind; whether it can go."""
    draft, actor = draft_of(request, code), actor_of(request)
    found = _found(draft, part, which)
    form = _form(request, draft, part, found)
    order = [one.code for one in parts_of(draft.model, part)]
    context = {
        **around(draft),
        "heading": called(found) or which,
        "now": called(found),
        "lead": LEADS[part],
        "shift": reverse("logic:shift_part", args=[code, part, which]) if part != "concept" else "",
        "is_first": order[0] == which,
        "is_last": order[-1] == which,
        "sideways": part == "level",
        "remove": reverse("logic:remove_part", args=[code, part, which]),
        "remove_words": _("Remove from the draft"),
        "kept_words": _("Boxes use it: it can be removed once none does.")
        if is_in_use(draft.model, part, which)
        else "",
        **faults_of(draft, part, which),
    }
    return form_page(
        request,
        form,
        lambda typed: actions.put_part(
            actor=actor, code=code, part=part, thing=form.typed(found), seen=typed["revision"]
        ),
        template="logic/part.html",
        done=_("Saved in the draft."),
        back=home(code),
        context=context,
        renew=lambda: mark_of(find_part(queries.open_draft(actor=actor, code=code).model, part, which)),
    )


def remove_part(request: HttpRequest, code: str, part: str, which: str) -> HttpResponse:
    """Asked once more; where boxes stand in it, it stays."""
    found = _found(draft_of(request, code), part, which)
    state = mark_of(found)
    return asked_once_more(
        request,
        lambda: actions.drop_part(actor=actor_of(request), code=code, part=part, which=which, seen=state),
        title=_("Remove from the draft"),
        text=_("“%(text)s” leaves the draft. What is published keeps it.") % {"text": called(found) or which},
        button=pgettext("logic", "Remove"),
        done=_("It is removed from the draft."),
        to=home(code),
        cancel=reverse("logic:part", args=[code, part, which]),
        state=state,
    )


@require_POST
def shift_part(request: HttpRequest, code: str, part: str, which: str) -> HttpResponse:
    """One place earlier or later among its kind."""
    by, actor = way_asked(request), actor_of(request)
    if part not in FORMS:
        raise NotFound
    return once(
        request,
        lambda: actions.shift_part(actor=actor, code=code, part=part, which=which, by=by),
        done="",
        to=reverse("logic:part", args=[code, part, which]),
    )


def _form(request: HttpRequest, draft: Draft, part: str, found: Any) -> PartForm:
    """The form of a part; an outcome also asks what shows it."""
    form = FORMS[part]
    asked = {"named": names_of(actor_of(request), draft)} if part == "concept" else {}
    initial = form.begins(found) if found is not None else {}
    return form(given(request), initial=initial, model=draft.model, **asked)


def _found(draft: Draft, part: str, which: str) -> Any:
    """The part of the draft; an outcome that every organization shares is not changed here."""
    found = find_part(draft.model, part, which) if part in FORMS else None
    if found is None or (part == "concept" and which in shared_concepts()):
        raise PartGone
    return found
