"""Begun forms about visits that can be written no more."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from opora.common.lapses import Lapse, by_number
from opora.intake.models import Visit

_SAID = {
    "visit.voided": _("The visit was voided, so this form cannot be sent any more."),
    "visit.off": _("The visit did not take place, so this form cannot be sent any more."),
    "visit.held": _("The visit has taken place meanwhile, so this form cannot be sent any more."),
    "visit.approved": _("The report of the visit is approved and does not change any more."),
}


def _reports(visit_ids: Collection[int]) -> dict[int, str]:
    """No report is written of a visit that did not take place, and none that is approved is changed."""
    return {visit.pk: ended for visit in _visits(visit_ids) if (ended := _ended(visit) or _approved(visit))}


def _ahead(visit_ids: Collection[int]) -> dict[int, str]:
    """Only a visit that is still ahead can be put off, cancelled or missed."""
    return {
        visit.pk: ended
        for visit in _visits(visit_ids)
        if (ended := _ended(visit) or ("visit.held" if visit.held_on else ""))
    }


def _visits(visit_ids: Collection[int]) -> list[Visit]:
    return list(Visit.every.filter(pk__in=visit_ids).defer("report"))


def _ended(visit: Visit) -> str:
    if visit.voided_on is not None:
        return "visit.voided"
    return "visit.off" if visit.not_held else ""


def _approved(visit: Visit) -> str:
    return "visit.approved" if visit.approved_on is not None else ""


LAPSES = (
    Lapse(("intake:report_visit",), by_number("visit_id", _reports), _SAID),
    Lapse(("life:put_off", "life:cancel", "life:missed"), by_number("visit_id", _ahead), _SAID),
)
