"""A signal comes in and a path begins (S4-01, S3-10, S0-01); what was told is sealed."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.cases import queries as cases
from opora.common.dates import local, moment_of, now
from opora.common.errors import Invalid, NotFound
from opora.families import actions as families
from opora.families.sealing import opener
from opora.intake.actions.marking import mark
from opora.intake.models import Referral
from opora.intake.queries import has_channel
from opora.intake.rules.signal_told import kept, too_long
from opora.intake.rules.urgency import URGENCIES, answer_by
from opora.process import actions as process
from opora.process.models import Route
from opora.process.queries import visible_to

_MOST_CHILDREN = 30
# Who opens the list of a day ten times read its signals once.
ONE_READING = timedelta(hours=12)


@transaction.atomic
def receive(
    *,
    actor: Actor,
    program_id: int,
    department_id: int,
    channel: str,
    source: str,
    urgency: str,
    told: Mapping[str, str],
    is_anonymous: bool = False,
    children_count: int | None = None,
    child_risk: str = "",
    family_id: int | None = None,
    received_at: datetime | None = None,
    on: date,
) -> Referral:
    """Take a signal in. Of an anonymous one the story alone is kept, and no family is named (S2-07)."""
    story = kept(told, is_anonymous=is_anonymous)
    _check(channel, source, urgency, child_risk, children_count, told, story)
    if family_id is not None and not is_anonymous:
        _check_known(actor, family_id)
    route = process.begin(
        actor=actor,
        program_id=program_id,
        department_id=department_id,
        family_id=None if is_anonymous else family_id,
        worker_id=actor.user_id,
        on=on,
    )
    referral = Referral.objects.create(
        route=route,
        received_at=received_at or _moment(on),
        channel=channel,
        source=source,
        is_anonymous=is_anonymous,
        urgency=urgency,
        children_count=children_count,
        child_risk=child_risk,
        told=story,
        answer_by=answer_by(urgency, on, route.due_on),
        registered_by_id=actor.user_id,
    )
    if not is_anonymous:
        mark({referral.pk: story})
    audit.record(actor=actor, verb="intake.received", signal=referral.pk, channel=channel)
    return referral


def open_told(*, actor: Actor, route_ids: Collection[int]) -> dict[int, dict[str, str]]:
    """What was told with the signals of some paths in sight, by path, with a line in the journal for each signal.

    For a list of visits: whom to call and where to go. One question and one statement, however many there are.
    """
    if not route_ids:
        return {}
    seen = visible_to(actor).filter(pk__in=set(route_ids)).values("pk")
    found = Referral.objects.filter(route__in=seen, told__isnull=False).values_list("pk", "route_id", "told")
    told = {route_id: (pk, opener(Referral, "told")(sealed)) for pk, route_id, sealed in found}
    entries = [{"signal": pk} for pk, _words in told.values()]
    audit.record_many(actor=actor, verb="intake.opened", entries=entries, unless_since=now() - ONE_READING)
    return {route_id: words for route_id, (_pk, words) in told.items()}


def read_signal(*, actor: Actor, route: Route) -> tuple[Referral | None, dict[str, str]]:
    """The signal that a path already read began with, and what was told; looking at it is a line in the journal."""
    referral = Referral.objects.filter(route=route).first()
    if referral is None:
        return None, {}
    words = families.open_sealed(
        actor=actor,
        record=referral,
        field="told",
        verb="intake.opened",
        case_id=route.case_id,
        family_id=route.family_id,
        signal=referral.pk,
    )
    return referral, words


def _moment(on: date) -> datetime:
    """This moment, or noon of an earlier day whose hour nobody told."""
    here = local(now())
    return here if here.date() == on else moment_of(on, time(12))


def _check(
    channel: str,
    source: str,
    urgency: str,
    child_risk: str,
    children_count: int | None,
    told: Mapping[str, str],
    story: Mapping[str, str],
) -> None:
    wrong: dict[str, object] = {}
    if not has_channel(channel):
        wrong["channel"] = _("Choose a channel from the list.")
    if source not in Referral.Source.values:
        wrong["source"] = _("Choose from the list.")
    if urgency not in URGENCIES:
        wrong["urgency"] = _("Choose from the list.")
    if child_risk not in Referral.Risk.values:
        wrong["child_risk"] = _("Choose from the list.")
    if children_count is not None and not 0 <= children_count <= _MOST_CHILDREN:
        wrong["children_count"] = _("Enter a number from 0 to 30.")
    if not story.get("story"):
        wrong["story"] = _("Write at least a few words about what happened.")
    if (name := too_long(told)) is not None:
        wrong[name] = _("This is too long to be kept. Shorten it.")
    if wrong:
        raise Invalid(wrong)


def _check_known(actor: Actor, family_id: int) -> None:
    try:
        cases.get_known_family(actor=actor, family_id=family_id)
    except NotFound:
        raise Invalid({"family_id": _("There is no such family. Look for it again.")}) from None
