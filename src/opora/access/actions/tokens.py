"""A token for a program is made, used and revoked."""

import secrets
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.models import ApiToken
from opora.access.queries.tokens import token_in_sight, token_roles
from opora.access.rules import Actor, hash_token
from opora.audit.actions import record
from opora.common.dates import now, show_day
from opora.common.errors import Conflict, Invalid
from opora.common.text import squeeze

LONGEST = timedelta(days=366)
MOST = 20
SIGN = "opora_"


@transaction.atomic
def make_token(*, actor: Actor, label: str, role: str, expires_on: date, on: date) -> tuple[ApiToken, str]:
    """A token of one's own, with its secret, which is told this once. Raises Invalid."""
    wrong: dict[str, object] = {}
    if not squeeze(label):
        wrong["label"] = _("Say which program will use it.")
    if role not in dict(token_roles(actor=actor)):
        wrong["role"] = _("Choose one of your own roles that reads figures.")
    if not on < expires_on <= on + LONGEST:
        wrong["expires_on"] = _("Choose a day after today, at most a year from now.")
    if ApiToken.objects.filter(user_id=actor.own_id, revoked_at=None, expires_on__gte=on).count() >= MOST:
        wrong[""] = _("You have many tokens already. Revoke those that are not used.")
    if wrong:
        raise Invalid(wrong)
    secret = SIGN + secrets.token_urlsafe(32)
    made = ApiToken.objects.create(
        user_id=actor.own_id,
        label=squeeze(label)[:80],
        role=role,
        token_hash=hash_token(secret),
        expires_on=expires_on,
    )
    record(actor=actor, verb="access.token_made", role=role, until=show_day(expires_on))
    return made, secret


@transaction.atomic
def revoke_token(*, actor: Actor, token_id: int) -> None:
    """From now on it opens nothing. One revokes one's own; who keeps accounts revokes anybody's."""
    found = ApiToken.objects.select_for_update().get(pk=token_in_sight(actor=actor, token_id=token_id).pk)
    if found.revoked_at is not None:
        raise Conflict(_("This token was revoked already."))
    found.revoked_at = now()
    found.revoked_by_id = actor.user_id
    found.save(update_fields=["revoked_at", "revoked_by"])
    record(actor=actor, verb="access.token_revoked")


@transaction.atomic
def note_use(*, actor: Actor, token: ApiToken, address: str, on: date) -> None:
    """What a program read, by the address without its question; the day of the last use stands at the token."""
    if token.last_used_on != on:
        ApiToken.objects.filter(pk=token.pk).update(last_used_on=on)
    record(actor=actor, verb="access.token_used", address=address)
