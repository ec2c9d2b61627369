"""The way out: its preparation on one page, and the leaving."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET, require_POST

from opora.common.dates import show_day, today
from opora.common.errors import NotFound
from opora.stays import actions, queries
from opora.web.shell.asking import actor_of, given
from opora.web.shell.intentions import once
from opora.web.stays.forms.leaving import DepartForm, ExitDayForm, IssueForm, PreparationForm
from opora.web.stays.views.opening import Opened, open_changing, open_stay, stay_form


@require_GET
def show_exit(request: HttpRequest, admission_id: int) -> HttpResponse:
    """What is agreed, what is to be settled, how far the family is prepared."""
    opened = open_stay(request, admission_id)
    found = queries.exit_of(opened.file.admission, actor=actor_of(request), on=today())
    stay = opened.file.stay
    shown = {
        **opened.around,
        "leaving": found,
        "ahead": found.days_ahead(stay.left_on) if stay is not None else None,
        "may_settle": opened.file.may_note,
    }
    return render(request, "stays/exit.html", shown)


def agree(request: HttpRequest, admission_id: int) -> HttpResponse:
    """Agree the day of leaving."""
    opened = open_changing(request, admission_id)
    return stay_form(
        request,
        opened,
        ExitDayForm(given(request), initial={"exit_on": opened.file.until, "with_family": True}),
        lambda typed: actions.agree_exit(actor=actor_of(request), admission_id=admission_id, on=today(), **typed),
        question=_("The agreed day of leaving"),
        button=_("Save"),
        done=_("The day is agreed."),
        back="stays:exit",
    )


def add_issue(request: HttpRequest, admission_id: int) -> HttpResponse:
    """Write down what is to be settled."""
    opened = open_changing(request, admission_id)
    is_after = request.GET.get("after") == "1"
    return stay_form(
        request,
        opened,
        IssueForm(given(request), whose=queries.whose_offered(), initial={"is_after": is_after}),
        lambda typed: actions.add_issue(actor=actor_of(request), admission_id=admission_id, on=today(), **typed),
        question=_("A step after leaving") if is_after else _("To be settled before leaving"),
        button=pgettext("way", "Write down"),
        done=_("Written down."),
        back="stays:exit",
    )


@require_POST
def settle_issue(request: HttpRequest, issue_id: int) -> HttpResponse:
    """Settled, or open again."""
    return once(
        request,
        lambda: actions.settle_issue(actor=actor_of(request), issue_id=issue_id, on=today()),
        done=lambda issue: _("Settled.") if issue.settled_on else _("Open again."),
        to=lambda issue: reverse("stays:exit", args=[issue.admission_id]),
    )


def note_readiness(request: HttpRequest, admission_id: int) -> HttpResponse:
    """How the family is prepared, in mind, socially and for what comes then: on one sheet."""
    opened = open_changing(request, admission_id)
    lines = queries.exit_of(opened.file.admission, actor=actor_of(request), on=today()).readiness
    known: dict[str, Any] = {}
    for line in lines:
        if line.record is not None:
            known |= {f"done_{line.kind}": line.record.is_done, f"note_{line.kind}": line.record.note_text}
    form = PreparationForm(given(request), kinds=[(line.kind, line.label) for line in lines], initial=known)
    return stay_form(
        request,
        opened,
        form,
        lambda _typed: actions.note_preparation(
            actor=actor_of(request), admission_id=admission_id, told=form.told(), on=today()
        ),
        question=pgettext("leaving", "How the family is prepared"),
        button=_("Save"),
        done=_("Recorded."),
        back="stays:exit",
    )


def depart(request: HttpRequest, admission_id: int) -> HttpResponse:
    """The family leaves."""
    opened = open_stay(request, admission_id)
    found = queries.exit_of(opened.file.admission, actor=actor_of(request), on=today())
    left_on = opened.file.stay.left_on if opened.file.stay is not None else None
    if left_on is not None:
        return _tell(request, opened, is_told=found.departure is not None)
    if not opened.file.lives_here or not opened.file.may_change:
        raise NotFound
    left_open = found.open_issues
    warning = _("Not settled yet: %(n)s. The family can leave all the same.") % {"n": left_open} if left_open else ""
    return stay_form(
        request,
        opened,
        DepartForm(
            given(request),
            destinations=queries.destinations_offered(),
            children=queries.children_offered(),
            initial={"on": today()},
        ),
        lambda typed: actions.depart(actor=actor_of(request), admission_id=admission_id, **typed),
        question=_("The family leaves"),
        button=pgettext("way", "Record the leaving"),
        done=lambda made: _left(request, made.admission_id),
        back="stays:admission",
        help_text=warning,
    )


def _tell(request: HttpRequest, opened: Opened, *, is_told: bool) -> HttpResponse:
    """The stay is over and nobody has said where the family went: the case was closed, or it was written afterwards."""
    if is_told or not opened.file.may_tell:
        raise NotFound
    admission_id = opened.file.admission.pk
    return stay_form(
        request,
        opened,
        DepartForm(
            given(request),
            destinations=queries.destinations_offered(),
            children=queries.children_offered(),
            asks_day=False,
        ),
        lambda typed: actions.tell_departure(actor=actor_of(request), admission_id=admission_id, **typed),
        question=_("Where the family went"),
        button=_("Save"),
        done=_("It is recorded where the family went."),
        back="stays:exit",
    )


def _left(request: HttpRequest, admission_id: int) -> str:
    """What is said of it: the day of the look back, where this exit is the one it is counted from."""
    file = queries.file_of_admission(actor=actor_of(request), admission_id=admission_id, on=today())
    back = queries.exit_of(file.admission, actor=actor_of(request), on=today()).look_back
    if back is None:
        return _("The family has left. The work with it goes on.")
    return _("The family has left. The look back is planned for %(day)s.") % {"day": show_day(back.due_on)}
