"""Looking for what families need: the list of what we asked for, one more, its answer, and taking it back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import show_day, today
from opora.goods import actions, queries
from opora.goods.queries import AppealLine
from opora.web.goods.forms.appealing import AppealAnswerForm, AppealForm, AppealVoidForm
from opora.web.goods.views.lists import donors_for
from opora.web.shell import sheets
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.shell.searching import holds, searched_below


def list_appeals(request: HttpRequest) -> HttpResponse:
    """What we asked for, those that wait first."""
    actor, on = actor_of(request), today()

    def read(text: str, part: slice) -> list[AppealLine]:
        if not text:
            return queries.list_appeals(actor=actor, on=on, part=part)
        # Whom we asked lies under lock: what is searched is opened first.
        every = queries.list_appeals(actor=actor, on=on, part=slice(0, sheets.MOST))
        return [line for line in every if holds(text, _says(line))][part]

    found = searched_below(request, read, label=_("What is looked for, what came of it"))
    if sheets.is_asked(request):
        return sheets.answer(
            request, name="appeals", title=_("What we asked for"), columns=_columns(), rows=found.every
        )
    return render(request, "goods/appeals.html", {"found": found, "lines": found.rows})


def _says(line: AppealLine) -> tuple[object, ...]:
    one = line.appeal
    return one.what, line.whom, one.get_way_display(), one.get_state_display(), show_day(one.asked_on)


def _columns() -> list[sheets.Column]:
    return [
        sheets.Column(_("What is looked for"), lambda line: line.appeal.what),
        sheets.Column(_("Whom we asked"), lambda line: line.whom),
        sheets.Column(_("How we asked"), lambda line: line.appeal.get_way_display()),
        sheets.Column(_("Asked on"), lambda line: line.appeal.asked_on, "day"),
        sheets.Column(_("What came of it"), lambda line: line.appeal.get_state_display()),
        sheets.Column(_("Answered on"), lambda line: line.appeal.answered_on, "day"),
        sheets.Column(_("Promised by"), lambda line: line.appeal.promised_by, "day"),
        sheets.Column(_("Voided"), lambda line: line.appeal.voided_on, "day"),
    ]


def add(request: HttpRequest) -> HttpResponse:
    """Write down whom we asked for what."""
    actor = actor_of(request)
    return form_page(
        request,
        AppealForm(given(request), donors=donors_for(actor)),
        lambda typed: actions.ask_for(actor=actor, today=today(), **typed),
        template="goods/form.html",
        done=_("Written down. Say what came of it when there is an answer."),
        back=reverse("goods:appeals"),
        context={"heading": _("We asked for goods or money"), "button": _("Write down")},
    )


def answer(request: HttpRequest, appeal_id: int) -> HttpResponse:
    """What came of it."""
    actor = actor_of(request)
    appeal = queries.get_appeal(actor=actor, appeal_id=appeal_id)
    now = {"state": appeal.state or "promised", "promised_by": appeal.promised_by}
    return form_page(
        request,
        AppealAnswerForm(given(request), initial={**now, "on": today()}),
        lambda typed: actions.answer_appeal(actor=actor, appeal_id=appeal_id, today=today(), **typed),
        template="goods/form.html",
        done=_("Recorded."),
        back=reverse("goods:appeals"),
        context={"heading": appeal.what, "button": _("Save")},
    )


def void(request: HttpRequest, appeal_id: int) -> HttpResponse:
    """Nobody was asked, or it stands twice."""
    actor = actor_of(request)
    appeal = queries.get_appeal(actor=actor, appeal_id=appeal_id)
    return form_page(
        request,
        AppealVoidForm(given(request)),
        lambda typed: actions.void_appeal(actor=actor, appeal_id=appeal_id, on=today(), **typed),
        template="goods/form.html",
        done=_("Voided. It counts nowhere any more and stays readable."),
        back=reverse("goods:appeals"),
        context={
            "heading": _("Void: %(what)s") % {"what": appeal.what},
            "above": _("It will count nowhere and stays readable, struck through."),
            "button": _("Void"),
            "is_alarm": True,
        },
    )
