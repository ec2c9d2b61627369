"""The list of channels is the organization's own (S3-10)."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid
from opora.common.text import squeeze
from opora.intake import policies
from opora.intake.models import Channel
from opora.intake.words import CHANNELS, SITE

_LONGEST = 100


@transaction.atomic
def keep_channel(*, actor: Actor, code: str = "", name: str, is_active: bool = True) -> Channel:
    """Add a channel (no code), rename one, put one away or take it back. A shipped one without a name bears its own.

    The form on the website stays: signals keep coming through it.
    """
    policies.check_can_keep_channels(actor)
    name = squeeze(name)
    if len(name) > _LONGEST or (not name and code not in CHANNELS):
        raise Invalid({"name": _("Write a name of up to 100 letters.")})
    if code == SITE and not is_active:
        raise Invalid({"is_active": _("The form on the website cannot be put away: signals come through it.")})
    if not code:
        code = f"own-{(Channel.objects.order_by('-pk').values_list('pk', flat=True).first() or 0) + 1}"
    elif code not in CHANNELS and not Channel.objects.filter(code=code).exists():
        raise policies.unseen()
    channel, _created = Channel.objects.update_or_create(code=code, defaults={"name": name, "is_active": is_active})
    audit.record(actor=actor, verb="intake.channel_kept", channel=code)
    return channel
