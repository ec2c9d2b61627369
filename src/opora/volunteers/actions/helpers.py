"""Volunteers and donors are entered, changed and voided (S2-46)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.models import User
from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid
from opora.common.seen import check_seen
from opora.common.text import squeeze
from opora.volunteers import policies
from opora.volunteers.actions.holding import held
from opora.volunteers.models import Helper
from opora.volunteers.queries import helper_in_sight

_CHANGED = _("Somebody else changed this entry while you were typing. Compare it and save again.")


@transaction.atomic
def keep_helper(
    *,
    actor: Actor,
    helper_id: int | None = None,
    revision: int | None = None,
    kind: str,
    name: str,
    contacts: str = "",
    skills: str = "",
    joined_on: date,
    left_on: date | None = None,
    cleared_on: date | None = None,
    user_id: int | None = None,
    giver: str = "",
) -> Helper:
    """A volunteer or donor, new or known."""
    policies.check_may_keep(actor)
    helper = Helper(by_id=actor.user_id) if helper_id is None else held(actor, helper_id)
    if helper_id is not None:
        check_seen(helper.revision, revision, _CHANGED)
    wrong: dict[str, object] = {}
    if kind not in Helper.Kind.values:
        wrong["kind"] = _("Choose whether it is a volunteer or a donor.")
    if giver not in ("", *Helper.Giver.values):
        wrong["giver"] = _("Choose from the list.")
    if not 0 < len(squeeze(name)) <= 200:
        wrong["name"] = _("Enter the name, up to 200 letters.")
    if left_on is not None and left_on < joined_on:
        wrong["left_on"] = _("Nobody leaves before joining. Check the date.")
    if user_id is not None:
        others = Helper.objects.filter(user_id=user_id).exclude(pk=helper.pk)
        if others.exists() or not User.objects.filter(pk=user_id).exists():
            wrong["user_id"] = _("This account belongs to somebody else.")
    if wrong:
        raise Invalid(wrong)
    helper.kind, helper.name, helper.contacts = kind, squeeze(name), contacts.strip()
    helper.skills, helper.joined_on, helper.left_on = squeeze(skills)[:300], joined_on, left_on
    helper.cleared_on, helper.user_id = cleared_on, user_id
    helper.giver = giver if helper.is_donor else ""
    helper.revision += 1
    helper.save()
    audit.record(actor=actor, verb="volunteers.kept", helper=helper.pk)
    return helper


@transaction.atomic
def read_helper(*, actor: Actor, helper_id: int) -> Helper:
    """A volunteer or donor with name and contacts; reading it is a line in the journal."""
    helper = helper_in_sight(actor=actor, helper_id=helper_id)
    audit.record(actor=actor, verb="volunteers.read", helper=helper.pk)
    return helper


@transaction.atomic
def void_helper(*, actor: Actor, helper_id: int, on: date) -> Helper:
    """Somebody entered by mistake counts nowhere."""
    policies.check_may_keep(actor)
    helper = held(actor, helper_id)
    helper.voided_on, helper.user_id = on, None
    helper.save(update_fields=["voided_on", "user"])
    audit.record(actor=actor, verb="volunteers.voided", helper=helper.pk)
    return helper
