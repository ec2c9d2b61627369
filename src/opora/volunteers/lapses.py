"""Begun forms about volunteers and donors that can be sent no more."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from opora.common.lapses import Lapse, by_number
from opora.volunteers.models import Helper

_SAID = {"record.voided": _("The record was voided meanwhile, so this form cannot be sent any more.")}


def _voided(helper_ids: Collection[int]) -> dict[int, str]:
    gone = Helper.every.filter(pk__in=helper_ids, voided_on__isnull=False)
    return dict.fromkeys(gone.values_list("pk", flat=True), "record.voided")


LAPSES = (Lapse(("volunteers:change",), by_number("helper_id", _voided), _SAID),)
