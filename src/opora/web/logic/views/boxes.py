"""Boxes of a draft and the arrows between them: added, changed, moved, connected, removed."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from opora.common.errors import NotFound
from opora.common.language import said
from opora.common.next_version import PartGone
from opora.common.seen import mark_of
from opora.logic import actions, queries, words
from opora.logic.rules import Arrow, LogicModel
from opora.web.logic.draft_page import around, draft_of, faults_of, home, named, offered
from opora.web.logic.forms.boxes import ArrowForm, BoxForm, NewArrowForm, arrow_initial, box_initial
from opora.web.logic.telling import maybe
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.intentions import once
from opora.web.shell.next_version import way_asked
from opora.web.shell.once_more import asked_once_more


def add_box(request: HttpRequest, code: str) -> HttpResponse:
    """A new box; column and row may be named in the address."""
    draft = draft_of(request, code)
    initial = {name: request.GET.get(name, "") for name in ("level", "row")}
    form = BoxForm(given(request), initial=initial, **offered(request, draft))
    return form_page(
        request,
        form,
        lambda _typed: actions.put_node(actor=actor_of(request), code=code, node=form.typed(None), seen=None),
        template="logic/box.html",
        done=_("The box stands in the draft. Connect it with what leads to it and where it leads."),
        back=home(code),
        to=lambda made: reverse("logic:box", args=[code, made.code]),
        context=around(draft),
    )


def change_box(request: HttpRequest, code: str, node: str) -> HttpResponse:
    """A box of the draft: its words, place, meaning, evidence; and its arrows."""
    draft = draft_of(request, code)
    found = draft.model.node(node)
    if found is None:
        raise PartGone
    form = BoxForm(given(request), initial=box_initial(found), **offered(request, draft))
    actor = actor_of(request)
    return form_page(
        request,
        form,
        lambda typed: actions.put_node(actor=actor, code=code, node=form.typed(found), seen=typed["revision"]),
        template="logic/box.html",
        done=_("Saved in the draft."),
        back=home(code),
        context=lambda: _box_context(request, code, node),
        renew=lambda: mark_of(queries.open_draft(actor=actor, code=code).model.node(node)),
    )


def remove_box(request: HttpRequest, code: str, node: str) -> HttpResponse:
    """Asked once more: with a box its arrows go."""
    draft = draft_of(request, code)
    found = draft.model.node(node)
    if found is None:
        raise NotFound
    state = mark_of(found)
    return asked_once_more(
        request,
        lambda: actions.drop_node(actor=actor_of(request), code=code, node=node, seen=state),
        title=_("Remove the box"),
        text=_("“%(text)s” leaves the draft, with its arrows. What is published keeps it.")
        % {"text": said(found.text)},
        button=pgettext("logic", "Remove"),
        done=_("The box is removed from the draft."),
        to=home(code),
        cancel=reverse("logic:box", args=[code, node]),
        state=state,
    )


@require_POST
def shift_box(request: HttpRequest, code: str, node: str) -> HttpResponse:
    """Up or down within the cell."""
    by, actor = way_asked(request), actor_of(request)
    return once(
        request,
        lambda: actions.shift_node(actor=actor, code=code, node=node, by=by),
        done="",
        to=reverse("logic:box", args=[code, node]),
    )


def connect(request: HttpRequest, code: str, node: str) -> HttpResponse:
    """An arrow from a box to another."""
    draft = draft_of(request, code)
    found = draft.model.node(node)
    if found is None:
        raise NotFound
    form = NewArrowForm(given(request), model=draft.model, node=found)
    return form_page(
        request,
        form,
        lambda _typed: actions.connect(actor=actor_of(request), code=code, arrow=form.typed()),
        template="logic/arrow.html",
        done=_("The arrow is drawn."),
        back=reverse("logic:box", args=[code, node]),
        context={
            **around(draft),
            "heading": _("New arrow"),
            "node": said(found.text),
            "button": _("Draw the arrow"),
        },
    )


def change_arrow(request: HttpRequest, code: str, node: str, end: str) -> HttpResponse:
    """What an arrow of the draft says; where it leads from and to is another arrow."""
    draft, actor = draft_of(request, code), actor_of(request)
    found = draft.model.arrow(node, end)
    if found is None:
        raise PartGone
    form = ArrowForm(given(request), initial=arrow_initial(found))
    return form_page(
        request,
        form,
        lambda typed: actions.change_arrow(actor=actor, code=code, arrow=form.said_of(found), seen=typed["revision"]),
        template="logic/arrow.html",
        done=_("Saved in the draft."),
        back=reverse("logic:box", args=[code, node]),
        context=lambda: _arrow_context(request, code, found),
        renew=lambda: mark_of(queries.open_draft(actor=actor, code=code).model.arrow(node, end)),
    )


def _arrow_context(request: HttpRequest, code: str, arrow: Arrow) -> Mapping[str, Any]:
    draft = draft_of(request, code)
    now = draft.model.arrow(*arrow.ends)
    return {
        **around(draft),
        "heading": pgettext("logic", "Arrow"),
        "node": named(draft.model, "arrow", " → ".join(arrow.ends)),
        "now": str(words.MEANING_WORDS.get(now.meaning, now.meaning)) if now is not None else "",
        "button": _("Save in the draft"),
    }


@require_POST
def disconnect(request: HttpRequest, code: str, node: str) -> HttpResponse:
    """An arrow of a box goes; which, says the form."""
    start, end = request.POST.get("start", ""), request.POST.get("end", "")
    return once(
        request,
        lambda: actions.disconnect(actor=actor_of(request), code=code, start=start, end=end),
        done=_("The arrow is removed."),
        to=reverse("logic:box", args=[code, node]),
    )


def _box_context(request: HttpRequest, code: str, node: str) -> Mapping[str, Any]:
    """The box as it is now, beside what is typed, with its arrows."""
    draft = draft_of(request, code)
    model = draft.model
    found = model.node(node)
    if found is None:
        return around(draft)
    concept = model.concept_of(found)
    cell = model.cell(found.row, found.level)
    return {
        **around(draft),
        "found": found,
        "now": said(found.text),
        "shift": reverse("logic:shift_box", args=[code, node]),
        "remove": reverse("logic:remove_box", args=[code, node]),
        "remove_words": _("Remove the box"),
        "said_by_concept": maybe(concept.definition) if concept is not None and not found.definition else "",
        "into": _arrows_of(model, [(one, one.start) for one in model.leading_to(node)]),
        "onward": _arrows_of(model, [(one, one.end) for one in model.leading_from(node)]),
        "is_first": cell[0].code == node,
        "is_last": cell[-1].code == node,
        **faults_of(draft, "node", node),
    }


def _arrows_of(model: LogicModel, arrows: list[tuple[Arrow, str]]) -> list[tuple[Arrow, str, str]]:
    """Arrows of a box with the words of the box at their other end, and what they say."""
    return [
        (one, said(other.text), str(words.MEANING_WORDS.get(one.meaning, one.meaning)))
        for one, end in arrows
        if (other := model.node(end)) is not None
    ]
