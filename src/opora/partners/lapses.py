"""Begun forms about referrals that can be written no more."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from opora.common.lapses import Lapse, by_number
from opora.partners.models import OnwardReferral
from opora.partners.rules import RECEIVED

_SAID = {
    "referral.received": _("It is recorded meanwhile that help was received, so this form cannot be sent any more.")
}


def _received(onward_ids: Collection[int]) -> dict[int, str]:
    received = OnwardReferral.objects.filter(pk__in=onward_ids, outcome=RECEIVED)
    return dict.fromkeys(received.values_list("pk", flat=True), "referral.received")


LAPSES = (Lapse(("partners:confirm",), by_number("onward_id", _received), _SAID),)
