"""The kinds of records of a stay that are put right or taken back: where each is read and what its page asks."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy, pgettext_lazy

from opora.access.rules import Actor
from opora.common.dates import show_day, today
from opora.stays import actions, queries
from opora.stays.queries import told
from opora.web.shell.asking import given
from opora.web.stays.forms.leaving import DepartForm, ExitDayForm, IssueForm
from opora.web.stays.forms.mending import CorrectAwayForm, CorrectExtensionForm, with_why

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
