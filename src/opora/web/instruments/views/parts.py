"""The head, the answers and the sections of a draft."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from opora.common.errors import NotFound
from opora.common.next_version import PartGone
from opora.common.seen import mark_of
from opora.instruments import actions, queries
from opora.instruments.rules import Form
from opora.instruments.rules import editing as rules
from opora.web.instruments.draft_page import around, draft_of, faults_of, home, words_of
from opora.web.instruments.forms import (
    HeadForm,
    LevelForm,
    ScaleForm,
    SectionForm,
    both,
    head_initial,
    level_initial,
)
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.intentions import once
from opora.web.shell.next_version import way_asked
from opora.web.shell.once_more import asked_once_more


def _now(request: HttpRequest, code: str) -> Form:
    return queries.open_draft(actor=actor_of(request), code=code).form


def change_head(request: HttpRequest, code: str) -> HttpResponse:
    """How the form is called, what it is for, how it is counted."""
    draft, actor = draft_of(request, code), actor_of(request)
    form = HeadForm(given(request), initial=head_initial(draft.form))
    if draft.base is not None:
        form.fields["scoring"].disabled = True
        form.fields["scoring"].help_text = _("It stays: otherwise figures of two versions could not be compared.")
    return form_page(
        request,
        form,
        lambda typed: actions.put_head(actor=actor, code=code, head=form.typed(), seen=typed["revision"]),
        template="instruments/part.html",
        done=_("Saved in the draft."),
        back=home(code),
        context={**around(draft), "heading": _("The form as a whole"), **faults_of(draft, "head")},
        renew=lambda: mark_of(rules.head_of(_now(request, code))),
    )


def change_scale(request: HttpRequest, code: str) -> HttpResponse:
    """From which answer on a side is weak, and from which critical."""
    draft, actor = draft_of(request, code), actor_of(request)
    scale = draft.form.get("scale", {})
    levels = [(one["value"], words_of(one, "label")) for one in rules.levels_of(draft.form)]
    initial = {"revision": mark_of(scale), **{name: scale.get(name) for name in ("weak_from", "critical_from")}}
    form = ScaleForm(given(request), initial=initial, levels=levels)
    if draft.base is not None:
        for field in form.fields.values():
            field.disabled = True
            field.help_text = _("It stays: otherwise figures of two versions could not be compared.")
    return form_page(
        request,
        form,
        lambda typed: actions.put_scale(
            actor=actor,
            code=code,
            weak_from=typed["weak_from"],
            critical_from=typed["critical_from"],
            seen=typed["revision"],
        ),
        template="instruments/part.html",
        done=_("Saved in the draft."),
        back=home(code),
        context={**around(draft), "heading": _("When a side is weak"), **faults_of(draft, "scale")},
        renew=lambda: mark_of(_now(request, code).get("scale")),
    )


def add_level(request: HttpRequest, code: str) -> HttpResponse:
    """One more answer, after the others."""
    draft, actor = draft_of(request, code), actor_of(request)
    form = LevelForm(given(request))
    return form_page(
        request,
        form,
        lambda _typed: actions.put_level(actor=actor, code=code, value=None, words=form.typed(), seen=None),
        template="instruments/part.html",
        done=_("The answer stands in the draft, last and worst. Move it if it is better."),
        back=home(code),
        context={**around(draft), "heading": _("New answer")},
    )


def change_level(request: HttpRequest, code: str, value: int) -> HttpResponse:
    """An answer of the scale in other words; its place among the others."""
    draft, actor = draft_of(request, code), actor_of(request)
    level = rules.level_of(draft.form, value)
    if level is None:
        raise PartGone
    form = LevelForm(given(request), initial=level_initial(level))
    place = [one["value"] for one in rules.levels_of(draft.form)].index(value)
    context = {
        **around(draft),
        "heading": words_of(level, "label"),
        "now": words_of(level, "label"),
        **faults_of(draft, "level", str(value)),
    }
    if draft.base is None:
        context |= {
            "shift": reverse("instruments:shift_level", args=[code, value]),
            "remove": reverse("instruments:remove_level", args=[code, value]),
            "remove_words": _("Remove the answer"),
            "is_first": place == 0,
            "is_last": place == len(rules.levels_of(draft.form)) - 1,
            "better": True,
        }
    return form_page(
        request,
        form,
        lambda typed: actions.put_level(
            actor=actor, code=code, value=value, words=form.typed(), seen=typed["revision"]
        ),
        template="instruments/part.html",
        done=_("Saved in the draft."),
        back=home(code),
        context=context,
        renew=lambda: mark_of(rules.level_of(_now(request, code), value)),
    )


def remove_level(request: HttpRequest, code: str, value: int) -> HttpResponse:
    """Asked once more: descriptions of this answer go with it."""
    draft = draft_of(request, code)
    level = rules.level_of(draft.form, value)
    if level is None:
        raise NotFound
    state = mark_of(level)
    return asked_once_more(
        request,
        lambda: actions.drop_level(actor=actor_of(request), code=code, value=value, seen=state),
        title=_("Remove the answer"),
        text=_("“%(text)s” leaves the scale, and what items say of it.") % {"text": words_of(level, "label")},
        button=pgettext("form", "Remove"),
        done=_("The answer is removed from the draft."),
        to=home(code),
        cancel=reverse("instruments:level", args=[code, value]),
        state=state,
    )


@require_POST
def shift_level(request: HttpRequest, code: str, value: int) -> HttpResponse:
    """Better or worse by one."""
    by, actor = way_asked(request), actor_of(request)
    return once(
        request,
        lambda: actions.shift_level(actor=actor, code=code, value=value, by=by),
        done="",
        to=home(code) + "#scale",
    )


def add_section(request: HttpRequest, code: str) -> HttpResponse:
    """A new section at the end."""
    draft, actor = draft_of(request, code), actor_of(request)
    form = SectionForm(given(request))
    return form_page(
        request,
        form,
        lambda _typed: actions.put_section(actor=actor, code=code, section=form.typed(), seen=None),
        template="instruments/part.html",
        done=_("The section stands in the draft. Add items to it."),
        back=home(code),
        to=lambda made: f"{home(code)}#s-{made}",
        context={**around(draft), "heading": _("New section")},
    )


def change_section(request: HttpRequest, code: str, section: str) -> HttpResponse:
    """A section called otherwise; its place among the others."""
    draft, actor = draft_of(request, code), actor_of(request)
    found = rules.section_of(draft.form, section)
    if found is None:
        raise PartGone
    place = [one["code"] for one in rules.sections_of(draft.form)].index(section)
    form = SectionForm(given(request), initial={"revision": _mark(found), **both(found, "title")})
    context = {
        **around(draft),
        "heading": f"{section}. {words_of(found)}",
        "now": words_of(found),
        "shift": reverse("instruments:shift_section", args=[code, section]),
        "remove": reverse("instruments:remove_section", args=[code, section]),
        "remove_words": _("Remove the section"),
        "is_first": place == 0,
        "is_last": place == len(rules.sections_of(draft.form)) - 1,
        **faults_of(draft, "section", section),
    }
    return form_page(
        request,
        form,
        lambda typed: actions.put_section(actor=actor, code=code, section=form.typed(section), seen=typed["revision"]),
        template="instruments/part.html",
        done=_("Saved in the draft."),
        back=home(code),
        context=context,
        renew=lambda: _mark(rules.section_of(_now(request, code), section)),
    )


def _mark(section: Form | None) -> int:
    return mark_of(None if section is None else section.get("title", {}))


def remove_section(request: HttpRequest, code: str, section: str) -> HttpResponse:
    """Asked once more: with a section its items go."""
    draft = draft_of(request, code)
    found = rules.section_of(draft.form, section)
    if found is None:
        raise NotFound
    return asked_once_more(
        request,
        lambda: actions.drop_section(actor=actor_of(request), code=code, section=section),
        title=_("Remove the section"),
        text=_("“%(text)s” leaves the draft, with its items. What is published keeps them.")
        % {"text": words_of(found)},
        button=pgettext("form", "Remove"),
        done=_("The section is removed from the draft."),
        to=home(code),
        cancel=reverse("instruments:section", args=[code, section]),
        state=mark_of(found),
    )


@require_POST
def shift_section(request: HttpRequest, code: str, section: str) -> HttpResponse:
    """Earlier or later among the sections."""
    by, actor = way_asked(request), actor_of(request)
    return once(
        request,
        lambda: actions.shift_section(actor=actor, code=code, section=section, by=by),
        done="",
        to=f"{home(code)}#s-{section}",
    )
