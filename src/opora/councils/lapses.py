"""Begun forms about votes that can be written no more."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from opora.common.lapses import Lapse, by_number
from opora.councils.models import Ballot

_SAID = {
    "ballot.closed": _("The vote is closed, so this form cannot be sent any more."),
    "ballot.called_off": _("The vote was opened by mistake and is called off, so this form cannot be sent any more."),
}


def _closed(ballot_ids: Collection[int]) -> dict[int, str]:
    closed = Ballot.every.filter(pk__in=ballot_ids, closed_on__isnull=False).values_list("pk", "voided_on")
    return {pk: "ballot.called_off" if voided_on else "ballot.closed" for pk, voided_on in closed}


LAPSES = (Lapse(("councils:ballot", "councils:conflict", "councils:close"), by_number("ballot_id", _closed), _SAID),)
