"""A plan is begun on a path, and keeps what the family says in its own words."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Conflict
from opora.plans.actions.locking import hold, hold_route, refuse, story, touch
from opora.plans.models import Plan
from opora.plans.rules import THRESHOLDS

_TRACK = _("Choose the track of the plan.")


@transaction.atomic
def begin_plan(*, actor: Actor, route_id: int, track: str = "contract", on: date) -> Plan:
    """The first plan of a path; it keeps the threshold its track has today. Conflict when there is one (S3-29)."""
    route = hold_route(actor=actor, route_id=route_id)
    wrong: dict[str, object] = {}
    if track not in THRESHOLDS:
        wrong["track"] = _TRACK
    if on < route.started_on:
        wrong["on"] = _("This day is earlier than the beginning of the path. Check the date.")
    refuse(wrong)
    # Of two who begin at once the second finds the row of the first, and not an error of the database.
    plan, is_new = Plan.objects.get_or_create(
        route=route,
        defaults={
            "track": track,
            "threshold": THRESHOLDS[track],
            "begun_on": on,
            "begun_by_id": actor.user_id,
        },
    )
    if not is_new:
        raise Conflict(_("Somebody has begun the plan already. Look at it as it is now."))
    audit.record(actor=actor, verb="plans.begun", case_id=route.case_id, route=route.pk)
    return plan


@transaction.atomic
def write_words(
    *, actor: Actor, route_id: int, own_words: str, track: str | None = None, revision: int | None = None, on: date
) -> Plan:
    """What the family itself says about its situation and its wishes (S0-14, X-07); with a track, the plan's track."""
    route, plan = hold(actor=actor, route_id=route_id, revision=revision)
    wrong: dict[str, object] = {}
    words = story(own_words, "own_words", wrong)
    if track is not None and track not in THRESHOLDS:
        wrong["track"] = _TRACK
    refuse(wrong)
    if track is not None and track != plan.track:
        plan.track, plan.threshold = track, THRESHOLDS[track]
    plan.own_words = words
    touch(plan, "own_words", "track", "threshold")
    audit.record(actor=actor, verb="plans.words_written", case_id=route.case_id, route=route.pk, day=on.isoformat())
    return plan
