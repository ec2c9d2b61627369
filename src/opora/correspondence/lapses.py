"""Begun forms about letters, agreements and meetings that can be sent no more."""

from collections.abc import Collection

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from opora.common.lapses import VOIDED_SAID, Lapse, by_number, ended, voided
from opora.correspondence.models import Agreement, JointMeeting, OfficialLetter

_SAID = {
    **VOIDED_SAID,
    "letter.numbered": _("The letter has its number by now, so this form cannot be sent any more."),
    "letter.sent": _("The letter was sent meanwhile, so this form cannot be sent any more."),
    "letter.answered": _("The answer is recorded already, so this form cannot be sent any more."),
    "agreement.ended": _("The agreement has ended meanwhile, so this form cannot be sent any more."),
}
_taken_back = voided(OfficialLetter)


def _numbered(letter_ids: Collection[int]) -> dict[int, str]:
    numbered = OfficialLetter.every.filter(pk__in=letter_ids).exclude(number="")
    return dict.fromkeys(numbered.values_list("pk", flat=True), "letter.numbered") | _taken_back(letter_ids)


def _sent(letter_ids: Collection[int]) -> dict[int, str]:
    sent = OfficialLetter.every.filter(pk__in=letter_ids, sent_on__isnull=False)
    return dict.fromkeys(sent.values_list("pk", flat=True), "letter.sent") | _taken_back(letter_ids)


def _answered(letter_ids: Collection[int]) -> dict[int, str]:
    answered = OfficialLetter.every.filter(pk__in=letter_ids).exclude(result="")
    return dict.fromkeys(answered.values_list("pk", flat=True), "letter.answered") | _taken_back(letter_ids)


def _over(numbers: Collection[int]) -> object:
    return Agreement.every.filter(Q(ended_on__isnull=False) | Q(voided_on__isnull=False), pk__in=numbers)


LAPSES = (
    Lapse(("correspondence:change", "correspondence:check"), by_number("official_id", _numbered), _SAID),
    Lapse(("correspondence:send",), by_number("official_id", _sent), _SAID),
    Lapse(
        ("correspondence:answer", "correspondence:give_up", "correspondence:reply"),
        by_number("official_id", _answered),
        _SAID,
    ),
    Lapse(("correspondence:correct", "correspondence:void"), by_number("official_id", _taken_back), _SAID),
    Lapse(
        ("correspondence:agreement_change", "correspondence:agreement_void"),
        by_number("agreement_id", voided(Agreement)),
        _SAID,
    ),
    Lapse(("correspondence:agreement_end",), by_number("agreement_id", ended("agreement.ended", _over)), _SAID),
    Lapse(
        ("correspondence:meeting_change", "correspondence:meeting_void"),
        by_number("meeting_id", voided(JointMeeting)),
        _SAID,
    ),
)
