"""Notices of high risk, and the log of what was told outside."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.correspondence.queries.choices import KINDS
from opora.papers import actions
from opora.process import queries as process
from opora.web.papers.forms.telling import AnswerForm, NoticeForm
from opora.web.papers.views.recording import record, workable
from opora.web.shell.asking import actor_of, given

if TYPE_CHECKING:
    from opora.papers.models import Notice


def new_notice(request: HttpRequest, route_id: int) -> HttpResponse:
    """Record a notice that was sent."""
    actor = actor_of(request)
    route = workable(request, route_id)
    form = NoticeForm(given(request))

    def send(typed: dict[str, Any]) -> None:
        typed = {name: value for name, value in typed.items() if name != "at"}
        actions.send_notice(actor=actor, route_id=route.pk, sent_at=form.sent_at(), **typed)

    return record(
        request,
        form,
        send,
        route=route,
        template="papers/notice_new.html",
        done=_("The notice is recorded, the disclosure is written down."),
    )


def show_notice(request: HttpRequest, notice_id: int) -> HttpResponse:
    """A notice with its words, for print; and its answer when it comes."""
    actor = actor_of(request)
    notice, text = actions.read_notice(actor=actor, notice_id=notice_id)
    context = {"notice": notice, "text": text, "is_late": _is_late(notice)}
    if notice.answered_on is not None or not process.may_work(actor=actor, route=notice.route):
        return render(request, "papers/notice.html", {**context, "route": notice.route})
    return record(
        request,
        AnswerForm(given(request)),
        lambda typed: actions.answer_notice(actor=actor, notice_id=notice_id, **typed),
        route=notice.route,
        template="papers/notice.html",
        done=_("The answer is recorded."),
        context=context,
    )


def list_disclosures(request: HttpRequest, route_id: int) -> HttpResponse:
    """To whom what was told about this family, and on which ground."""
    actor = actor_of(request)
    route, log = actions.read_disclosures(actor=actor, route_id=route_id)
    words = {
        "notice": _("Notice of high risk"),
        "child_history": _("History of a child"),
    }
    words |= {f"letter_{kind}": str(title).capitalize() for kind, title in KINDS}
    rows = [(one, recipient, words.get(one.what, one.what)) for one, recipient in log]
    return render(request, "papers/disclosures.html", {"route": route, "rows": rows})


def _is_late(notice: "Notice") -> bool:
    return notice.answered_on is None and notice.answer_due_on is not None and notice.answer_due_on < today()
