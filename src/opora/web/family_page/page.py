"""Everything the page of a family shows, gathered from its rooms in few questions."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from opora.access.rules import Actor, Role, can
from opora.cases.queries import coming_of_age, homes_at
from opora.cases.rules.coming_of_age import ComingOfAge
from opora.common.dates import now
from opora.families.actions import name_people
from opora.families.queries import NamedFamily, placement_history
from opora.families.rules import PlacedPeriod, placement_on, to_dial
from opora.papers.queries import act_of, waiting_terms
from opora.plans.queries import WorkingPlan, working_plan
from opora.plans.queries.household import Relative
from opora.process import queries as paths
from opora.process.policies import is_blocked, within
from opora.programs.role_words import role_word
from opora.web.family_page.chores import chores_of
from opora.web.family_page.details import details_of
from opora.web.family_page.due import Due, due_said
from opora.web.family_page.forms_begun import begun_forms
from opora.web.family_page.help import help_of
from opora.web.family_page.life import life_of
from opora.web.family_page.next_step import next_step
from opora.web.family_page.papers import papers_of
from opora.web.family_page.people import address_of, first_phone, people_rows
from opora.web.family_page.plan import plan_rows
from opora.web.family_page.signal import signal_of
from opora.web.family_page.strip import strip_of
from opora.web.family_page.subject import Subject, subject_of
from opora.web.family_page.ties import ties_of
from opora.web.family_page.under_way import under_way
from opora.web.family_page.ways import coming_back
from opora.web.family_page.wellbeing import wellbeing_of
from opora.web.shell.family_place import called_at_home

if TYPE_CHECKING:
    from opora.cases.models import Case
    from opora.process.models import Route


def page_of(
    actor: Actor, *, route: "Route | None", case: "Case | None", on: date, with_signal: bool = False
) -> dict[str, Any]:
    """What the page shows of a path and a case already read for this person and noted in the journal.

    ``with_signal`` asks for what was told in the beginning though there is a case by now.
    """
    subject = subject_of(actor, route, case, on)
    family = name_people(
        actor=actor,
        family_id=subject.family_id,
        case_id=case.pk if case is not None else None,
        on=on,
        may_read=_reads_names(subject),
    )
    homes = _homes(family, on)
    rows = people_rows(family, homes)
    going = under_way(subject)
    plan = _plan(subject, family, homes)
    wellbeing = wellbeing_of(subject) if subject.case_id is not None else None
    found = subject.path
    begun = begun_forms(subject, plan, going)
    step = next_step(actor, found, begun=begun) if found is not None and not found.has_ended else None
    signal = signal_of(subject, is_asked=with_signal)
    return {
        "subject": subject,
        "route": route,
        "home": reverse("process:route", args=[route.pk]) if route is not None else "",
        "case": case,
        "file": subject.file,
        "path": found,
        "today": on,
        "due": due_said(route.due_on, on) if route is not None and route.due_on is not None else None,
        "follow_up": _follow_up(subject),
        "homes_then": _homes_then(subject, family),
        "apart": _apart(subject),
        "life": life_of(subject, family),
        "help": help_of(subject),
        "details": details_of(subject, family),
        "family": family,
        "title": family.title(case.client_id if case is not None else None),
        "code": _code(case, family),
        "rows": rows,
        "expected": family.expected,
        "ties": ties_of(actor, family),
        "call": first_phone(rows),
        "address": address_of(family),
        "labels": subject.program.labels,
        "leader": role_word(subject.program, Role.CASE_MANAGER),
        "risk": going.risk,
        "strip": strip_of(found) if found is not None else None,
        "step": step,
        "chores": chores_of(subject, going, plan, wellbeing, step, called_at_home(family)),
        "alarm": _alarm(found),
        "plan": plan,
        "goals": plan_rows(plan, on) if plan is not None else None,
        "wellbeing": wellbeing,
        "papers": papers_of(found, going.consents, step, family, on) if found is not None else None,
        "signal": signal,
        "began_with_signal": case is not None and found is not None and found.began_with_signal,
        "signal_dial": to_dial(signal.told.get("phone", "")) if signal is not None else "",
        **_blocked(route),
        "may_place": _homes_form(subject, family),
        "may_name_family": _may_name_family(subject),
        "may_hand": found is not None and found.may_work and paths.may_hand(subject.known_route),
        "may_take_back": _may_take_back(actor, found, on),
        "may_override": found is not None and not found.has_ended and can(actor, "process.override"),
    }


def _reads_names(subject: Subject) -> bool | None:
    """Whether names are for this reader: of a case its own rule says, of a path without one the room of families."""
    return None if subject.case is None else subject.reaches("identity.read")


def _homes(family: NamedFamily, on: date) -> Mapping[int, PlacedPeriod | None]:
    children = [one.person_id for one in family.children]
    placed = placement_history(children) if children else {}
    return {child: placement_on(placed.get(child, ()), on) for child in children}


def _plan(subject: Subject, family: NamedFamily, homes: Mapping[int, PlacedPeriod | None]) -> WorkingPlan | None:
    if subject.route is None:
        return None
    household = [
        Relative(
            one.person_id,
            one.code,
            one.role,
            one.belongs,
            home.kind if (home := homes.get(one.person_id)) else "",
            home.from_on if home else None,
        )
        for one in family.present
    ]
    return working_plan(
        actor=subject.actor,
        route=subject.route,
        household=household,
        names=family.called(),
        may_write=_may_write_plan(subject),
        on=subject.on,
    )


def _may_write_plan(subject: Subject) -> bool:
    """As the plan itself says it (plans.policies.may_write), of what has been read already."""
    route, actor = subject.known_route, subject.actor
    if route.ended_on is not None or is_blocked(route) or not can(actor, "plan.write"):
        return False
    return within(actor, "plan.write", department_id=route.department_id, takes_part=subject.part)


def _follow_up(subject: Subject) -> Due | None:
    waiting = subject.file.pending_follow_up if subject.file is not None else None
    return due_said(waiting.due_on, subject.on) if waiting is not None else None


def _apart(subject: Subject) -> ComingOfAge | None:
    """Of a social palliative case: when its youngest child is of age, for those who read names here (S4-39)."""
    if subject.case is None or subject.route is None or not subject.route.is_palliative:
        return None
    return coming_of_age([subject.case.pk])[subject.case.pk] if subject.reaches("identity.read") else None


def _homes_then(subject: Subject, family: NamedFamily) -> list[tuple[str, str]]:
    """Where each child lived when the case was closed."""
    closing = subject.file.closing if subject.file is not None else None
    known = family.by_id()
    homes = homes_at(closing) if closing is not None else []
    return [
        (known[home.person_id].given if home.person_id in known else home.person.code, str(home.label))
        for home in homes
    ]


def _code(case: "Case | None", family: NamedFamily) -> str:
    if case is not None:
        return str(case.client.code)
    return family.present[0].code if family.present else ""


def _alarm(found: paths.RouteFile | None) -> dict[str, Any] | None:
    """The mark of high risk while nobody told the authorities: since when, by when, and whether it is late."""
    alarm = found.alarm if found is not None and not found.has_ended else None
    if alarm is None:
        return None
    return {"raised_at": alarm.raised_at, "until": alarm.until, "is_late": alarm.is_late(now())}


def _blocked(route: "Route | None") -> dict[str, Any]:
    """Of a family that withdrew its consent: by when its data are to be destroyed, or that they were."""
    if route is None or not is_blocked(route):
        return {"blocked": False}
    return {"blocked": True, "terms": waiting_terms(route), "act": act_of(route)}


def _may_take_back(actor: Actor, found: paths.RouteFile | None, on: date) -> bool:
    if found is None or found.has_ended or not found.may_work or not found.steps:
        return False
    return paths.may_take_back(actor=actor, definition=found.definition, last=found.steps[-1].step, on=on)


def _may_name_family(subject: Subject) -> bool:
    return subject.family_id is None and subject.may_work and can(subject.actor, "case.open")


def _homes_form(subject: Subject, family: NamedFamily) -> str:
    """Where one records where the children live; nothing where there is none, or for who may not."""
    if subject.case_id is None or not family.children or subject.is_over or not subject.reaches("assessment.write"):
        return ""
    return coming_back(reverse("families:homes", args=[subject.case_id]), subject.route.pk) if subject.route else ""
