"""Begun forms about consents and terms that can be written no more."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from opora.common.lapses import Lapse, by_number
from opora.papers.models import Consent, DestructionTimer, Letter, Notice

_SAID = {
    "consent.withdrawn": _("The consent is withdrawn already, so this form cannot be sent any more."),
    "consent.voided": _("The consent turned out to be a mistake, so this form cannot be sent any more."),
    "term.ended": _("This term does not run any more, so this form cannot be sent."),
    "letter.signed": _("The signing is recorded already, so this form cannot be sent any more."),
    "letter.voided": _("The letter was voided meanwhile, so this form cannot be sent any more."),
    "notice.answered": _("The answer is recorded already, so this form cannot be sent any more."),
}


def _withdrawn(consent_ids: Collection[int]) -> dict[int, str]:
    found = Consent.every.filter(pk__in=consent_ids).values_list("pk", "voided_on", "withdrawn_on")
    return {
        pk: "consent.voided" if voided_on else "consent.withdrawn"
        for pk, voided_on, withdrawn_on in found
        if voided_on or withdrawn_on
    }


def _ended(term_ids: Collection[int]) -> dict[int, str]:
    ended = DestructionTimer.objects.filter(pk__in=term_ids).exclude(state=DestructionTimer.State.WAITING)
    return dict.fromkeys(ended.values_list("pk", flat=True), "term.ended")


def _signed(letter_ids: Collection[int]) -> dict[int, str]:
    found = Letter.every.filter(pk__in=letter_ids).values_list("pk", "voided_on", "signed_on")
    return {
        pk: "letter.voided" if voided_on else "letter.signed"
        for pk, voided_on, signed_on in found
        if voided_on or signed_on
    }


def _answered(notice_ids: Collection[int]) -> dict[int, str]:
    answered = Notice.objects.filter(pk__in=notice_ids, answered_on__isnull=False)
    return dict.fromkeys(answered.values_list("pk", flat=True), "notice.answered")


LAPSES = (
    Lapse(("papers:withdraw",), by_number("consent_id", _withdrawn), _SAID),
    Lapse(("papers:extend",), by_number("term_id", _ended), _SAID),
    Lapse(("papers:letter",), by_number("letter_id", _signed), _SAID),
    Lapse(("papers:notice",), by_number("notice_id", _answered), _SAID),
)
