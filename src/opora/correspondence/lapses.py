"""Begun forms about letters, agreements and meetings that can be sent no more."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from opora.common.lapses import Lapse, by_number
from opora.correspondence.models import Agreement, JointMeeting, OfficialLetter

_SAID = {
    "letter.voided": _("The letter was voided meanwhile, so this form cannot be sent any more."),
    "letter.numbered": _("The letter has its number by now, so this form cannot be sent any more."),
    "letter.answered": _("The answer is recorded already, so this form cannot be sent any more."),
    "record.voided": _("The record was voided meanwhile, so this form cannot be sent any more."),
}


def _voided(letter_ids: Collection[int]) -> dict[int, str]:
    gone = OfficialLetter.every.filter(pk__in=letter_ids, voided_on__isnull=False)
    return dict.fromkeys(gone.values_list("pk", flat=True), "letter.voided")


def _numbered(letter_ids: Collection[int]) -> dict[int, str]:
    numbered = OfficialLetter.every.filter(pk__in=letter_ids).exclude(number="")
    return dict.fromkeys(numbered.values_list("pk", flat=True), "letter.numbered") | _voided(letter_ids)


def _answered(letter_ids: Collection[int]) -> dict[int, str]:
    answered = OfficialLetter.every.filter(pk__in=letter_ids).exclude(result="")
    return dict.fromkeys(answered.values_list("pk", flat=True), "letter.answered") | _voided(letter_ids)


def _agreement_voided(agreement_ids: Collection[int]) -> dict[int, str]:
    gone = Agreement.every.filter(pk__in=agreement_ids, voided_on__isnull=False)
    return dict.fromkeys(gone.values_list("pk", flat=True), "record.voided")


def _meeting_voided(meeting_ids: Collection[int]) -> dict[int, str]:
    gone = JointMeeting.every.filter(pk__in=meeting_ids, voided_on__isnull=False)
    return dict.fromkeys(gone.values_list("pk", flat=True), "record.voided")


LAPSES = (
    Lapse(("correspondence:change", "correspondence:check"), by_number("official_id", _numbered), _SAID),
    Lapse(("correspondence:answer",), by_number("official_id", _answered), _SAID),
    Lapse(("correspondence:correct", "correspondence:void"), by_number("official_id", _voided), _SAID),
    Lapse(("correspondence:agreement_change",), by_number("agreement_id", _agreement_voided), _SAID),
    Lapse(("correspondence:meeting_change",), by_number("meeting_id", _meeting_voided), _SAID),
)
