"""A form brought as a file: looked at row by row, and kept as a draft after a yes."""

from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from opora.access.rules import Actor
from opora.common.errors import Conflict, Invalid, NotFound
from opora.instruments import actions, queries
from opora.instruments.queries import Draft
from opora.instruments.rules import RowTold, form_problems
from opora.instruments.rules import editing as rules
from opora.instruments.rules.xlsform import ASSUMED, KEPT, LEFT
from opora.web.instruments.brought import Brought, look_at, taken
from opora.web.instruments.draft_page import changes_of, home, words_of
from opora.web.shell.asking import actor_of, given
from opora.web.shell.forms import tell_invalid
from opora.web.shell.intentions import once
from opora.web.shell.next_version import ChangeLine

ACCEPTED = ".toml,.zip,.xlsx,.xls,.ods"


class BringForm(forms.Form):
    """The file."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPTED}),
        help_text=gettext_lazy("A form as TOML, a practice folder as .zip, or an XLSForm workbook (.xlsx)."),
    )


@dataclass(frozen=True, slots=True)
class Look:
    """A form of the file as it would be kept: how it is called, what is new, what becomes of the rows."""

    brought: Brought
    title: str
    code: str
    items: int
    sections: int
    answers: str
    base: int
    is_busy: bool
    to_mend: int
    changes: list[ChangeLine]
    left: list[tuple[RowTold, str]]
    assumed: list[tuple[RowTold, str]]
    kept: list[tuple[RowTold, str]]


def bring(request: HttpRequest) -> HttpResponse:
    """Choose a file and look at what is in it; nothing is kept yet."""
    form = BringForm(given(request), request.FILES or None)
    actor = actor_of(request)
    looks: list[Look] = []
    if form.is_valid():
        file = form.cleaned_data["file"]
        codes = {one.code for one in queries.open_drafts(actor=actor)} | queries.published_codes()
        try:
            looks = [_look(actor, one) for one in look_at(file.name, file.read(), rules.free_code(codes))]
        except Invalid as refusal:
            tell_invalid(form, refusal)
    status = 422 if form.is_bound and form.errors else 200
    context = {"form": form, "looks": looks, "back": reverse("instruments:list")}
    return render(request, "instruments/bring.html", context, status=status)


@require_POST
def bring_in(request: HttpRequest) -> HttpResponse:
    """What was looked at becomes a draft."""
    actor = actor_of(request)
    try:
        form = taken(request.POST.get("held", ""))
    except Invalid as refusal:
        raise Conflict(str(refusal.fields[""])) from refusal
    return once(
        request,
        lambda: actions.bring_form(actor=actor, form=form),
        done=_("The form is a draft now. Look it through, try it out, publish it."),
        to=lambda made: home(made.code),
    )


def _look(actor: Actor, brought: Brought) -> Look:
    form = brought.form or {}
    code = str(form.get("code", ""))
    try:
        base = queries.versions_of(actor=actor, code=code)[0]
    except NotFound:
        base = None
    busy = any(one.code == code for one in queries.open_drafts(actor=actor))
    published = queries.published_definitions(code=code)
    if base is not None and form:
        form = {**form, "version": base.number + 1}
    draft = Draft(code, 1, base, form, "", base.published_at) if base is not None and form else None
    told = {state: [(one, _said(one)) for one in brought.told if one.state == state] for state in (LEFT, ASSUMED, KEPT)}
    return Look(
        brought=brought,
        title=words_of(form) or brought.name,
        code=code,
        items=sum(1 for _one in rules.items_of(form)),
        sections=len(rules.sections_of(form)),
        answers=" · ".join(words_of(one, "label") for one in rules.levels_of(form)),
        base=base.number if base is not None else 0,
        is_busy=busy,
        to_mend=sum(one.must for one in form_problems(form, published)) if form else 0,
        changes=changes_of(draft) if draft is not None else [],
        left=told[LEFT],
        assumed=told[ASSUMED],
        kept=told[KEPT],
    )


def _said(told: RowTold) -> str:
    return gettext(told.sentence) % told.data
