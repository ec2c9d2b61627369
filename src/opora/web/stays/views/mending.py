"""Records of a stay put right or taken back, each kind on a page that asks what it was made of."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from opora.access.rules import Actor
from opora.common.dates import show_day, today
from opora.common.errors import NotFound
from opora.stays import actions, queries
from opora.stays.actions import Admitted
from opora.stays.queries import told
from opora.web.shell.asking import actor_of, given
from opora.web.stays.forms.beds import EXTRA, SHARED
from opora.web.stays.forms.leaving import DepartForm, ExitDayForm, IssueForm
from opora.web.stays.forms.mending import (
    CorrectAdmissionForm,
    CorrectAwayForm,
    CorrectExtensionForm,
    TakeBackForm,
    with_why,
)
from opora.web.stays.views.admitting import proposed_ways
from opora.web.stays.views.opening import Opened, open_stay, stay_form

Typed = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: how it is found, on which page it is read, how it is put right and taken back."""

    find: Callable[[Actor, int], Any]
    page: str
    question: Any
    void: Callable[[Actor, int, str], Any]
    take_back: Any
    told: Callable[[Any], str]
    form: Callable[[HttpRequest, Any], forms.Form] | None = None
    correct: Callable[[Actor, int, Typed], Any] | None = None
    stay: Callable[[Any], int] = lambda found: int(found.admission_id)


def correct_admission(request: HttpRequest, admission_id: int) -> HttpResponse:
    """The place, the day, the beds, who came or the reason of an admission are set right."""
    opened = open_stay(request, admission_id)
    admission = opened.file.admission
    centres = queries.list_shelters(actor=actor_of(request))
    asked = request.GET.get("place", "")
    shelter = next((one for one in centres if str(one.pk) == asked), admission.shelter)
    night = queries.first_night_of(admission, shelter_id=shelter.pk)
    if night is None:
        raise NotFound
    labels = opened.named.called()
    known = [pk for pk in night.berths if pk not in labels]
    people = [(one.person_id, one.label) for one in opened.named.present if one.person_id not in night.later]
    lodgers = [*(line.lodger for line in opened.file.lodgers), *opened.file.former]
    people += [(one.person_id, one.person.known_code) for one in lodgers if one.person_id in known]
    form = CorrectAdmissionForm(
        given(request),
        people=people,
        beds=night.beds,
        proposed=_proposed(opened, night, is_elsewhere=shelter != admission.shelter),
        reasons=queries.reasons_offered(),
        asks_until=night.asks_until,
        initial={
            "on": night.from_on,
            "planned_until": night.until,
            "reason": admission.reason,
            "reason_note": admission.reason_note_text,
            "over_capacity": admission.over_capacity_text,
        },
    )
    return stay_form(
        request,
        opened,
        form,
        lambda typed: actions.correct_admission(
            actor=actor_of(request),
            admission_id=admission_id,
            admitted=Admitted(
                from_on=typed["on"],
                planned_until=typed.get("planned_until"),
                berths=form.berths(),
                reason=typed["reason"],
                reason_note=typed["reason_note"],
                over_capacity=typed["over_capacity"],
                shelter_id=shelter.pk,
            ),
            why=typed["why"],
            on=today(),
        ),
        question=_("Correct the admission"),
        button=_("Save"),
        done=_("Corrected. The former words stay readable."),
        back="stays:admission",
        help_text=_("Where each slept on the first night. Later moves and who came later stay as they are."),
        places=form.places,
        template="stays/correct_admission.html",
        more={"centres": centres if len(centres) > 1 else (), "shelter": shelter},
    )


def _proposed(opened: Opened, night: queries.FirstNight, *, is_elsewhere: bool) -> dict[int, str]:
    """Where each slept; in another place, where those who came could have slept."""
    if not is_elsewhere:
        return {pk: _way(berth) for pk, berth in night.berths.items()}
    return proposed_ways([one for one in opened.named.present if one.person_id in night.berths], night.beds)


def _way(berth: Any) -> str:
    if berth.bed_id is not None:
        return str(berth.bed_id)
    return EXTRA if berth.is_extra else SHARED


