"""Begun forms about help with things and money that can be sent no more."""

from collections.abc import Collection

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from opora.common.lapses import VOIDED_SAID, Lapse, by_number, ended, voided
from opora.goods.models import Appeal, FamilyNeed, HandOut, Issue, StockCount

_SAID = {
    **VOIDED_SAID,
    "need.ended": _("The family does not need this any more, so this form cannot be sent."),
    "handout.closed": _("The hand-out is closed meanwhile, so this form cannot be sent any more."),
    "count.closed": _("The stock-taking is over meanwhile, so this form cannot be sent any more."),
}


def _ended(numbers: Collection[int]) -> object:
    return FamilyNeed.every.filter(Q(ended_on__isnull=False) | Q(voided_on__isnull=False), pk__in=numbers)


def _closed(numbers: Collection[int]) -> object:
    return StockCount.objects.filter(pk__in=numbers, closed_on__isnull=False)


def _over(numbers: Collection[int]) -> object:
    return HandOut.objects.filter(pk__in=numbers, closed_on__isnull=False)


LAPSES = (
    Lapse(("goods:end_need",), by_number("need_id", ended("need.ended", _ended)), _SAID),
    Lapse(("goods:appeal_answer", "goods:appeal_void"), by_number("appeal_id", voided(Appeal)), _SAID),
    Lapse(("goods:count",), by_number("count_id", ended("count.closed", _closed)), _SAID),
    Lapse(
        ("goods:handout", "goods:handout_change", "goods:handout_families", "goods:handout_close"),
        by_number("hand_out_id", ended("handout.closed", _over)),
        _SAID,
    ),
    Lapse(
        ("goods:take_back", "goods:returned", "goods:prove", "goods:correct", "goods:attach"),
        by_number("issue_id", voided(Issue)),
        _SAID,
    ),
)
