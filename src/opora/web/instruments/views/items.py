"""Items of a draft: added, changed, moved, removed."""

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
from opora.instruments import actions, queries
from opora.instruments.queries import Draft, definition_of, published_definitions
from opora.instruments.rules import editing as rules
from opora.web.instruments.draft_page import around, draft_of, faults_of, home, words_of
from opora.web.instruments.forms import ItemForm, item_initial
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.intentions import once
from opora.web.shell.next_version import way_asked
from opora.web.shell.once_more import asked_once_more


def add_item(request: HttpRequest, code: str, section: str) -> HttpResponse:
    """A new item, last in its section."""
    draft, actor = draft_of(request, code), actor_of(request)
    found = rules.section_of(draft.form, section)
    if found is None:
        raise PartGone
    form = _form(request, draft, {"section": section, "level": "family"}, is_published=False)
    return form_page(
        request,
        form,
        lambda typed: actions.put_item(
            actor=actor, code=code, section=typed.get("section", section), item=form.typed(None), seen=None
        ),
        template="instruments/item.html",
        done=_("The item stands in the draft."),
        back=home(code),
        to=lambda made: f"{home(code)}#i-{made}",
        context={**around(draft), "heading": _("New item"), "in_section": f"{section}. {words_of(found)}"},
    )


def change_item(request: HttpRequest, code: str, item: str) -> HttpResponse:
    """An item of the draft: its wording, whom it rates, its help; its place in the section."""
    draft, actor = draft_of(request, code), actor_of(request)
    found = rules.item_of(draft.form, item)
    if found is None:
        raise PartGone
    section = rules.section_holding(draft.form, item)
    is_published = draft.base is not None and item in definition_of(draft.base).by_code
    form = _form(request, draft, item_initial(found, section), is_published=is_published)
    return form_page(
        request,
        form,
        lambda typed: actions.put_item(
            actor=actor,
            code=code,
            section=typed.get("section", section),
            item=form.typed(found),
            seen=typed["revision"],
        ),
        template="instruments/item.html",
        done=_("Saved in the draft."),
        back=home(code),
        to=lambda made: f"{home(code)}#i-{made}",
        context=lambda: _context(request, code, item, is_published=is_published),
        renew=lambda: mark_of(rules.item_of(queries.open_draft(actor=actor, code=code).form, item)),
    )


def remove_item(request: HttpRequest, code: str, item: str) -> HttpResponse:
    """Asked once more; what was answered to the item stays where it is."""
    draft = draft_of(request, code)
    found = rules.item_of(draft.form, item)
    if found is None:
        raise NotFound
    state = mark_of(found)
    return asked_once_more(
        request,
        lambda: actions.drop_item(actor=actor_of(request), code=code, item=item, seen=state),
        title=_("Remove the item"),
        text=_("“%(text)s” leaves the draft. Answers given to it stay in the assessments made so far.")
        % {"text": words_of(found, "text")},
        button=pgettext("form", "Remove"),
        done=_("The item is removed from the draft."),
        to=home(code),
        cancel=reverse("instruments:item", args=[code, item]),
        state=state,
    )


@require_POST
def shift_item(request: HttpRequest, code: str, item: str) -> HttpResponse:
    """Up or down within the section."""
    by, actor = way_asked(request), actor_of(request)
    return once(
        request,
        lambda: actions.shift_item(actor=actor, code=code, item=item, by=by),
        done="",
        to=f"{home(code)}#i-{item}",
    )


def _form(request: HttpRequest, draft: Draft, initial: dict[str, Any], *, is_published: bool) -> ItemForm:
    here = {one["code"] for _section, one in rules.items_of(draft.form)}
    gone = {
        item.code: f"{item.code} {said(item.text)}"
        for version in published_definitions(code=draft.code)
        for item in version.items
        if item.code not in here
    }
    return ItemForm(
        given(request),
        initial=initial,
        answers=[words_of(one, "label") for one in rules.levels_of(draft.form)],
        sections=[(one["code"], f"{one['code']}. {words_of(one)}") for one in rules.sections_of(draft.form)],
        gone=list(gone.items()),
        is_published=is_published,
        rates_children=initial.get("level") == "child",
    )


def _context(request: HttpRequest, code: str, item: str, *, is_published: bool) -> dict[str, Any]:
    """The item as it is now, beside what is typed."""
    draft = draft_of(request, code)
    found = rules.item_of(draft.form, item)
    if found is None:
        return {**around(draft), "heading": item}
    section = rules.section_of(draft.form, rules.section_holding(draft.form, item)) or {}
    order = [one["code"] for one in section.get("item", [])]
    return {
        **around(draft),
        "heading": f"{item} {words_of(found, 'text')}",
        "now": words_of(found, "text"),
        "in_section": f"{section.get('code', '')}. {words_of(section)}",
        "is_published": is_published,
        "shift": reverse("instruments:shift_item", args=[code, item]),
        "remove": reverse("instruments:remove_item", args=[code, item]),
        "remove_words": _("Remove the item"),
        "is_first": order[:1] == [item],
        "is_last": order[-1:] == [item],
        **faults_of(draft, "item", item),
    }