def correct(request: HttpRequest, mended: str, mended_id: int) -> HttpResponse:
    """A record of a stay with what stands in it now; what stood there stays readable."""
    kind, found = _found(request, mended, mended_id)
    if kind.form is None or kind.correct is None:
        raise NotFound
    put_right, opened = kind.correct, open_stay(request, kind.stay(found))
    return stay_form(
        request,
        opened,
        kind.form(request, found),
        lambda typed: put_right(actor_of(request), mended_id, typed),
        question=kind.question,
        button=_("Save"),
        done=_("Corrected. The former words stay readable."),
        back=kind.page,
        more={"told": _whose(opened, found)},
    )


def _whose(opened: Opened, found: Any) -> str:
    """Of whom a record speaks, where it speaks of one of the family."""
    lodger = getattr(found, "lodger", None)
    return opened.named.called().get(lodger.person_id, lodger.person.known_code) if lodger is not None else ""


def void(request: HttpRequest, mended: str, mended_id: int) -> HttpResponse:
    """A record of a stay is taken back, with a reason."""
    kind, found = _found(request, mended, mended_id)
    opened = open_stay(request, kind.stay(found))
    return stay_form(
        request,
        opened,
        TakeBackForm(given(request)),
        lambda typed: kind.void(actor_of(request), mended_id, typed["reason"]),
        question=kind.take_back,
        button=_("Void"),
        done=_("Voided. It counts nowhere any more and stays readable."),
        back=kind.page,
        help_text=_("It will count nowhere and stays readable, struck through."),
        is_alarm=True,
        more={"told": kind.told(found)},
    )


def _found(request: HttpRequest, mended: str, mended_id: int) -> tuple[Kind, Any]:
    kind = KINDS.get(mended)
    if kind is None:
        raise NotFound
    return kind, kind.find(actor_of(request), mended_id)


def _away(request: HttpRequest, found: Any) -> forms.Form:
    now = {"from_on": found.from_on, "back_on": found.back_on, "note": found.note_text}
    return CorrectAwayForm(given(request), initial=now)


def _extension(request: HttpRequest, found: Any) -> forms.Form:
    return CorrectExtensionForm(given(request), initial={"until": found.until, "why": found.reason_text})


def _exit_day(request: HttpRequest, found: Any) -> forms.Form:
    now = {"exit_on": found.exit_on, "with_family": found.with_family}
    return with_why(ExitDayForm(given(request), initial=now))


def _issue(request: HttpRequest, found: Any) -> forms.Form:
    now = {"title": found.title_text, "whose": found.whose, "due_on": found.due_on, "is_after": found.is_after}
    return with_why(IssueForm(given(request), whose=queries.whose_offered(), initial=now))


def _departure(request: HttpRequest, found: Any) -> forms.Form:
    stay = found.admission.stay
    form = DepartForm(
        given(request),
        destinations=queries.destinations_offered(),
        children=queries.children_offered(),
        initial={
            "on": stay.left_on if stay is not None else None,
            "destination": found.destination,
            "children": found.children,
            "is_supported": {True: "yes", False: "no"}.get(found.is_supported, ""),
            "with_whom": found.with_whom_text,
            "note": found.note_text,
        },
    )
    return with_why(form)


def _left(actor: Actor, pk: int, typed: Typed) -> Any:
    told = {name: value for name, value in typed.items() if name != "on"}
    return actions.correct_departure(actor=actor, departure_id=pk, left_on=typed["on"], on=today(), **told)


