"""What changes during a stay: longer, another bed, a night away, one more, one less."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from opora.common.dates import today
from opora.common.errors import NotFound
from opora.families.actions import name_people
from opora.families.queries import NamedFamily
from opora.stays import actions, queries
from opora.stays.queries import AdmissionFile
from opora.web.shell.asking import actor_of, given
from opora.web.shell.form_page import form_page
from opora.web.stays.forms.beds import EXTRA, SHARED
from opora.web.stays.forms.during import AskForm, AwayForm, DecideForm, JoinForm, LeavesForm, MoveForm


def _living(request: HttpRequest, admission_id: int) -> tuple[AdmissionFile, NamedFamily]:
    """A stay that goes on, with its people by name, for whoever may change it; for all others there is no such page."""
    actor, on = actor_of(request), today()
    file = queries.file_of_admission(actor=actor, admission_id=admission_id, on=on)
    if not file.lives_here or not (file.may_change or file.may_decide):
        raise NotFound
    return file, name_people(actor=actor, family_id=file.case.family_id, case_id=file.case.pk, on=on)


def _page(
    request: HttpRequest,
    file: AdmissionFile,
    named: NamedFamily,
    form: forms.Form,
    act: Callable[[dict[str, Any]], Any],
    *,
    template: str,
    done: object,
    places: dict[str, str] | None = None,
    **context: Any,
) -> HttpResponse:
    return form_page(
        request,
        form,
        act,
        template=template,
        done=done,
        back=reverse("stays:admission", args=[file.admission.pk]),
        places=places,
        about={"case_id": file.case.pk},
        context={"file": file, "case": file.case, "title": named.title(file.case.client_id), **context},
    )


def ask(request: HttpRequest, admission_id: int) -> HttpResponse:
    """Ask for a longer stay; whoever decides agrees at once."""
    file, named = _living(request, admission_id)
    act = actions.extend_at_once if file.may_decide else actions.ask_extension
    return _page(
        request,
        file,
        named,
        AskForm(given(request)),
        lambda typed: act(actor=actor_of(request), admission_id=admission_id, on=today(), **typed),
        template="stays/ask.html",
        done=_("The stay is longer now.") if file.may_decide else _("Asked. The head or the coordinator will answer."),
    )


def decide(request: HttpRequest, admission_id: int) -> HttpResponse:
    """Say yes or no to a longer stay."""
    file, named = _living(request, admission_id)
    if file.asked is None or not file.may_decide:
        raise NotFound
    return _page(
        request,
        file,
        named,
        DecideForm(given(request)),
        lambda typed: actions.decide_extension(
            actor=actor_of(request),
            admission_id=admission_id,
            agrees=typed["answer"] == "yes",
            refusal=typed["refusal"],
            on=today(),
        ),
        template="stays/decide.html",
        done=_("Your decision is recorded."),
        ask=file.asked,
    )


def move(request: HttpRequest, admission_id: int) -> HttpResponse:
    """Other beds, perhaps in another room; the stay goes on."""
    file, named = _living(request, admission_id)
    mine = [line.use for line in file.lodgers if line.use is not None]
    beds = queries.free_beds(
        file.admission.shelter_id, from_on=today(), until=file.until, besides=[use.pk for use in mine]
    )
    labels = named.called()
    now = {
        line.lodger.person_id: SHARED
        if line.use is None
        else EXTRA
        if line.use.bed_id is None
        else str(line.use.bed_id)
        for line in file.lodgers
    }
    form = MoveForm(
        given(request),
        people=[(line.lodger.person_id, labels.get(line.lodger.person_id, line.code)) for line in file.lodgers],
        beds=beds,
        proposed=now,
        initial={"on": today()},
    )
    return _page(
        request,
        file,
        named,
        form,
        lambda typed: actions.move(
            actor=actor_of(request),
            admission_id=admission_id,
            berths=form.berths(),
            over_capacity=typed["over_capacity"],
            on=typed["on"],
        ),
        template="stays/move.html",
        done=_("The family sleeps there from this night on."),
        places=form.places,
    )


def join(request: HttpRequest, admission_id: int) -> HttpResponse:
    """A child was born, or somebody of the family came later."""
    file, named = _living(request, admission_id)
    here = {line.lodger.person_id for line in file.lodgers}
    others = [(one.person_id, one.label) for one in named.present if one.person_id not in here]
    beds = queries.free_beds(file.admission.shelter_id, from_on=today(), until=file.until)
    form = JoinForm(given(request), people=others, beds=beds, initial={"on": today()})

    def act(typed: dict[str, Any]) -> None:
        for berth in form.berths():
            actions.add_lodger(
                actor=actor_of(request),
                admission_id=admission_id,
                berth=berth,
                was_born=typed["was_born"],
                over_capacity=typed["over_capacity"],
                on=typed["on"],
            )

    return _page(
        request,
        file,
        named,
        form,
        act,
        template="stays/join.html",
        done=_("Recorded who lives here now."),
        places=form.places,
        others=others,
    )


def away(request: HttpRequest, admission_id: int) -> HttpResponse:
    """Somebody sleeps elsewhere and keeps the bed."""
    file, named = _living(request, admission_id)
    called = named.called()
    people = [(line.lodger.pk, called.get(line.lodger.person_id, line.code)) for line in file.lodgers]
    form = AwayForm(given(request), people=people, initial={"from_on": today()})
    return _page(
        request,
        file,
        named,
        form,
        lambda typed: actions.note_away(actor=actor_of(request), admission_id=admission_id, on=today(), **typed),
        template="stays/away.html",
        done=_("Noted. The bed stays taken."),
    )


def one_leaves(request: HttpRequest, admission_id: int, lodger_id: int) -> HttpResponse:
    """One of the family leaves while the others stay."""
    file, named = _living(request, admission_id)
    line = next((one for one in file.lodgers if one.lodger.pk == lodger_id), None)
    if line is None:
        raise NotFound
    return _page(
        request,
        file,
        named,
        LeavesForm(given(request), initial={"on": today()}),
        lambda typed: actions.take_leave(
            actor=actor_of(request), admission_id=admission_id, lodger_id=lodger_id, on=typed["on"]
        ),
        template="stays/leaves.html",
        done=_("Recorded. The others stay."),
        who=named.called().get(line.lodger.person_id, line.code),
    )
