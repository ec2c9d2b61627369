"""A group is begun and changed, its days are planned."""

from collections.abc import Collection
from datetime import date, time, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.models import Department
from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.catalogue.queries import find_service
from opora.common.errors import Conflict, Invalid
from opora.groups import policies
from opora.groups.actions.following import follow
from opora.groups.models import Group, Session
from opora.groups.queries.choices import leaders_at
from opora.groups.queries.finding import find_group, find_session
from opora.groups.queries.page import GroupPage, group_page

MOST = 60
_DAY = 24 * 60


@transaction.atomic
def keep_group(
    *,
    actor: Actor,
    group_id: int | None = None,
    title: str,
    kind: str,
    department_id: int,
    from_on: date,
    leader_ids: Collection[int],
    service_id: int | None = None,
    program_id: int | None = None,
    place: str = "",
    until_on: date | None = None,
    threshold: int | None = None,
) -> Group:
    """Begin a group or an event, or say otherwise what it is."""
    policies.check_can_record(actor)
    group = Group()
    if group_id is not None:
        group = find_group(actor=actor, group_id=group_id)
        policies.check_may_lead(actor, group)
        group = Group.objects.select_for_update().get(pk=group.pk)
    wrong: dict[str, object] = {}
    title, place = " ".join(title.split()), place.strip()
    if not title:
        wrong["title"] = _("Say what the group or the event is called.")
    if kind not in Group.Kind.values:
        wrong["kind"] = _("Choose from the list.")
    if until_on is not None and until_on < from_on:
        wrong["until_on"] = _("The last day is earlier than the first one. Check the dates.")
    if threshold is not None and not 1 <= threshold <= 100:
        wrong["threshold"] = _("Enter a number from 1 to 100.")
    if not Department.objects.filter(pk=department_id).exists():
        wrong["department_id"] = _("Choose from the list.")
    if service_id is not None and ((service := find_service(service_id=service_id)) is None or service.is_inner):
        wrong["service_id"] = _("Choose a service from the list.")
    if not leader_ids:
        wrong["leader_ids"] = _("Say who leads it: at least one colleague.")
    elif set(leader_ids) - dict(leaders_at(list(leader_ids))).keys():
        wrong["leader_ids"] = _("Choose colleagues who work with families.")
    if wrong:
        raise Invalid(wrong)
    kept: dict[str, Any] = {
        "title": title[:160],
        "kind": kind,
        "department_id": department_id,
        "program_id": program_id,
        "service_id": service_id,
        "place": place[:160],
        "from_on": from_on,
        "until_on": until_on,
        "threshold": threshold or settings.GROUP_THRESHOLD,
    }
    for name, value in kept.items():
        setattr(group, name, value)
    if group_id is None:
        group.by_id = actor.user_id
    group.save()
    group.leaders.set(leader_ids)
    audit.record(actor=actor, verb="groups.added" if group_id is None else "groups.changed", group=group.pk)
    return group


@transaction.atomic
def plan_sessions(
    *,
    actor: Actor,
    group_id: int,
    on: date,
    at: time | None = None,
    minutes: int | None = None,
    times: int = 1,
    every_days: int = 7,
) -> list[Session]:
    """One meeting, or so many at the same hour, week by week or day by day."""
    group = find_group(actor=actor, group_id=group_id)
    policies.check_may_lead(actor, group)
    wrong: dict[str, object] = {}
    _check_length(minutes, wrong)
    if not 1 <= times <= MOST:
        wrong["times"] = _("Enter a number from 1 to 60.")
    if every_days < 1:
        wrong["every_days"] = _("Choose from the list.")
    if on < group.from_on:
        wrong["on"] = _("This day is earlier than the first day of the group. Check the date.")
    if wrong:
        raise Invalid(wrong)
    days = [on + timedelta(days=every_days * number) for number in range(times)]
    made = Session.objects.bulk_create(Session(group=group, on=day, at=at, minutes=minutes) for day in days)
    audit.record(actor=actor, verb="groups.planned", group=group.pk, times=times)
    return made


@transaction.atomic
def change_session(
    *, actor: Actor, session_id: int, on: date, at: time | None = None, minutes: int | None = None
) -> Session:
    """Another day, hour or length; what the families have of it follows."""
    session = hold_session(actor=actor, session_id=session_id)
    wrong: dict[str, object] = {}
    _check_length(minutes, wrong)
    if on < session.group.from_on:
        wrong["on"] = _("This day is earlier than the first day of the group. Check the date.")
    if wrong:
        raise Invalid(wrong)
    session.on, session.at, session.minutes = on, at, minutes
    session.save(update_fields=["on", "at", "minutes"])
    follow(actor, session)
    audit.record(actor=actor, verb="groups.session_changed", group=session.group_id, day=on.isoformat())
    return session


@transaction.atomic
def remove_session(*, actor: Actor, session_id: int) -> None:
    """A meeting that will not be; one at which somebody was marked stays."""
    session = hold_session(actor=actor, session_id=session_id)
    is_used = session.is_held or any(
        rows.exists() for rows in (session.marks, session.guests, session.commitments, session.results)
    )
    if is_used:
        raise Conflict(_("Something is recorded of this meeting already. Mark that nobody came instead."))
    group_id, day = session.group_id, session.on
    session.delete()
    audit.record(actor=actor, verb="groups.session_removed", group=group_id, day=day.isoformat())


@transaction.atomic
def read_group(*, actor: Actor, group_id: int) -> GroupPage:
    """A group as its page shows it; who looked stands in the journal."""
    group = find_group(actor=actor, group_id=group_id, even_voided=True)
    audit.record(actor=actor, verb="groups.read", group=group.pk)
    return group_page(actor=actor, group=group)


def hold_session(*, actor: Actor, session_id: int) -> Session:
    """A meeting, held until the transaction ends, for whoever leads its group."""
    found = find_session(actor=actor, session_id=session_id)
    policies.check_may_lead(actor, found.group)
    held = Session.objects.select_for_update(of=("self",)).select_related("group__service").filter(pk=found.pk).first()
    if held is None:  # taken off the plan while it was waited for
        raise policies.unseen()
    return held


def _check_length(minutes: int | None, wrong: dict[str, object]) -> None:
    if minutes is not None and not 0 < minutes <= _DAY:
        wrong["minutes"] = _("Enter minutes greater than zero.")