KINDS: dict[str, Kind] = {
    "admission": Kind(
        find=lambda actor, pk: queries.any_admission_in_sight(actor=actor, admission_id=pk),
        stay=lambda found: int(found.pk),
        page="stays:admission",
        question=gettext_lazy("Correct the admission"),
        void=lambda actor, pk, why: actions.void_admission(actor=actor, admission_id=pk, reason=why, on=today()),
        take_back=gettext_lazy("The family never moved in"),
        told=told.told_admission,
    ),
    "away": Kind(
        find=lambda actor, pk: queries.away_in_sight(actor=actor, away_id=pk),
        stay=lambda found: int(found.lodger.admission_id),
        page="stays:admission",
        question=gettext_lazy("Correct the night away"),
        form=_away,
        correct=lambda actor, pk, typed: actions.correct_away(actor=actor, away_id=pk, on=today(), **typed),
        void=lambda actor, pk, why: actions.void_away(actor=actor, away_id=pk, reason=why, on=today()),
        take_back=gettext_lazy("Void the night away"),
        told=lambda found: f"{show_day(found.from_on)}; {told.told_away(found)}",
    ),
    "extension": Kind(
        find=lambda actor, pk: queries.ask_in_sight(actor=actor, ask_id=pk),
        page="stays:admission",
        question=gettext_lazy("Correct the longer stay"),
        form=_extension,
        correct=lambda actor, pk, typed: actions.correct_extension(actor=actor, ask_id=pk, on=today(), **typed),
        void=lambda actor, pk, why: actions.void_extension(actor=actor, ask_id=pk, reason=why, on=today()),
        take_back=gettext_lazy("Void the longer stay"),
        told=told.told_ask,
    ),
    "departure": Kind(
        find=lambda actor, pk: queries.departure_in_sight(actor=actor, departure_id=pk),
        page="stays:exit",
        question=gettext_lazy("Correct the leaving"),
        form=_departure,
        correct=_left,
        void=lambda actor, pk, why: actions.void_departure(actor=actor, departure_id=pk, reason=why, on=today()),
        take_back=gettext_lazy("The family has not left"),
        told=told.told_departure,
    ),
    "exit-day": Kind(
        find=lambda actor, pk: queries.exit_day_in_sight(actor=actor, exit_day_id=pk),
        page="stays:exit",
        question=gettext_lazy("Correct the agreed day"),
        form=_exit_day,
        correct=lambda actor, pk, typed: actions.correct_exit_day(actor=actor, exit_day_id=pk, on=today(), **typed),
        void=lambda actor, pk, why: actions.void_exit_day(actor=actor, exit_day_id=pk, reason=why, on=today()),
        take_back=gettext_lazy("Void the agreed day"),
        told=told.told_exit_day,
    ),
    "issue": Kind(
        find=lambda actor, pk: queries.issue_in_sight(actor=actor, issue_id=pk),
        page="stays:exit",
        question=gettext_lazy("Correct the question"),
        form=_issue,
        correct=lambda actor, pk, typed: actions.correct_issue(actor=actor, issue_id=pk, on=today(), **typed),
        void=lambda actor, pk, why: actions.void_issue(actor=actor, issue_id=pk, reason=why, on=today()),
        take_back=gettext_lazy("Void the question"),
        told=told.told_issue,
    ),
    "readiness": Kind(
        find=lambda actor, pk: queries.readiness_in_sight(actor=actor, readiness_id=pk),
        page="stays:exit",
        question=pgettext_lazy("leaving", "How the family is prepared"),
        void=lambda actor, pk, why: actions.void_readiness(actor=actor, readiness_id=pk, reason=why, on=today()),
        take_back=gettext_lazy("Void how the family was prepared"),
        told=told.told_readiness,
    ),
    "mark": Kind(
        find=lambda actor, pk: queries.mark_in_sight(actor=actor, mark_id=pk),
        page="stays:routine",
        question=gettext_lazy("How the day went"),
        void=lambda actor, pk, why: actions.void_mark(actor=actor, mark_id=pk, reason=why, on=today()),
        take_back=gettext_lazy("Void the mark of the day"),
        told=lambda found: f"{show_day(found.on)}: {told.told_mark(found)}",
    ),
    "level": Kind(
        find=lambda actor, pk: queries.level_in_sight(actor=actor, level_id=pk),
        stay=lambda found: int(found.line.admission_id),
        page="stays:skills",
        question=gettext_lazy("How the skills are mastered"),
        void=lambda actor, pk, why: actions.void_level(actor=actor, level_id=pk, reason=why, on=today()),
        take_back=gettext_lazy("Void how the skill was mastered"),
        told=lambda found: f"{told.told_level(found)}, {found.line.person.known_code}",
    ),
    "skill": Kind(
        find=lambda actor, pk: queries.skill_in_sight(actor=actor, line_id=pk),
        page="stays:skills",
        question=gettext_lazy("A skill to learn"),
        void=lambda actor, pk, why: actions.void_skill(actor=actor, line_id=pk, reason=why, on=today()),
        take_back=gettext_lazy("Take the skill out of the plan"),
        told=told.told_skill,
    ),
}
